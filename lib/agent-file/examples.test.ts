import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Example, editExamples, readExamples } from './index';

const one: Example = {
  context: 'Setting up.',
  user: 'Please "start"',
  assistant: "I'll start",
  commentary: 'It asks.',
};
const two: Example = { context: '', user: 'Stop', assistant: 'Stopped', commentary: '' };

const DIALECTS: Record<string, string> = {
  lines: `Use it.\n\n<example>\nContext: Setting up.\nuser: "Please "start""\nassistant: "I'll start"\n<commentary>\nIt asks.\n</commentary>\n</example>\n\n<example>\nuser: "Stop"\nassistant: "Stopped"\n</example>\n`,
  'literal backslash-n': `Use it.\\n\\n<example>\\nContext: Setting up.\\nuser: "Please "start""\\nassistant: "I'll start"\\n<commentary>\\nIt asks.\\n</commentary>\\n</example>\\n<example>\\nuser: "Stop"\\nassistant: "Stopped"\\n</example>`,
  inline: `Use it. Examples: <example>Context: Setting up. user: 'Please "start"' assistant: 'I'll start' <commentary>It asks.</commentary></example> <example>user: 'Stop' assistant: 'Stopped'</example>`,
  bold: `<example>\n  **Context:** Setting up.\n  **User:** "Please "start""\n  **Assistant:** "I'll start"\n  <commentary>It asks.</commentary>\n</example>\n<example>\n  **User:** "Stop"\n  **Assistant:** "Stopped"\n</example>`,
  tags: `<example><context>Setting up.</context><user>Please "start"</user><assistant>I'll start</assistant><commentary>It asks.</commentary></example><example><user>Stop</user><assistant>Stopped</assistant></example>`,
  'without tags': `Examples:\nContext: Setting up.\nUser: Please "start"\nAssistant: I'll start\nCommentary: It asks.\n\nUser: Stop\nAssistant: Stopped\n\nMore text.`,
};

describe.each(Object.entries(DIALECTS))('examples as %s', (_, description) => {
  it('are read', () => {
    expect(readExamples(description)).toEqual([one, two]);
  });

  it('written back change nothing', () => {
    expect(editExamples(description, readExamples(description))).toBe(description);
  });

  it.each([
    ['changed', [{ ...one, user: 'Go: now' }, two]],
    ['given a commentary', [one, { ...two, commentary: 'Why not.' }]],
    ['robbed of a context', [{ ...one, context: '' }, two]],
    ['fewer', [two]],
    ['none', []],
    ['more', [one, { ...two, user: 'Wait' }, two, one]],
    ['in another order', [two, one]],
  ] as [string, Example[]][])('are read again when %s', (__, examples) => {
    const written = editExamples(description, examples);
    expect(readExamples(written)).toEqual(examples);
    expect(written.includes('Use it.')).toBe(description.includes('Use it.'));
  });
});

describe('examples', () => {
  it('stay as they are when another changes', () => {
    const description = DIALECTS.inline ?? '';
    const written = editExamples(description, [one, { ...two, assistant: 'Done' }]);
    expect(written).toBe(description.replace('Stopped', 'Done'));
  });

  it('keep backslash-n', () => {
    const description = DIALECTS['literal backslash-n'] ?? '';
    expect(editExamples(description, [one, two, two])).not.toContain('\n');
  });

  it('leave notes on tools and further turns alone', () => {
    const text = '<example>\nuser: "a"\nassistant: "b"\n<uses a tool>\nuser: "c"\n</example>';
    expect(readExamples(text)).toEqual([{ context: '', user: 'a', assistant: 'b', commentary: '' }]);
    expect(editExamples(text, [{ context: '', user: 'A', assistant: 'b', commentary: '' }])).toBe(
      text.replace('"a"', '"A"'),
    );
  });

  it('are no prose about a user', () => {
    expect(readExamples('Use it when the user: someone asks. An assistant: helps.')).toEqual([]);
  });

  it('take linear time', () => {
    const parts = [
      '<example>',
      'user: "',
      '\nuser: ',
      '\n- ',
      'Context:\n',
      "'",
      '<commentary>',
      ' ',
      '\nA: "',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }), (pattern) => {
        const start = performance.now();
        readExamples(pattern.join('').repeat(8000));
        expect(performance.now() - start).toBeLessThan(2500);
      }),
      { numRuns: 12 },
    );
  });
});
