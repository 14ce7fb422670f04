import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';

import { mergeThreeWay } from './merge';

const file = (fields: string[], body = 'You write.\n\n- One\n- Two\n- Three\n') =>
  `---\n${fields.join('\n')}\n---\n${body}`;

const NAME = 'name: scribe';
const WHEN = 'description: Writes minutes.';
const BASE = file([NAME, WHEN, 'model: opus']);

const merged = (base: string, mine: string, theirs: string) => {
  const result = mergeThreeWay(base, mine, theirs);
  return result.kind === 'clean' ? result.text : null;
};

describe('clean merges', () => {
  test('fields beside each other, changed by two people', () => {
    const mine = file([NAME, 'description: Writes short minutes.', 'model: opus']);
    const theirs = file([NAME, WHEN, 'model: sonnet']);
    expect(mergeThreeWay(BASE, mine, theirs)).toEqual({
      kind: 'clean',
      text: file([NAME, 'description: Writes short minutes.', 'model: sonnet']),
      summary: 'model changed',
    });
  });

  test('two fields added at one place, in the same order whoever is first', () => {
    const mine = file([NAME, WHEN, 'model: opus', 'color: red']);
    const theirs = file([NAME, WHEN, 'model: opus', 'background: true']);
    const text = file([NAME, WHEN, 'model: opus', 'background: true', 'color: red']);
    expect(merged(BASE, mine, theirs)).toBe(text);
    expect(merged(BASE, theirs, mine)).toBe(text);
  });

  test('a field moved by one and changed by the other', () => {
    const mine = file([NAME, 'model: opus', WHEN]);
    const theirs = file([NAME, 'description: Writes.', 'model: opus']);
    expect(merged(BASE, mine, theirs)).toBe(file([NAME, 'model: opus', 'description: Writes.']));
  });

  test('a field removed, and a line of the body', () => {
    const mine = file([NAME, WHEN]);
    const theirs = file([NAME, WHEN, 'model: opus'], 'You write.\n\n- One\n- Three\n');
    expect(mergeThreeWay(BASE, mine, theirs)).toEqual({
      kind: 'clean',
      text: file([NAME, WHEN], 'You write.\n\n- One\n- Three\n'),
      summary: '1 line of the body removed',
    });
  });

  test('a nested value and a comment stay as they were written', () => {
    const hooks = 'hooks: # ours\n  Stop:\n    - hooks:\n        - type: command\n          command: echo';
    const base = file([NAME, WHEN, '# who pays', 'model: opus', hooks]);
    const mine = base.replace('opus', 'haiku');
    const theirs = base.replace('echo', 'true').replace('- Two\n', '- Two\n- Two and a half\n');
    expect(mergeThreeWay(base, mine, theirs)).toEqual({
      kind: 'clean',
      text: theirs.replace('opus', 'haiku'),
      summary: 'hooks changed, 1 line of the body added',
    });
  });

  test('byte order mark, CRLF and a missing last line end stay', () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n').replace(/\r\n$/, '')}`;
    const mine = crlf(BASE.replace('opus', 'haiku'));
    const theirs = crlf(BASE.replace('- One', '- First'));
    expect(merged(crlf(BASE), mine, theirs)).toBe(
      crlf(BASE.replace('opus', 'haiku').replace('- One', '- First')),
    );
  });

  test('a repair that one side relies on is not lost by the other', () => {
    const base = file([NAME, WHEN, 'author: a']);
    // `a: b` is read only by the second parse, which would take the block for a text.
    const mine = file([NAME, WHEN, 'author: a: b']);
    const theirs = file([NAME, 'description: |-\n  Writes.\n  Slowly.', 'author: a']);
    const text = merged(base, mine, theirs);
    expect(text).not.toBeNull();
    const result = readAgentFile(text ?? '');
    expect(result.verdict.loads).toBe(true);
    expect(result.effective.description).toBe('Writes.\nSlowly.');
    expect(result.fields.find((field) => field.key === 'author')?.written).toBe('a: b');
    expect(merged(base, theirs, mine)).toBe(text);
  });
});

