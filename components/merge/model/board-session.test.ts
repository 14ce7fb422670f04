import { describe, expect, it } from 'vitest';

import type { ActionResult, SaveMergeResult } from '@/lib/contract';
import type { Decision } from '@/lib/merge';

import { BoardSession } from './board-session';

const keep = (unit: string): Decision => ({ kind: 'keep', unit });
const choose = (option: string): Decision => ({ kind: 'choose', conflict: 'model', option });

/** A server of one draft that several sessions save to. */
function createServer() {
  const server = { decisions: [] as Decision[], revision: 0, calls: 0, down: false, by: 'Mia' };
  const save = async (decisions: Decision[], revision: number): Promise<ActionResult<SaveMergeResult>> => {
    server.calls += 1;
    await Promise.resolve();
    if (server.down) return { ok: false, error: { code: 'unavailable', message: 'No answer.' } };
    if (revision !== server.revision) {
      const { decisions: theirs, revision: now, by } = server;
      return { ok: true, data: { kind: 'moved', revision: now, decisions: theirs, by } };
    }
    server.decisions = decisions;
    server.revision += 1;
    return { ok: true, data: { kind: 'saved', revision: server.revision } };
  };
  return { server, save };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('BoardSession', () => {
  it('shows a decision at once and saves it', async () => {
    const { server, save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    session.decide(keep('a'));
    expect(session.getState()).toMatchObject({ decisions: [keep('a')], phase: 'saving' });
    await settled();
    expect(session.getState()).toMatchObject({ phase: 'saved', revision: 1 });
    expect(server.decisions).toEqual([keep('a')]);
  });

  it('saves what was decided during a save together, in one more', async () => {
    const { server, save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    for (const unit of ['a', 'b', 'c', 'd']) session.decide(keep(unit));
    await settled();
    expect(server.calls).toBe(2);
    expect(server.decisions).toHaveLength(4);
  });

  it('undoes and does again, also what superseded something', async () => {
    const { server, save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    session.decide(choose('1'));
    session.decide(choose('2'));
    session.undo();
    expect(session.getState().decisions).toEqual([choose('1')]);
    session.redo();
    expect(session.getState().decisions).toEqual([choose('2')]);
    session.undo();
    session.undo();
    expect(session.getState()).toMatchObject({ decisions: [], canUndo: false, canRedo: true });
    await settled();
    expect(server.decisions).toEqual([]);
  });

  it('undoes the last decision of a draft that was opened again', () => {
    const { save } = createServer();
    const session = new BoardSession({ decisions: [keep('a'), keep('b')], revision: 0 }, save);
    session.undo();
    expect(session.getState().decisions).toEqual([keep('a')]);
    session.redo();
    expect(session.getState().decisions).toEqual([keep('a'), keep('b')]);
  });

  it('takes what somebody else saved, and does ours again on it', async () => {
    const { server, save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    Object.assign(server, { decisions: [keep('x'), choose('1')], revision: 7 });
    session.decide(choose('2'));
    await settled();
    expect(server.decisions).toEqual([keep('x'), choose('2')]);
    expect(session.getState()).toMatchObject({
      decisions: [keep('x'), choose('2')],
      revision: 8,
      movedBy: 'Mia',
      phase: 'saved',
    });
    session.acknowledgeMove();
    expect(session.getState().movedBy).toBeNull();
  });

  it('keeps decisions that could not be saved, and saves them when asked', async () => {
    const { server, save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    server.down = true;
    session.decide(keep('a'));
    await settled();
    expect(session.getState()).toMatchObject({ phase: 'failed', decisions: [keep('a')] });
    expect(session.isUnsaved).toBe(true);
    server.down = false;
    session.retry();
    await settled();
    expect(session.getState().phase).toBe('saved');
    expect(server.decisions).toEqual([keep('a')]);
  });

  it('adopts a newer list only when nothing of its own waits', async () => {
    const { save } = createServer();
    const session = new BoardSession({ decisions: [], revision: 0 }, save);
    session.decide(keep('a'));
    expect(session.adopt([keep('x')], 4, 'Mia')).toBe(false);
    await settled();
    expect(session.adopt([keep('x')], 4, 'Mia')).toBe(true);
    expect(session.getState()).toMatchObject({ decisions: [keep('x')], revision: 4, movedBy: 'Mia' });
    expect(session.adopt([keep('y')], 4, 'Mia')).toBe(false);
  });
});
