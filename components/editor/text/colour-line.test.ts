import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { colourMarkdown, colourYaml, fenceOf, type Stretch } from './colour-line';

const shown = (text: string, found: Stretch[]) =>
  found.map(({ from, to, ink }) => `${ink}:${text.slice(from, to)}`);
const markdown = (text: string) => shown(text, colourMarkdown(text));
const yaml = (text: string) => shown(text, colourYaml(text));

describe('the colours of a line', () => {
  it('knows Markdown', () => {
    expect(markdown('## A *b*')).toEqual(['mark:##', 'heading: A *b*']);
    expect(markdown('- [x] **a** and `b*c*`')).toEqual(['mark:- [x]', 'strong:**a**', 'code:`b*c*`']);
    expect(markdown('> see [a](https://example.org) or _b_')).toEqual([
      'mark:>',
      'link:[a](https://example.org)',
      'emphasis:_b_',
    ]);
    expect(markdown('---')).toEqual(['mark:---']);
    expect(markdown('snake_case_name 2 * 3 * 4')).toEqual([]);
  });

  it('knows YAML, also before a CR', () => {
    expect(yaml('name: a # b\r')).toEqual(['key:name', 'mark::', 'comment: # b']);
    expect(yaml('  - key: "a # b"')).toEqual(['mark:  - ', 'key:key', 'mark::', 'string: "a # b"']);
    expect(yaml('background: true')).toEqual(['key:background', 'mark::', 'word: true']);
    expect(yaml('# all')).toEqual(['comment:# all']);
  });

  it('knows fences', () => {
    expect(fenceOf('```js')).toBe('```');
    expect(fenceOf('    ```')).toBeNull();
  });

  it('gives stretches in order and in time, whatever the line', () => {
    const unit = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      ' ',
      'a',
      '#',
      ':',
      '"',
      "'",
      '- ',
      '>',
      '\\',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (line) => {
        for (const found of [colourMarkdown(line), colourYaml(line)]) {
          found.forEach((one, at) => {
            expect(one.from).toBeLessThan(one.to);
            expect(one.from).toBeGreaterThanOrEqual(found[at - 1]?.to ?? 0);
            expect(one.to).toBeLessThanOrEqual(line.length);
          });
        }
      }),
    );
    for (const hostile of ['*', '`', '[', '**a', '[**`<a ', '_a ', '"', '- ', '`` ` ']) {
      const line = hostile.repeat(50_000);
      const began = process.cpuUsage();
      colourMarkdown(line);
      colourYaml(line);
      // Microseconds of the processor.
      expect(process.cpuUsage(began).user, hostile).toBeLessThan(800_000);
    }
  });
});