describe('conflicts', () => {
  test('one field changed on both sides', () => {
    const mine = file([NAME, WHEN, 'model: haiku']);
    const theirs = file([NAME, WHEN, 'model: sonnet'], 'You write.\n\n- One\n- Two\n- Three\n- Four\n');
    const result = mergeThreeWay(BASE, mine, theirs);
    expect(result).toMatchObject({
      kind: 'conflict',
      summary: 'model changed, 1 line of the body added',
      clashes: [{ where: 'field', key: 'model', message: 'Both sides changed model.' }],
    });
    const clash = result.kind === 'conflict' ? result.clashes[0] : undefined;
    expect(mine.slice(clash?.mine?.from, clash?.mine?.to)).toBe('model: haiku\n');
    expect(theirs.slice(clash?.theirs?.from, clash?.theirs?.to)).toBe('model: sonnet\n');
  });

  test('a field removed by one and changed by the other', () => {
    const mine = file([NAME, WHEN]);
    const theirs = file([NAME, WHEN, 'model: sonnet']);
    expect(mergeThreeWay(BASE, mine, theirs)).toMatchObject({ clashes: [{ key: 'model', mine: null }] });
    expect(mergeThreeWay(BASE, theirs, mine)).toMatchObject({ clashes: [{ key: 'model', theirs: null }] });
  });

  test('one line of the body changed on both sides, as ranges of the whole texts', () => {
    const mine = BASE.replace('- Two', '- Two, quickly');
    const theirs = BASE.replace('- Two', '- Two, slowly');
    const result = mergeThreeWay(BASE, mine, theirs);
    const clash = result.kind === 'conflict' ? result.clashes[0] : undefined;
    expect(clash?.where).toBe('body');
    expect(mine.slice(clash?.mine?.from, clash?.mine?.to)).toBe('- Two, quickly\n');
    expect(theirs.slice(clash?.theirs?.from, clash?.theirs?.to)).toBe('- Two, slowly\n');
  });

  test('front matter added on both sides of a file without any', () => {
    expect(mergeThreeWay('Body\n', `---\nname: a\n---\nBody\n`, `---\nname: b\n---\nBody\n`).kind).toBe(
      'conflict',
    );
  });
});

/** Pieces of front matter and body that two people may change apart from each other. */
const lines = fc.array(fc.constantFrom('- a', '- b', '', '## C', 'é 😀', '---', 'name: x'), { maxLength: 8 });
const value = fc.constantFrom(
  'opus',
  '"a: b"',
  'a: b',
  "'x'",
  '|-\n  one\n  two',
  'x # y',
  '[a, b]',
  '',
  '5',
  'C:\\new',
);
const keys = ['model', 'color', 'author', 'tools', 'version'] as const;
interface Draft {
  fields: Map<string, string>;
  body: string[];
  crlf: boolean;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  fields: fc
    .tuple(
      fc.constantFrom('Writes.', '"Writes: well"', 'Writes: well', '|\n  Writes.\n  Well.'),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength: 4 }),
    )
    .map(([description, fields]) => new Map([['description', description], ...fields])),
  body: lines,
  crlf: fc.boolean(),
});

/** Up to three changes of one file, as a person makes them. */
const edits = fc.array(
  fc.oneof(
    fc.record({ key: fc.constantFrom(...keys, 'description'), value }),
    fc.record({ key: fc.constantFrom(...keys), value: fc.constant(null) }),
    fc.record({ at: fc.nat(8), line: fc.constantFrom('- new', '- other', '---', 'name: y') }),
  ),
  { maxLength: 3 },
);

function textOf({ fields, body, crlf }: Draft): string {
  const text = file([NAME, ...[...fields].map(([key, written]) => `${key}: ${written}`)], body.join('\n'));
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}

const agent = draft.map(textOf);

