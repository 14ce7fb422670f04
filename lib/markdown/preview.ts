/** What does a body look like rendered, and what changed since it was last rendered? */

import type { Env, Token } from 'markdown-it';

import { makeParser } from './parser';
import { groups, type RenderContext, renderBlock } from './render-block';

/** A self-contained bit of the rendering. Two pieces with the same `html` look the same. */
export interface Piece {
  html: string;
  /** First line of its source, counted from 0. */
  line: number;
}

export interface Heading {
  level: number;
  text: string;
  /** Counted from 0. */
  line: number;
}

export interface Preview {
  pieces: Piece[];
  headings: Heading[];
}

/** Renders one text again and again; what did not change keeps its identical HTML. */
export interface PreviewRenderer {
  update(markdown: string): Preview;
}

/**
 * Makes a renderer that remembers the blocks of its last text, so that a keystroke renders one block anew.
 *
 * @example createPreviewRenderer().update('# Hi').pieces[0]?.html // '<h1 aria-level="2">Hi</h1>'
 */
export function createPreviewRenderer(): PreviewRenderer {
  const md = makeParser();
  let memory = new Memory();
  let references = '';
  return {
    update(markdown) {
      const source = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
      const env: Env = {};
      const tokens: Token[] = [];
      md.block.parse(source, md, env, tokens);
      const now = JSON.stringify(env.references ?? null);
      // What a definition says can change any block.
      memory = now === references ? memory.next() : new Memory();
      references = now;
      const { remember } = memory.parts;
      return renderAll({ md, env, lines: source.split('\n'), remember }, tokens, memory.blocks);
    },
  };
}

function renderAll(context: RenderContext, tokens: Token[], known: Remembered<string[]>): Preview {
  const pieces: Piece[] = [];
  const headings: Heading[] = [];
  let shown = 1;
  for (const block of groups(tokens, 0)) {
    const first = block[0];
    const line = first?.map?.[0] ?? 0;
    let key = context.lines.slice(line, first?.map?.[1] ?? line + 1).join('\n');
    const level = first?.type === 'heading_open' ? Number(first.tag.slice(1)) : 0;
    if (level > 0) {
      const text = (block[1]?.content ?? '').replace(/[*`]/g, '').trim();
      if (text !== '') {
        headings.push({ level, text, line });
        // The page has one level-1 heading already, and levels that are skipped confuse a screen reader.
        shown = Math.min(level + 1, shown + 1, 6);
      }
      key = `${shown}${key}`;
    }
    for (const html of known.remember(key, () => renderBlock(context, block, shown)))
      pieces.push({ html, line });
  }
  return { pieces, headings };
}

/** What was made before, for as long as it is asked for again. */
class Remembered<Value> {
  private readonly made = new Map<string, Value>();

  constructor(private readonly before: ReadonlyMap<string, Value> = new Map()) {}

  remember = (key: string, make: () => Value): Value => {
    const value = this.made.get(key) ?? this.before.get(key) ?? make();
    this.made.set(key, value);
    return value;
  };

  /** For the next text: what this one did not ask for is forgotten, once `most` values have come together. */
  next(most: number): Remembered<Value> {
    return this.made.size < most ? this : new Remembered(this.made);
  }
}

/** So many parts of long blocks are kept although the block, remembered whole, did not ask for them. */
const KEPT_PARTS = 20_000;

class Memory {
  constructor(
    readonly blocks = new Remembered<string[]>(),
    readonly parts = new Remembered<string>(),
  ) {}

  next(): Memory {
    return new Memory(this.blocks.next(0), this.parts.next(KEPT_PARTS));
  }
}
