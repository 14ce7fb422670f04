/** What does a body look like rendered, and what changed since it was last rendered? */

import type { Env, MarkdownIt, Token } from 'markdown-it';

import { makeParser } from './parser';
import { groups, renderBlock } from './render-block';

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
  let known = new Map<string, string[]>();
  let references = '';
  return {
    update(markdown) {
      const source = markdown.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
      const env: Env = {};
      const tokens: Token[] = [];
      md.block.parse(source, md, env, tokens);
      const now = JSON.stringify(env.references ?? null);
      if (now !== references) known = new Map();
      references = now;
      const result = renderAll(md, source, tokens, env, known);
      known = result.known;
      return { pieces: result.pieces, headings: result.headings };
    },
  };
}

function renderAll(md: MarkdownIt, source: string, tokens: Token[], env: Env, before: Map<string, string[]>) {
  const lines = source.split('\n');
  const known = new Map<string, string[]>();
  const pieces: Piece[] = [];
  const headings: Heading[] = [];
  let shown = 1;
  for (const block of groups(tokens, 0)) {
    const first = block[0];
    const line = first?.map?.[0] ?? 0;
    let key = lines.slice(line, first?.map?.[1] ?? line + 1).join('\n');
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
    const rendered = known.get(key) ?? before.get(key) ?? renderBlock(md, block, env, shown);
    known.set(key, rendered);
    for (const html of rendered) pieces.push({ html, line });
  }
  return { pieces, headings, known };
}
