import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findPlace } from './find-place';
import { MAX_QUOTE, type Quoted, quoteOf } from './quote';

const TEXT = [
  'You are a careful reviewer of databases.',
  '',
  '## Rules',
  '- Never drop tables in production.',
  '- Ask for the plan of a query before you call it slow.',
  '- Say which index would help, and what it costs.',
  '',
].join('\n');

function quote(words: string, text = TEXT): Quoted {
  const from = text.indexOf(words);
  const quoted = quoteOf(text, from, from + words.length);
  if (!quoted) throw new Error(`no ${words}`);
  return quoted;
}

const wordsAt = (text: string, found: ReturnType<typeof findPlace>) =>
  found.state === 'gone' ? null : text.slice(found.from, found.to);

describe('findPlace', () => {
  it('follows a short stretch to the copy whose sides fit, not to the nearest', () => {
    const quoted = quote('it', TEXT.replace('it slow', 'that slow'));
    const text = `it it it ${TEXT}`;
    const found = findPlace(quoted, text);
    expect(found).toMatchObject({ state: 'same' });
    expect(text.slice((found as { from: number }).from - 5)).toMatch(/^what it costs/);
  });

  it('says that a stretch was changed, and where it is now', () => {
    const text = TEXT.replace(
      'Never drop tables in production',
      'Never drop or truncate tables in production',
    );
    const found = findPlace(quote('Never drop tables in production.'), text);
    expect(found.state).toBe('changed');
    expect(wordsAt(text, found)).toBe('Never drop or truncate tables in production.');
  });

  it('finds a changed stretch that was moved, too', () => {
    const line = '- Say which index would help, and what it costs.\n';
    const moved = `- Say which index would really help, and what it costs.\n${TEXT.replace(line, '')}`;
    const found = findPlace(quote(line.trim()), moved.replace('costs.', 'costs us.'));
    expect(found).toMatchObject({ state: 'changed' });
    expect((found as { from: number }).from).toBeLessThan(10);
  });

  it('says that a stretch is gone, and where it stood', () => {
    const text = TEXT.replace('- Never drop tables in production.\n', '');
    const found = findPlace(quote('- Never drop tables in production.\n'), text);
    expect(found).toEqual({ state: 'gone', near: text.indexOf('- Ask') });
    expect(findPlace(quote('Never drop tables'), 'Something else altogether.')).toEqual({
      state: 'gone',
      near: null,
    });
  });

  it('is not taken in by the same long words elsewhere when its own place was closed', () => {
    const line = 'Ask for the plan of a query before you call it slow.';
    const other = `${TEXT}\n\nElsewhere entirely: ${line}`;
    const cut = other.replace(line, '');
    expect(findPlace(quote(line, other), cut).state).toBe('gone');
  });

  it('takes little time over a text that repeats itself', () => {
    const text = 'a'.repeat(1_000_000);
    const quoted = quoteOf(text, 500_000, 500_900);
    const began = process.cpuUsage();
    expect(quoted && findPlace(quoted, `b${text}`).state).toBe('same');
    const other = { quote: `${'a'.repeat(400)}x${'ab'.repeat(200)}`, before: 'c'.repeat(32) };
    expect(quoted && findPlace({ ...quoted, ...other }, text).state).not.toBe('same');
    // Microseconds of the processor, whatever else the machine does meanwhile.
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  });
});

describe('quoteOf', () => {
  it('keeps the beginning of a long stretch, and nothing of a blank one', () => {
    expect(quoteOf('x'.repeat(5_000), 10, 4_000)?.quote).toHaveLength(MAX_QUOTE);
    expect(quoteOf('a  b', 1, 3)).toBeNull();
  });

  it('splits no character', () => {
    const text = '😀😀😀';
    for (let from = 0; from < 6; from++) {
      for (let to = from + 1; to <= 6; to++) {
        const quoted = quoteOf(text, from, to);
        for (const part of [quoted?.quote, quoted?.before, quoted?.after])
          expect(part ?? '').not.toMatch(/\p{Cs}/u);
      }
    }
  });
});

describe('laws', () => {
  const words = fc
    .array(fc.constantFrom('tables', 'never', 'ask', 'plan', 'a', 'of', '\n- ', '语', '😀', 'index', '. '), {
      minLength: 1,
      maxLength: 60,
    })
    .map((all) => all.join(' '));
  const piece = fc.tuple(words, words, words).filter(([, quote]) => quote.trim().length >= 3);
  const insertion = fc.string({ maxLength: 40 });

  it('changes beyond its sides never lose it, and it is the very one', () => {
    fc.assert(
      fc.property(piece, insertion, insertion, ([before, stretch, after], head, tail) => {
        const kept = `${'0123456789'.repeat(4)}${before}`;
        const text = `${kept}${stretch}${after}${'9876543210'.repeat(4)}`;
        const quoted = quoteOf(text, kept.length, kept.length + stretch.length);
        if (!quoted) return;
        const changed = `${head}${text}${tail}`;
        expect(findPlace(quoted, changed)).toEqual({
          state: 'same',
          from: head.length + quoted.from,
          to: head.length + quoted.to,
        });
      }),
    );
  });

  it('one whole side is enough', () => {
    fc.assert(
      fc.property(piece, fc.boolean(), insertion, ([before, stretch, after], keepsLeft, other) => {
        const text = `${before}${stretch}${after}`;
        const quoted = quoteOf(text, before.length, before.length + stretch.length);
        if (!quoted || quoted.before.length < 8 || quoted.after.length < 8) return;
        const changed = keepsLeft ? `${before}${quoted.quote}${other}` : `${other}${quoted.quote}${after}`;
        const found = findPlace(quoted, changed);
        expect(found.state).toBe('same');
        expect(wordsAt(changed, found)).toBe(quoted.quote);
      }),
    );
  });

  it('what was cut out is gone, unless the same words stand between the same sides or are said again', () => {
    fc.assert(
      fc.property(piece, ([before, stretch, after]) => {
        const text = `${before}${stretch}${after}`;
        const quoted = quoteOf(text, before.length, before.length + stretch.length);
        if (!quoted) return;
        const cut = text.slice(0, quoted.from) + text.slice(quoted.to);
        const found = findPlace(quoted, cut);
        if (!cut.includes(quoted.quote)) expect(found.state).not.toBe('same');
        if (found.state !== 'gone') {
          expect(found.from).toBeLessThan(found.to);
          expect(found.to).toBeLessThanOrEqual(cut.length);
        }
        if (!cut.includes(quoted.quote) && quoted.before.length >= 8 && quoted.after.length >= 8) {
          expect(found.state).toBe('gone');
        }
      }),
    );
  });

  it('answers with a range of the text, whatever the text', () => {
    fc.assert(
      fc.property(piece, fc.string({ unit: 'binary', maxLength: 300 }), ([before, stretch, after], text) => {
        const quoted = quoteOf(`${before}${stretch}${after}`, before.length, before.length + stretch.length);
        if (!quoted) return;
        const found = findPlace(quoted, text);
        if (found.state === 'gone') return;
        expect(found.from).toBeGreaterThanOrEqual(0);
        expect(found.from).toBeLessThan(found.to);
        expect(found.to).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
