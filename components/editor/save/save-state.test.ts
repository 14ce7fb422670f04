import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { KeptPlace } from '@/lib/client/drafts/draft-store';
import type { ErrorCode, SaveAgentResult, VersionStamp } from '@/lib/contract';

import { bringIn, lineChanges } from './bring-in';
import { hunksOf } from './line-diff';
import { canSave, isUnsaved, nextSaveState, openedState, saveWords } from './save-state';

const stamp = (number: number): VersionStamp => ({
  versionId: `version-${number}`,
  number,
  savedAt: 0,
  savedBy: 'Ada',
});
const opened = openedState(stamp(1), 'a');
const time = () => '14:02';
const answer = (data: SaveAgentResult) => ({ type: 'answered', result: { ok: true, data } }) as const;

describe('the state of saving', () => {
  it('is saved, then unsaved, then saving, then saved', () => {
    expect(saveWords(opened, 'a', time).words).toBe('Saved 14:02 · v1');
    expect(canSave(opened, 'a')).toBe(false);
    expect(saveWords(opened, 'ab', time).words).toBe('Unsaved changes on v1');
    const sent = nextSaveState(opened, { type: 'sent', text: 'ab' });
    expect(saveWords(sent, 'ab', time).words).toBe('Saving…');
    expect(canSave(sent, 'abc')).toBe(false);
    const saved = nextSaveState(sent, answer({ kind: 'saved', version: stamp(2) }));
    expect(saved.base.versionId).toBe('version-2');
    expect(isUnsaved(saved, 'ab')).toBe(false);
  });

  it('stays unsaved when something was typed while it was under way', () => {
    const sent = nextSaveState(opened, { type: 'sent', text: 'ab' });
    const saved = nextSaveState(sent, answer({ kind: 'saved', version: stamp(2) }));
    expect(isUnsaved(saved, 'abc')).toBe(true);
    expect(canSave(saved, 'abc')).toBe(true);
  });

  it('bases the next save on the merged text', () => {
    const sent = nextSaveState(opened, { type: 'sent', text: 'ab' });
    const merged = nextSaveState(
      sent,
      answer({ kind: 'merged', version: stamp(3), text: 'abX', summary: 'The model came in.' }),
    );
    expect(merged.baseText).toBe('abX');
    expect(merged.base.number).toBe(3);
  });

  it('keeps its base in a conflict and takes the head only once the texts are joined', () => {
    const sent = nextSaveState(opened, { type: 'sent', text: 'ab' });
    const conflict = nextSaveState(
      sent,
      answer({ kind: 'conflict', head: stamp(2), headText: 'aX', baseText: 'a' }),
    );
    expect(conflict.base.number).toBe(1);
    expect(canSave(conflict, 'ab')).toBe(false);
    const joined = nextSaveState(conflict, { type: 'joined' });
    expect(joined.base.number).toBe(2);
    expect(joined.baseText).toBe('aX');
    expect(canSave(joined, 'abX')).toBe(true);
  });

  it('can try again after a failure, on the same base', () => {
    const sent = nextSaveState(opened, { type: 'sent', text: 'ab' });
    const refused = (code: ErrorCode) =>
      nextSaveState(sent, { type: 'answered', result: { ok: false, error: { code, message: 'No.' } } });
    const cases = [
      { state: nextSaveState(sent, { type: 'lost' }), words: 'Offline: kept on this device' },
      { state: nextSaveState(sent, { type: 'outdated' }), words: 'Muster was updated: kept on this device' },
      { state: refused('rate_limited'), words: 'Not saved: kept on this device' },
      { state: refused('unauthenticated'), words: 'Signed out: kept on this device' },
    ];
    for (const { state, words } of cases) {
      expect(state.base).toBe(opened.base);
      expect(canSave(state, 'ab')).toBe(true);
      expect(saveWords(state, 'ab', time).words).toBe(words);
      expect(saveWords(state, 'a', time).words).toBe('Saved 14:02 · v1');
    }
  });

  it('says where the text lies, and that there is no network, before a save is tried', () => {
    const words = (kept: KeptPlace, isOnline: boolean) =>
      saveWords(opened, 'ab', time, { kept, isOnline }).words;
    expect(words('device', true)).toBe('Unsaved changes on v1');
    expect(words('device', false)).toBe('Offline: kept on this device');
    expect(words('tab', false)).toBe('Offline: kept in this tab');
    expect(words('nowhere', true)).toBe('Unsaved changes on v1: not kept, no room on this device');
  });

  it('asks for attention only where something is not stored or on its way', () => {
    const shared = (how: 'stored' | 'sending' | 'offline' | 'refused') =>
      saveWords(opened, 'ab', time, { kept: 'device', isOnline: true, shared: how });
    expect(shared('stored')).toEqual({ tone: 'neutral', words: 'Shared with all, no version yet · v1' });
    expect(shared('sending').tone).toBe('neutral');
    expect(shared('offline').tone).toBe('attention');
    expect(shared('refused')).toEqual({ tone: 'bad', words: 'Not shared: kept on this device' });
  });
});

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd\r', ''), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('bringing in what somebody else saved', () => {
  it('turns one text into the other when nothing was typed', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const result = lineChanges(before, after).apply(Text.of(before.split('\n')));
        expect(result.sliceString(0)).toBe(after);
        const hunks = hunksOf(before, after);
        expect(hunks.map((hunk) => hunk.before).join('')).toBe(before);
        expect(hunks.map((hunk) => hunk.after).join('')).toBe(after);
        for (const hunk of hunks) expect(hunk.same).toBe(hunk.before === hunk.after);
      }),
    );
  });

  it('keeps what was typed meanwhile, wherever it stands', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (sent, merged, at) => {
        const from = at % (sent.length + 1);
        const typed = ChangeSet.of({ from, insert: '<typed>' }, sent.length, '\n');
        const now = typed.apply(Text.of(sent.split('\n')));
        const result = bringIn(sent, merged, typed).apply(now).sliceString(0);
        expect(result).toContain('<typed>');
        expect(result.replace('<typed>', '')).toBe(merged);
      }),
    );
  });
});
