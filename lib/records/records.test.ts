import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { showHidden } from '@/lib/text';

import {
  activityEvents,
  csvLine,
  EVENTS,
  eventLabel,
  idsToName,
  jsonLine,
  type Named,
  tellEvent,
  textOf,
} from './index';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every event that the server writes, as its sources name it. */
function eventsOfTheServer(): string[] {
  const files = ['lib/server', 'app'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
      .map((file) => path.join(ROOT, room, file)),
  );
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bevent(?:: | = )'([a-z-]+\.[a-z-]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [...new Set(found)].sort();
}

const AGENT = `${'0'.repeat(25)}1`;
const MERGE = `${'0'.repeat(25)}2`;
const PERSON = `${'0'.repeat(25)}3`;
const NAMES = new Map<string, Named>([
  [AGENT, { kind: 'agent', text: 'backend-architect' }],
  [MERGE, { kind: 'merge', text: 'Backend architect' }],
  [PERSON, { kind: 'person', text: 'Ada' }],
]);
const told = (event: string, details = {}, subjectId: string | null = AGENT, outcome = 'done' as const) =>
  textOf(tellEvent({ event, details, subjectId, outcome }, NAMES));

describe('the words of events', () => {
  it('has words for every event that the server writes', () => {
    const written = eventsOfTheServer();
    expect(written).toContain('agent.saved');
    expect(written.filter((event) => !EVENTS[event])).toEqual([]);
  });

  it('says what happened, and leads there', () => {
    expect(
      tellEvent({ event: 'agent.saved', subjectId: AGENT, details: { number: 7 }, outcome: 'done' }, NAMES),
    ).toEqual([
      { text: 'saved ' },
      { text: 'backend-architect', path: `agents/${AGENT}` },
      { text: ' as ' },
      { text: 'v7', path: `agents/${AGENT}/history/7` },
    ]);
    expect(told('agent.imported', { agents: [AGENT, MERGE], replaced: 1 }, null)).toBe(
      'imported backend-architect and Backend architect, 1 of them as new versions',
    );
    expect(told('agent.archived', { agents: Array(1200).fill(AGENT) }, null)).toBe('archived 1,200 agents');
    expect(told('agent.exported', { label: 'published' })).toBe(
      'exported backend-architect by the label published',
    );
    expect(told('agent.exported', { number: 3 })).toBe('exported backend-architect at v3');
    expect(told('agent.purged', { agents: ['x', 'y'], afterDays: 30 }, null)).toBe(
      'deleted 2 agents for good, after 30 days in the bin',
    );
    expect(told('agent.tagged', { 'added team': [AGENT], 'removed old': [AGENT] })).toBe(
      'tagged with team and took off the tag old: backend-architect',
    );
    expect(told('member.role-changed', { role: 'editor', before: 'viewer' }, PERSON)).toBe(
      'made Ada an editor; was a viewer',
    );
    expect(told('merge.finished', { sources: ['a', 'b'], agentId: AGENT }, MERGE)).toBe(
      'finished the merge Backend architect: 2 agents became backend-architect',
    );
  });

  it('leads to proposals, and shows what a name hides', () => {
    const names = new Map<string, Named>([[AGENT, { kind: 'proposal', text: 'Safer\u202eog' }]]);
    const published = {
      event: 'proposal.published',
      subjectId: AGENT,
      details: {},
      outcome: 'done' as const,
    };
    expect(tellEvent(published, names)).toEqual([
      { text: 'published the proposal ' },
      { text: 'Safer\\u202eog', path: `reviews/${AGENT}` },
    ]);
    expect(told('workspace.renamed', { before: 'a', name: 'b\u2066c' })).toBe(
      'renamed the workspace from a to b\\u2066c',
    );
  });

  it('tells of what is gone by the title that is left, and leads nowhere', () => {
    const gone = { event: 'template.deleted', subjectId: 'gone', details: { title: 'A start' } };
    expect(tellEvent({ ...gone, outcome: 'done' }, NAMES)).toEqual([
      { text: 'deleted the template A start' },
    ]);
  });

  it('says what was tried, and hides nothing that it has no words for', () => {
    expect(
      textOf(tellEvent({ event: 'agent.saved', subjectId: null, details: {}, outcome: 'denied' }, NAMES)),
    ).toBe('tried to save an agent');
    expect(
      textOf(
        tellEvent({ event: 'agent:export GET', subjectId: null, details: {}, outcome: 'denied' }, NAMES),
      ),
    ).toBe('tried to do what needs agent:export');
    expect(told('future.thing')).toBe('future.thing');
    expect(eventLabel('agent.saved')).toBe('Save an agent');
  });

  it('never throws and never says more than a row holds, whatever the details are', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(EVENTS)),
        fc.dictionary(fc.string(), value, { maxKeys: 5 }),
        fc.option(fc.string()),
        (event, details, subjectId) => {
          const parts = tellEvent({ event, details, subjectId, outcome: 'done' }, NAMES);
          expect(textOf(parts)).not.toBe('');
          expect(textOf(parts)).not.toMatch(/undefined|\[object/);
          expect(idsToName({ event, details, subjectId }).length).toBeLessThan(50);
        },
      ),
    );
  });

  it('keeps from the activity what is not work on what is shared', () => {
    const shown = activityEvents(null);
    expect(shown).toContain('agent.saved');
    for (const event of ['session.started', 'invitation.created', 'merge.saved']) {
      expect(shown).not.toContain(event);
    }
    expect(activityEvents('templates')).toEqual(['template.created', 'template.changed', 'template.deleted']);
  });
});

