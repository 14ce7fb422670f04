/** What is the HTML of one block, cut into pieces that are never long? */

import type { Env, MarkdownIt, Token } from 'markdown-it';

import { INLINE_LENGTH, PIECE_LENGTH } from './limits';
import { codeHtml, takeTask } from './parser';

/** Renders the tokens of one top-level block; a long one becomes several pieces. `level` is that of a heading as shown. */
export function renderBlock(md: MarkdownIt, block: Token[], env: Env, level: number): string[] {
  const first = block[0];
  if (!first) return [];
  const renderer = TYPES[first.type];
  if (renderer) return renderer(md, block, env, level);
  const isLong = first.nesting === 1 && lengthOf(block) > PIECE_LENGTH;
  return isLong ? renderContainer(md, block, env) : [render(md, block, env)];
}

type BlockRenderer = (md: MarkdownIt, block: Token[], env: Env, level: number) => string[];

const TYPES: Record<string, BlockRenderer> = {
  fence: renderCode,
  code_block: renderCode,
  paragraph_open: renderParagraph,
  heading_open: (md, block, env, level) => {
    if ((block[1]?.content ?? '').trim() === '') return [];
    block[0]?.attrSet('aria-level', String(level));
    return [render(md, block, env)];
  },
  table_open: (md, block, env) =>
    lengthOf(block) > PIECE_LENGTH ? renderTable(md, block, env) : [render(md, block, env)],
};

function render(md: MarkdownIt, block: Token[], env: Env): string {
  block.forEach((token, at) => {
    if (token.type === 'inline') parseInline(md, token, env, block[at - 2]?.type === 'list_item_open');
    const align = token.attrGet('style');
    if (align) token.attrs = [['class', String(align).replace('text-align:', 'md-')]];
  });
  return md.renderer.render(block, md.options, env).trimEnd();
}

function parseInline(md: MarkdownIt, token: Token, env: Env, isItem: boolean): void {
  const children: Token[] = [];
  const make = token.constructor as typeof Token;
  const task = isItem ? takeTask(token.content) : null;
  const content = task?.rest ?? token.content;
  if (content.length > INLINE_LENGTH) {
    children.push(Object.assign(new make('text', '', 0), { content }));
  } else {
    md.inline.parse(content, md, env, children);
  }
  if (task) children.unshift(Object.assign(new make('task', '', 0), { content: task.sign }));
  token.children = children;
}

function renderCode(md: MarkdownIt, block: Token[]): string[] {
  const parts = cutLines(block[0]?.content ?? '');
  return parts.map((part, at) => codeHtml(md.utils.escapeHtml(part), at > 0));
}

function renderParagraph(md: MarkdownIt, block: Token[], env: Env): string[] {
  const content = block[1]?.content ?? '';
  return cutLines(content).map((part, at) => {
    const html =
      part.length > INLINE_LENGTH ? md.utils.escapeHtml(part) : md.renderInline(part.trimEnd(), env);
    return `<p${at > 0 ? ' class="md-continued"' : ''}>${html}</p>`;
  });
}

/** Cuts a text at line ends into parts of about a piece's length. */
function cutLines(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > PIECE_LENGTH) {
    const end = text.indexOf('\n', start + PIECE_LENGTH / 2);
    if (end === -1) break;
    parts.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length || parts.length === 0) parts.push(text.slice(start));
  return parts;
}

/** A long list or quotation: several of the same kind, each with some of its children. */
function renderContainer(md: MarkdownIt, block: Token[], env: Env): string[] {
  const open = block[0];
  const close = block.at(-1);
  if (!open || !close) return [];
  let number = Number(open.attrGet('start') ?? 1);
  return chunks(groups(block.slice(1, -1), 1)).map((chunk, at) => {
    if (at > 0) open.attrSet('class', 'md-continued');
    if (open.type === 'ordered_list_open') open.attrSet('start', String(number));
    number += chunk.length;
    return render(md, [open, ...chunk.flat(), close], env);
  });
}

/** A long table: the first piece has the head; columns are of equal width, so that the pieces line up. */
function renderTable(md: MarkdownIt, block: Token[], env: Env): string[] {
  const bodyOpen = block.findIndex((token) => token.type === 'tbody_open');
  const open = block[0];
  const tbodyOpen = block[bodyOpen];
  if (!open || !tbodyOpen) return [render(md, block, env)];
  const head = block.slice(1, bodyOpen);
  const tail = block.slice(-2);
  return chunks(groups(block.slice(bodyOpen + 1, -2), 2)).map((chunk, at) => {
    open.attrSet('class', at > 0 ? 'md-wide md-continued' : 'md-wide');
    return render(md, [open, ...(at > 0 ? [] : head), tbodyOpen, ...chunk.flat(), ...tail], env);
  });
}

/** Splits tokens into runs that each end at the given level. */
export function groups(tokens: readonly Token[], level: number): Token[][] {
  const result: Token[][] = [];
  let start = 0;
  tokens.forEach((token, at) => {
    if (token.level !== level || token.nesting === 1) return;
    result.push(tokens.slice(start, at + 1));
    start = at + 1;
  });
  if (start < tokens.length) result.push(tokens.slice(start));
  return result;
}

function chunks(children: readonly Token[][]): Token[][][] {
  const result: Token[][][] = [];
  let chunk: Token[][] = [];
  let size = 0;
  for (const child of children) {
    chunk.push(child);
    size += lengthOf(child);
    if (size <= PIECE_LENGTH / 2) continue;
    result.push(chunk);
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) result.push(chunk);
  return result;
}

/** Its content and, for the tags around it, some more. */
function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.content.length + 4, 0);
}
