/** What is the HTML of one block, cut into pieces that are never long? */

import type { Env, MarkdownIt, Token } from 'markdown-it';

import { INLINE_LENGTH, PIECE_LENGTH } from './limits';
import { codeHtml, takeTask } from './parser';

/** What rendering needs to know of the text around a block. */
export interface RenderContext {
  md: MarkdownIt;
  env: Env;
  /** The lines of the whole text. */
  lines: readonly string[];
  /** Gives what was rendered for this key before, else renders it. The key holds all that the rendering depends on. */
  remember: (key: string, render: () => string) => string;
}

/** Renders the tokens of one top-level block; a long one becomes several pieces. `level` is that of a heading as shown. */
export function renderBlock(context: RenderContext, block: Token[], level: number): string[] {
  const first = block[0];
  if (!first) return [];
  const isLong = first.nesting === 1 && lengthOf(block) > PIECE_LENGTH;
  const renderer = TYPES[first.type];
  if (renderer && (isLong || !renderer.onlyLong)) return renderer.render(context, block, level);
  return isLong ? renderContainer(context, block) : [render(context, block)];
}

interface BlockRenderer {
  onlyLong?: true;
  render: (context: RenderContext, block: Token[], level: number) => string[];
}

const TYPES: Record<string, BlockRenderer> = {
  fence: { render: renderCode },
  code_block: { render: renderCode },
  paragraph_open: { onlyLong: true, render: renderParagraph },
  heading_open: { render: renderHeading },
  table_open: { onlyLong: true, render: renderTable },
};

function render({ md, env }: RenderContext, block: Token[]): string {
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

function renderHeading(context: RenderContext, block: Token[], level: number): string[] {
  if ((block[1]?.content ?? '').trim() === '') return [];
  block[0]?.attrSet('aria-level', String(level));
  return [render(context, block)];
}

function renderCode({ md }: RenderContext, block: Token[]): string[] {
  const parts = cutText(block[0]?.content ?? '');
  return parts.map((part, at) => codeHtml(md.utils.escapeHtml(part), at > 0));
}

function renderParagraph({ md, env, remember }: RenderContext, block: Token[]): string[] {
  return cutText(block[1]?.content ?? '').map((part, at) => {
    // A part of one line is a piece of a very long line: cut anywhere, its signs would not pair.
    const isPlain = !part.includes('\n') && part.length > PIECE_LENGTH / 2;
    const html = isPlain
      ? md.utils.escapeHtml(part)
      : remember(`paragraph ${part}`, () => md.renderInline(part.trimEnd(), env));
    return `<p${at > 0 ? ' class="md-continued"' : ''}>${html}</p>`;
  });
}

/** Cuts a text into parts of about a piece's length: at line ends, or within a very long line at blanks or anywhere. */
function cutText(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > PIECE_LENGTH) {
    const end = cutAfter(text, start + PIECE_LENGTH / 2, start + PIECE_LENGTH);
    parts.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length || parts.length === 0) parts.push(text.slice(start));
  return parts;
}

function cutAfter(text: string, from: number, to: number): number {
  for (const sign of ['\n', ' ']) {
    const found = text.indexOf(sign, from);
    if (found !== -1 && found < to) return found + 1;
  }
  const code = text.charCodeAt(to - 1);
  return code >= 0xd800 && code < 0xdc00 ? to + 1 : to;
}

/** A long list or quotation: several of the same kind, each with some of its children. */
function renderContainer(context: RenderContext, block: Token[]): string[] {
  const open = block[0];
  const close = block.at(-1);
  if (!open || !close) return [];
  let number = Number(open.attrGet('start') ?? 1);
  return chunks(groups(block.slice(1, -1), 1)).map((chunk, at) => {
    if (at > 0) open.attrSet('class', 'md-continued');
    if (open.type === 'ordered_list_open') open.attrSet('start', String(number));
    number += chunk.length;
    return `${render(context, [open])}${renderChildren(context, chunk, '')}${render(context, [close])}`;
  });
}

/** A long table: the first piece has the head; columns are of equal width, so that the pieces line up. */
function renderTable(context: RenderContext, block: Token[]): string[] {
  const bodyOpen = block.findIndex((token) => token.type === 'tbody_open');
  const open = block[0];
  const tbodyOpen = block[bodyOpen];
  if (!open || !tbodyOpen) return [render(context, block)];
  const head = block.slice(1, bodyOpen);
  const columns = context.lines[(open.map?.[0] ?? 0) + 1] ?? '';
  return chunks(groups(block.slice(bodyOpen + 1, -2), 2)).map((chunk, at) => {
    open.attrSet('class', at > 0 ? 'md-wide md-continued' : 'md-wide');
    const start = render(context, [open, ...(at > 0 ? [] : head), tbodyOpen]);
    return `${start}${renderChildren(context, chunk, columns)}${render(context, block.slice(-2))}`;
  });
}

/** Renders list items, rows or quoted blocks, each only if it is new. `outer` is what they depend on beside themselves. */
function renderChildren(context: RenderContext, children: readonly Token[][], outer: string): string {
  return children
    .map((child) => {
      const [from, to] = child[0]?.map ?? [0, 0];
      const hidden = child.map((token) => (token.hidden ? 1 : 0)).join('');
      const key = `${child[0]?.type} ${hidden} ${outer}\n${context.lines.slice(from, to).join('\n')}`;
      return context.remember(key, () => render(context, child));
    })
    .join('');
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