/** Reads RFC 4180 back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        for (at += 1; ; at += 1) {
          if (text[at] !== '"') value += text[at];
          else if (text[at + 1] === '"') {
            value += '"';
            at += 1;
          } else break;
        }
        at += 1;
      } else while (!/[,\r]/.test(text[at] ?? ',')) value += text[at++];
      row.push(value);
      if (text[at] !== ',') break;
      at += 1;
    }
    expect(text.slice(at, at + 2)).toBe('\r\n');
    at += 2;
    rows.push(row);
  }
  return rows;
}

describe('csvLine', () => {
  it('reads back as it was, but for an apostrophe before a formula and what nobody would see', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 }), (values) => {
        const shown = values.map(showHidden);
        const [read = []] = readCsv(csvLine(values));
        expect(read.map((value, at) => (value === `'${shown[at]}` ? shown[at] : value))).toEqual(shown);
      }),
    );
  });

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1"', '|calc', '\u00a0=1'])(
    'lets a spreadsheet calculate nothing of %j',
    (formula) => {
      const [[read = ''] = []] = readCsv(csvLine([formula]));
      expect(read).toBe(`'${formula}`);
    },
  );

  it('writes out what would turn or end a line, and leaves what languages are written with', () => {
    expect(csvLine(['Ada\u202egnp', 'a\u2028b\u0000', 'می\u200cخواهم 👩\u200d💻'])).toBe(
      'Ada\\u202egnp,a\\u2028b\\u0000,می\u200cخواهم 👩\u200d💻\r\n',
    );
  });

  it('leaves numbers and dates alone', () => {
    expect(csvLine([-1, '2026-01-01T00:00:00.000Z', null, 'a-b'])).toBe(
      '-1,2026-01-01T00:00:00.000Z,,a-b\r\n',
    );
  });
});

describe('jsonLine', () => {
  it('reads back as it was, from one line for whatever reader', () => {
    const value = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(value, (given) => {
        const line = jsonLine(given);
        expect(JSON.parse(line)).toEqual(given);
        // What Python, Java and Unicode call ends of lines.
        expect(line.slice(0, -1)).not.toMatch(/[\n\r\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/);
      }),
    );
    expect(jsonLine({ name: 'a\\\u2028\u202eb' })).toBe('{"name":"a\\\\\\u2028\\u202eb"}\n');
  });
});
