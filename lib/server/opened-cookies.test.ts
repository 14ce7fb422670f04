import './testing/mocks';

import { expect, test } from 'vitest';

import { openedOnce } from './opened-cookies';

const cookie = (value: string, name = 'authjs.session-token') => `${name}=${value}`;

test('a cookie is opened once a minute, and every other one by itself', async () => {
  let opened = 0;
  const open = async () => ({ userId: `user ${++opened}` });
  expect(await openedOnce(cookie('a'), open, 0)).toEqual({ userId: 'user 1' });
  expect(await openedOnce(cookie('a'), open, 59_000)).toEqual({ userId: 'user 1' });
  expect(await openedOnce(cookie('b'), open, 59_000)).toEqual({ userId: 'user 2' });
  expect(await openedOnce(cookie('a', '__Secure-authjs.session-token'), open, 59_000)).toEqual({
    userId: 'user 3',
  });
  const parts = `${cookie('a', 'authjs.session-token.0')}; ${cookie('b', 'authjs.session-token.1')}`;
  expect(await openedOnce(parts, open, 59_000)).toEqual({ userId: 'user 4' });
  expect(await openedOnce(`theme=x; ${cookie('a')};other=y`, open, 59_000)).toEqual({
    userId: 'user 1',
  });
  expect(await openedOnce(cookie('a'), open, 60_000)).toEqual({ userId: 'user 5' });
});

test('what is no session is asked each time, and only so many are kept', async () => {
  let opened = 0;
  const no = async () => {
    opened += 1;
    return null;
  };
  for (let at = 0; at < 3; at++) expect(await openedOnce(cookie('forged'), no, 0)).toBeNull();
  for (let at = 0; at < 3; at++) expect(await openedOnce('theme=x', no, 0)).toBeNull();
  expect(opened).toBe(6);
  const yes = async () => ({ userId: String(++opened) });
  await openedOnce(cookie('first'), yes, 0);
  for (let at = 0; at < 2_000; at++) await openedOnce(cookie(`${at}`), yes, 0);
  const before = opened;
  await openedOnce(cookie('1999'), yes, 1);
  expect(opened).toBe(before);
  await openedOnce(cookie('first'), yes, 1);
  expect(opened).toBe(before + 1);
});
