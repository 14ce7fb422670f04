import { afterEach, expect, it, vi } from 'vitest';

import type { News } from '@/lib/contract';

import { hearNews, liveChannel } from './news';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

it('hears what the tab that holds the stream passes on, of this workspace and person alone', async () => {
  const heard: News[] = [];
  open.push(hearNews('team', 'ada', (about) => heard.push(about)));
  const say = (name: string, said: object) => {
    const channel = new BroadcastChannel(name);
    open.push(() => channel.close());
    channel.postMessage(said);
  };
  const news = (about: News) => ({ kind: 'heard', message: { type: 'news', about } });
  say(liveChannel('team', 'bob'), news('inbox'));
  say(liveChannel('other', 'ada'), news('inbox'));
  say(liveChannel('team', 'ada'), { kind: 'down', isOver: false });
  say(liveChannel('team', 'ada'), { kind: 'heard', message: { type: 'hello', stream: 's' } });
  say(liveChannel('team', 'ada'), news('comments'));
  await vi.waitFor(() => expect(heard).toEqual(['comments']));
});
