import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

let muster: Harness;
beforeAll(() => {
  muster = buildHarness();
  muster.put('mail/first.md', file('mail-sorter', MAIL));
  muster.put('mail/again.md', file('mail-sorter', MAIL).replaceAll('\n', '\r\n'));
  muster.put('mail/edited.md', file('post-clerk', MAIL.replace('Archive newsletters', 'Delete newsletters')));
  muster.put(
    'mail/other.md',
    file('inbox-triage', OTHER_MAIL, 'Triages an inbox: sorts mail, drafts replies.'),
  );
  muster.put('bread/baker.md', file('baker', BREAD, 'Bakes bread and plans the week of a bakery.'));
  muster.put('bread/README.md', '# About\n\nNotes on these files.\n');
}, 60_000);
afterAll(() => muster.clear());

const file = (name: string, body: string, description = 'Sorts incoming mail and drafts replies to it.') =>
  `---\nname: ${name}\ndescription: ${JSON.stringify(description)}\n---\n${body}`;

const MAIL = `You sort incoming mail for a small office.

- Read every message in the inbox and decide who in the office has to answer it.
- Draft a reply to each customer who waits for longer than two days.
- Archive newsletters and receipts in the folder of their month without asking.
- Never send a reply yourself: leave the draft for a person to read and to send.
`;
const OTHER_MAIL = `You triage the inbox of an office.

- Go through new mail, label what is urgent, and assign each message to a colleague.
- Prepare reply drafts for customers; a person sends them.
- Put newsletters into the archive.
`;
const BREAD = `You run the ovens of a bakery.

- Feed the sourdough at five, weigh flour and salt, and shape loaves after the second proof.
- Keep the oven at two hundred and thirty degrees and steam for the first ten minutes.
- Plan the week by last week's sales.
`;

const json = (...args: string[]) => JSON.parse(muster.run('dupes', '--json', ...args).out);
const pairsOf = (result: { pairs: { a: string; b: string; tier: string }[] }) =>
  Object.fromEntries(result.pairs.map(({ a, b, tier }) => [`${a} ${b}`, tier]));

