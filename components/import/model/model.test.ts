import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { PickedFile } from '@/lib/client/dropped-files';
import type { ImportSending } from '@/lib/client/import-request';
import { RequestError } from '@/lib/client/request';
import { IMPORT_LIMITS, type ImportedFile, type ImportLine } from '@/lib/contract';

import {
  countStates,
  emptyRow,
  filterRows,
  type ImportRow,
  type RowState,
  relate,
  tickOffers,
} from './import-rows';
import { ImportSession } from './import-session';
import { fileNameOf, looksLikeAgent } from './pasted';
import { planImport } from './requests';
import { resultsAsCsv, resultsAsJson } from './results';
import { STATES, summarise } from './row-words';

const picked = (path: string, text = 'x'): PickedFile => ({
  file: new File([text], path.split('/').at(-1) ?? path),
  path,
});
const row = (id: number, changes: Partial<ImportRow>): ImportRow => ({
  ...emptyRow(id, `${id}.md`),
  ...changes,
});

describe('files of one import', () => {
  test('equal texts come once and equal names are said, in their order', () => {
    const rows = relate([
      row(0, { state: 'new', name: 'a', sha256: '1' }),
      row(1, { state: 'new', name: 'a', sha256: '1' }),
      row(2, { state: 'new', name: 'a', sha256: '2', message: 'Line 3.' }),
      row(3, { state: 'new', name: null, sha256: '3' }),
      row(4, { state: 'new', name: null, sha256: '4' }),
      row(5, { state: 'refused', name: 'a' }),
    ]);
    expect(rows.map(({ state }) => state)).toEqual([
      'new',
      'identical',
      'same-name',
      'new',
      'new',
      'refused',
    ]);
    expect(rows[2]?.message).toBe('Line 3. 0.md of this import is called "a", too.');
  });

  test('of a repository only what lies in folders of agents is ticked at first', () => {
    const offers = (...paths: string[]) => paths.map((path, id) => row(id, { state: 'new', path }));
    const ticks = (rows: ImportRow[]) => tickOffers(rows).map(({ ticked }) => ticked);
    expect(ticks(offers('r-1/.claude/agents/a.md', 'r-1/docs/b.md', 'r-1/packages/x/agents/c.md'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(ticks(offers('a.md', 'docs/b.md'))).toEqual([true, true]);
    expect(ticks([row(0, { state: 'identical' }), row(1, { state: 'not-agent' })])).toEqual([false, false]);
  });

  test('every file is counted and found once, whatever the states', () => {
    const states = fc.array(fc.constantFrom(...STATES), { maxLength: 60 });
    fc.assert(
      fc.property(states, (list) => {
        const rows = list.map((state, id) => row(id, { state }));
        const counts = countStates(rows);
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        const found = [...counts.keys()].flatMap((state) => filterRows(rows, new Set<RowState>([state]), ''));
        expect(found.map(({ id }) => id).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id));
      }),
    );
    expect(filterRows([row(0, { path: 'A/B.md' }), row(1, { message: 'b.' })], null, ' B ')).toHaveLength(2);
  });

  test('the sum of all in one line', () => {
    const rows = ['imported', 'imported', 'not-agent', 'identical'].map((state, id) =>
      row(id, { state: state as RowState }),
    );
    expect(summarise(rows)).toBe('2 imported, 1 identical, 1 not an agent');
  });
});

describe('the plan', () => {
  test('tells without the server what can be told, and sends the rest in bounded requests in their order', () => {
    const files = [
      picked('README'),
      picked('a.tar.gz'),
      picked('huge.md', 'x'.repeat(IMPORT_LIMITS.fileBytes + 1)),
      ...Array.from({ length: 450 }, (_, i) => picked(`agents/${i}.md`)),
      picked('all.zip'),
      picked('last.md'),
    ];
    const { rows, requests, notices } = planImport(files, IMPORT_LIMITS);
    expect(rows.slice(0, 3).map(({ state }) => state)).toEqual(['not-agent', 'refused', 'refused']);
    const sizes = requests.map((request) => (request.kind === 'loose' ? request.files.length : 'zip'));
    expect(sizes).toEqual([200, 200, 50, 'zip', 1]);
    expect(notices).toEqual([]);
    expect(planImport([...files, ...Array(20_000).fill(files[3])], IMPORT_LIMITS).notices).toHaveLength(1);
  });
});

describe('the list of results', () => {
  const results = [
    row(0, {
      state: 'imported',
      path: 'a "b",\nc.md',
      name: 'a',
      loads: true,
      agent: { id: '7', title: 'a' },
    }),
    row(1, { state: 'refused', path: '=cmd()', message: 'No.', archive: 'x.zip' }),
  ];

  test('as CSV holds every value, and nothing that a spreadsheet would run', () => {
    expect(resultsAsCsv(results)).toBe(
      'archive,path,result,name,loads,agent,message\r\n,"a ""b"",\nc.md",imported,a,true,7,\r\n' +
        "x.zip,'=cmd(),refused,,false,,No.\r\n",
    );
  });

  test('as JSON too', () => {
    expect(JSON.parse(resultsAsJson(results))[0]).toMatchObject({
      result: 'imported',
      agent: '7',
      loads: true,
    });
  });
});

test('a pasted text is an agent when it has front matter, and is named by it', () => {
  const text = '---\nname: Code Reviewer!\ndescription: d\n---\nbody';
  expect([looksLikeAgent(text), looksLikeAgent('Hello\n---\nx\n---')]).toEqual([true, false]);
  expect([fileNameOf(text), fileNameOf('---\nname: ../\n---\n')]).toEqual(['Code-Reviewer.md', 'pasted.md']);
});

describe('an import', () => {
  const said = (key: string, state: ImportedFile['state'], more: Partial<ImportedFile> = {}): ImportLine => ({
    ...{ kind: 'file', key, path: `${key}.md`, state, name: key, loads: true, message: '', sha256: key },
    ...{ agent: null, ...more },
  });

  /** A server that answers as told, and keeps what it was asked. */
  function server(answer: (sending: ImportSending, nth: number) => void) {
    const asked: { mode: string; options: Record<string, unknown>; files: number }[] = [];
    const send = async (sending: ImportSending) => {
      const { mode, form } = sending;
      const options = JSON.parse(String(form.get('options')));
      asked.push({ mode, options, files: form.getAll('file').length });
      answer(sending, asked.length - 1);
      sending.signal.throwIfAborted();
    };
    let written = 0;
    const open = (files: PickedFile[]) =>
      new ImportSession({ workspace: 'w', limits: IMPORT_LIMITS, send, onWritten: () => written++ }, files);
    return { asked, open, written: () => written };
  }
  const statesOf = (session: ImportSession) => session.getState().rows.map(({ state }) => state);

  test('is looked over first, and sends only what is chosen, with the answers', async () => {
    const { asked, open, written } = server(({ mode, form, onLine }) => {
      form.getAll('file').forEach((_, part) => {
        const verdict = part === 1 ? ('same-name' as const) : ('new' as const);
        onLine(
          said(String(part), mode === 'preview' ? verdict : 'imported', {
            name: `n${part}`,
            sha256: `s${part}`,
          }),
        );
      });
    });
    const session = open([picked('x/a.md'), picked('logo.png'), picked('x/b.md'), picked('x/c.md')]);
    await session.preview();
    expect(statesOf(session)).toEqual(['new', 'not-agent', 'same-name', 'new']);
    session.tick(new Set([0]), false);
    session.answer(2, 'replace');
    await session.write();
    expect(asked.map(({ mode, files }) => [mode, files])).toEqual([
      ['preview', 3],
      ['write', 2],
    ]);
    expect(asked[1]?.options).toEqual({
      sameName: 'keep',
      choices: { 0: 'replace' },
      paths: ['x/b.md', 'x/c.md'],
    });
    expect(statesOf(session)).toEqual(['skipped', 'not-agent', 'imported', 'imported']);
    expect([session.getState().stage, written()]).toEqual(['done', 1]);
  });

  test('of an archive takes its entries by their keys, and a later line for the same one', async () => {
    const { asked, open } = server(({ mode, onLine }) => {
      if (mode === 'write') return onLine(said('0.2', 'replaced'));
      onLine(said('0.1', 'new'));
      onLine(said('0.2', 'same-name'));
      onLine(said('0.1', 'refused', { message: 'It is a link.' }));
      onLine({ kind: 'archive', key: '0', message: 'It was cut off.' });
    });
    const session = open([picked('repo.zip')]);
    await session.preview();
    expect(statesOf(session)).toEqual(['refused', 'same-name']);
    expect(session.getState().notices).toEqual(['repo.zip: It was cut off.']);
    session.answerAll('replace');
    await session.write();
    expect(asked[1]?.options).toEqual({ sameName: 'replace', choices: {}, take: ['0.2'] });
    expect(statesOf(session)).toEqual(['refused', 'replaced']);
  });

  test('that is stopped keeps what was written and says what was not; the rest can be tried again', async () => {
    let stop = () => {};
    const { asked, open } = server(({ mode, form, onLine }, nth) => {
      const count = form.getAll('file').length;
      for (let part = 0; part < count; part++) {
        if (mode === 'write' && nth === 1 && part === 1) return stop();
        onLine(
          said(String(part), mode === 'preview' ? 'new' : 'imported', { name: `${part}`, sha256: `${part}` }),
        );
      }
    });
    const session = open([picked('a.md'), picked('b.md'), picked('c.md')]);
    stop = session.stop;
    await session.preview();
    await session.write();
    expect(statesOf(session)).toEqual(['imported', 'stopped', 'stopped']);
    expect(session.getState().failure).toBeNull();
    await session.write();
    expect(asked.at(-1)?.files).toBe(2);
    expect(statesOf(session)).toEqual(['imported', 'imported', 'imported']);
  });

  test('that fails says why on every file that is left', async () => {
    const { open } = server(({ mode, onLine }) => {
      if (mode === 'write') throw new RequestError({ code: 'unavailable', message: 'No answer.' });
      onLine(said('0', 'new'));
    });
    const session = open([picked('a.md')]);
    await session.preview();
    await session.write();
    expect(session.getState()).toMatchObject({ stage: 'done', failure: 'No answer.' });
    expect(session.getState().rows[0]).toMatchObject({
      state: 'failed',
      message: 'Not imported. No answer.',
    });
  });
});