/** A file and two changed copies of it. */
const three = fc.tuple(draft, edits, edits).map(([base, left, right]): [string, string, string] => {
  const changed = (list: typeof left) => {
    const copy: Draft = { ...base, fields: new Map(base.fields), body: [...base.body] };
    for (const edit of list) {
      if ('line' in edit) copy.body.splice(Math.min(edit.at, copy.body.length), 0, edit.line);
      else if (edit.value === null) copy.fields.delete(edit.key);
      else copy.fields.set(edit.key, edit.value);
    }
    return textOf(copy);
  };
  return [textOf(base), changed(left), changed(right)];
});

const loads = (text: string) => readAgentFile(text).verdict.loads;
const linesOf = (text: string) => text.split(/(?<=\n)/);

describe('laws', () => {
  test('one side still, and both sides alike', () => {
    fc.assert(
      fc.property(three, ([base, x]) => {
        expect(merged(base, base, x)).toBe(x);
        expect(merged(base, x, base)).toBe(x);
        expect(merged(base, x, x)).toBe(x);
      }),
    );
  });

  test('whoever comes first, a clean result is the same', () => {
    fc.assert(
      fc.property(three, ([base, x, y]) => {
        expect(merged(base, x, y)).toBe(merged(base, y, x));
      }),
      { numRuns: 300 },
    );
  });

  test('most changes of a few things each are joined', () => {
    const samples = fc.sample(three, { numRuns: 300, seed: 1 });
    const clean = samples.filter(([base, x, y]) => merged(base, x, y) !== null);
    expect(clean.length).toBeGreaterThan(150);
    expect(clean.length).toBeLessThan(300);
  });

  test('two files that load never become one that does not, and no field says what neither side said', () => {
    fc.assert(
      fc.property(three, ([base, x, y]) => {
        const text = merged(base, x, y);
        if (text === null) return;
        if (loads(x) && loads(y)) expect(loads(text)).toBe(true);
        const written = (of: string) =>
          new Map(readAgentFile(of).fields.map((field) => [field.key, field.written]));
        for (const [key, said] of written(text)) {
          const sides = [written(x).get(key), written(y).get(key)];
          if (key !== 'description') expect(sides).toContainEqual(said);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('changes apart from each other are both there, and nothing else', () => {
    const spot = fc.constantFrom(0, 2, 4, 6);
    fc.assert(
      fc.property(agent, spot, spot, fc.boolean(), (start, at, other, crlf) => {
        fc.pre(at !== other);
        const end = crlf ? '\r\n' : '\n';
        const body = Array.from({ length: 8 }, (_, index) => `line ${index}${end}`);
        const front = readAgentFile(start);
        const head = start.slice(0, front.body.from);
        fc.pre(head.endsWith('\n'));
        const withChange = (...spots: number[]) =>
          head + body.map((line, index) => (spots.includes(index) ? `new ${index}${end}` : line)).join('');
        const result = mergeThreeWay(withChange(), withChange(at), withChange(other));
        expect(result).toEqual({
          kind: 'clean',
          text: withChange(at, other),
          summary: '1 line of the body changed',
        });
      }),
    );
  });

  test('a clean body never loses a line that one side added', () => {
    fc.assert(
      fc.property(three, ([base, x, y]) => {
        const text = merged(base, x, y);
        if (text === null) return;
        const bodyOf = (of: string) => linesOf(of.slice(readAgentFile(of).body.from));
        for (const side of [x, y]) {
          for (const line of bodyOf(side))
            if (!bodyOf(base).includes(line)) expect(bodyOf(text)).toContain(line);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('takes bounded time on repetitive text', () => {
    const long = (lines: string) => `---\n${NAME}\n${WHEN}\n---\n${lines}`;
    const start = performance.now();
    mergeThreeWay(long('x\n'.repeat(50_000)), long('y\nx\n'.repeat(25_000)), long('x\nz\n'.repeat(25_000)));
    mergeThreeWay(long('a '.repeat(50_000)), long('b '.repeat(50_000)), long('c '.repeat(50_000)));
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