describe('muster dupes', () => {
  test('finds the same file, a copy and a role in other words, and nothing else', () => {
    const result = json('.');
    expect(pairsOf(result)).toEqual({
      'mail/again.md mail/first.md': 'same',
      'mail/again.md mail/edited.md': 'copy',
      'mail/edited.md mail/first.md': 'copy',
      'mail/again.md mail/other.md': 'role',
      'mail/edited.md mail/other.md': 'role',
      'mail/first.md mail/other.md': 'role',
    });
    expect(result.clusters).toHaveLength(1);
    expect(result.clusters[0]).toMatchObject({
      members: ['mail/again.md', 'mail/edited.md', 'mail/first.md', 'mail/other.md'],
      tier: 'role',
    });
    expect(Object.keys(result.clusters[0])).toEqual(['members', 'tier', 'score', 'reasons']);
    expect(result.clusters[0].reasons.length).toBeGreaterThan(0);
    const roles = result.pairs.filter((pair: { tier: string }) => pair.tier === 'role');
    expect(result.clusters[0].score).toBe(Math.min(...roles.map((pair: { score: number }) => pair.score)));
  });

  test('every pair has its figures', () => {
    const { pairs } = json('mail/first.md', 'mail/edited.md');
    expect(pairs).toHaveLength(1);
    expect(Object.keys(pairs[0])).toEqual(['a', 'b', 'tier', 'score', 'jaccard', 'containment']);
    expect(pairs[0].jaccard).toBeGreaterThan(0.5);
    expect(pairs[0].jaccard).toBeLessThan(1);
    expect(pairs[0].score).toBe(pairs[0].containment);
  });

  test('does not depend on the order of the paths', () => {
    expect(json('bread', 'mail')).toEqual(json('mail', 'bread'));
    const files = ['mail/other.md', 'mail/first.md', 'mail/edited.md', 'mail/again.md'];
    expect(json(...files).clusters).toEqual(json(...files.reverse()).clusters);
  });

  test('a tier leaves out the weaker ones', () => {
    expect(new Set(Object.values(pairsOf(json('--tier', 'copy', '.'))))).toEqual(new Set(['same', 'copy']));
    const { clusters } = json('--tier', 'same', '.');
    expect(clusters).toMatchObject([{ members: ['mail/again.md', 'mail/first.md'], tier: 'same', score: 1 }]);
  });

  test('a threshold leaves out the weaker pairs', () => {
    const weakest = json('.').clusters[0].score;
    const { pairs } = json('--threshold', String(weakest + 0.001), '.');
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) expect(pair.score).toBeGreaterThan(weakest);
    expect(json('--threshold', '1', '.').pairs.map((pair: { tier: string }) => pair.tier)).toContain('same');
  });

  test('exit codes', () => {
    const roles = ['mail/first.md', 'mail/other.md'];
    expect(muster.run('dupes', '.').code).toBe(0);
    expect(muster.run('dupes', '--fail-on', 'role', ...roles).code).toBe(1);
    expect(muster.run('dupes', '--fail-on', 'copy', ...roles).code).toBe(0);
    expect(muster.run('dupes', '--fail-on', 'copy', 'mail').code).toBe(1);
    expect(muster.run('dupes', '--fail-on', 'role', 'bread').code).toBe(0);
    expect(muster.run('dupes', '--fail-on', 'same', '.').code).toBe(2);
    expect(muster.run('dupes', '--threshold', '2', '.').code).toBe(2);
    expect(muster.run('dupes', '--threshold', '', '.').code).toBe(2);
    expect(muster.run('dupes', '--tier', 'all', '.').code).toBe(2);
    expect(muster.run('dupes', 'nowhere').code).toBe(2);
    expect(muster.run('dupes').code).toBe(2);
  });

  test('a report for people', () => {
    const { out, err } = muster.run('dupes', '.');
    expect(out).toMatch(/^4 files, one role in other words \(0\.\d\d\)\n {2}mail\/again\.md\n/);
    expect(err).toContain('bread/README.md was left out: it is no agent');
    expect(err).toContain('muster: 5 agents: 1 cluster with 4 of them, 6 pairs\n');
  });

  test('no agents, no pairs', () => {
    expect(json('bread')).toEqual({ clusters: [], pairs: [] });
    expect(muster.run('dupes', 'bread').out).toBe('');
  });

  test('a place without an agent is an error, and its JSON is whole', () => {
    fs.mkdirSync(path.join(muster.folder, 'nothing'));
    muster.put('notes/README.md', '# About\n\nNotes alone.\n');
    for (const [place, notice] of [
      ['nothing', 'no .md file there'],
      ['notes', 'notes/README.md was left out: it is no agent'],
    ] as const) {
      const { code, out, err } = muster.run('dupes', '--json', '--fail-on', 'copy', place);
      expect({ code, found: JSON.parse(out) }).toEqual({ code: 2, found: { clusters: [], pairs: [] } });
      expect(err).toContain(notice);
      expect(err).toContain('muster: there is no agent to compare\n');
    }
  });

  test('a name of a file cannot forge a notice', () => {
    const forged = 'notes\nmuster: all is well.md';
    muster.put(`forged/${forged}`, 'No front matter.\n');
    fs.symlinkSync('/nowhere', path.join(muster.folder, 'forged', 'gone\nmuster: fine.md'));
    const lines = (...args: string[]) =>
      muster
        .run(...args)
        .err.trimEnd()
        .split('\n');
    expect(lines('dupes', 'forged')[0]).toBe(
      'muster: forged/notes⏎muster: all is well.md was left out: it is no agent, for it has no front matter',
    );
    for (const args of [
      ['check', '--format', 'json', 'forged/gone\nmuster: fine.md'],
      ['merge', 'forged/gone\nmuster: fine.md'],
      ['merge', 'mail/first.md', 'mail/edited.md', '--into', `forged/${forged}`],
      ['edit', `forged/${forged}`],
      ['dupes', 'mail', '--odd\nmuster: fine'],
      ['dupes', 'mail', '--tier', 'odd\nmuster: fine'],
    ]) {
      const forgeries = lines(...args).filter((line) => /^muster: (fine|all is well)/.test(line));
      expect({ args, forgeries }).toEqual({ args, forgeries: [] });
    }
  });

  test('a name of a file cannot speak to the terminal', () => {
    const odd = 'odd\u001b[31m.md';
    muster.put(`mail-too/${odd}`, file('mail-sorter', MAIL));
    const { out } = muster.run('dupes', 'mail-too', 'mail');
    expect(out).toContain('odd\\u001b[31m.md');
    expect(json('mail-too', 'mail').clusters[0].members).toContain(`mail-too/${odd}`);
  });

  test('hundreds of equal files', () => {
    for (let at = 0; at < 300; at++) muster.put(`many/${at}.md`, file('mail-sorter', MAIL));
    const { clusters, pairs } = json('many');
    expect(clusters).toHaveLength(1);
    expect(clusters[0].members).toHaveLength(300);
    expect(pairs).toHaveLength(44_850);
  });

  describe('of more files than one thread shall read', () => {
    const WORDS = 'flour salt yeast oven proof crust loaf rye steam week mail reply draft inbox label'.split(
      ' ',
    );
    const place = path.join('crowd', 'one');
    beforeAll(() => {
      for (let at = 0; at < 420; at++) {
        const said = Array.from(
          { length: 60 },
          (_, word) => WORDS[(at * 7 + word * (at % 11)) % WORDS.length],
        );
        muster.put(`${place}/${at}.md`, file(`clerk-${at % 40}`, `${said.join(' ')}.\n`));
      }
      muster.put(`${place}/README.md`, 'No front matter.\n');
    });

    /** `input`: the command itself, for a thread then finds no file to run. */
    const start = (args: readonly string[], input?: Uint8Array) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...args, 'dupes', '--json', place], {
        cwd: muster.folder,
        env: { ...process.env, NODE_DEBUG: 'worker' },
        maxBuffer: 256 * 1024 * 1024,
        ...(input ? { input } : {}),
      });
      const lines = stderr.toString().trimEnd().split('\n');
      return {
        code: status,
        out: stdout.toString(),
        threads: lines.filter((line) => /^WORKER \d+: \[\d+\] created Worker/.test(line)).length,
        notices: lines.filter((line) => line.startsWith('muster: ')),
      };
    };

    test('several do, and what they find is what one finds', () => {
      const several = start([muster.command]);
      const one = start(['--input-type=module', '-'], Uint8Array.from(fs.readFileSync(muster.command)));
      expect(several.threads).toBe(Math.min(4, os.availableParallelism()));
      expect(several.code).toBe(0);
      expect(JSON.parse(several.out).pairs.length).toBeGreaterThan(420);
      expect(several.notices[0]).toBe(
        `muster: ${place}/README.md was left out: it is no agent, for it has no front matter`,
      );
      expect({ ...several, threads: 0 }).toEqual({ ...one, threads: 0 });
    });

    test('what cannot be read is told', () => {
      const { code, out, err } = muster.run('dupes', '--json', place, '/dev/null');
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('/dev/null is no file but') });
      expect(JSON.parse(out).pairs.length).toBeGreaterThan(420);
    });
  });
});
