/** How does Markdown become HTML that can do nothing but be read? */

import MarkdownItClass, { type MarkdownIt, type Token } from 'markdown-it';

import { makeBlockTokensLight } from './light-blocks';
import { NESTING } from './limits';

const FOLLOWED = /^(?:https?:\/\/|mailto:)/i;
const TASK = /^\[([ xX])\]\s/;

/** Says whether a link of the preview may be followed: http, https and mailto only. */
export function isFollowed(url: string): boolean {
  return FOLLOWED.test(url);
}

/** Makes a Markdown parser without HTML, whose links are inert unless followed and whose images are never fetched. */
export function makeParser(): MarkdownIt {
  const md = new MarkdownItClass('default', {
    html: false,
    linkify: false,
    typographer: false,
    maxNesting: NESTING,
  });
  makeBlockTokensLight(md);
  md.validateLink = () => true;
  const { escapeHtml } = md.utils;
  md.renderer.rules.link_open = (tokens, at) => {
    const url = String(tokens[at]?.attrGet('href') ?? '');
    return isFollowed(url)
      ? `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer nofollow">`
      : `<span class="md-link" title="${escapeHtml(url)}">`;
  };
  md.renderer.rules.link_close = (tokens, at) => (isOpenFollowed(tokens, at) ? '</a>' : '</span>');
  md.renderer.rules.image = (tokens, at) => {
    const token = tokens[at];
    const url = String(token?.attrGet('src') ?? '');
    const alt = escapeHtml(token?.content || 'image without a description');
    return `<span class="md-image" title="${escapeHtml(url)}">Image: ${alt}</span>`;
  };
  md.renderer.rules.task = (tokens, at) => tokens[at]?.content ?? '';
  md.renderer.rules.fence = (tokens, at) => codeHtml(escapeHtml(tokens[at]?.content ?? ''));
  md.renderer.rules.code_block = md.renderer.rules.fence;
  return md;
}

/** Returns the HTML of a code block whose content is already escaped. */
export function codeHtml(escaped: string, continued = false): string {
  return `<pre${continued ? ' class="md-continued"' : ''}><code>${escaped}</code></pre>`;
}

function isOpenFollowed(tokens: Token[], close: number): boolean {
  const level = tokens[close]?.level ?? 0;
  for (let at = close - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token?.type === 'link_open' && token.level === level)
      return isFollowed(String(token.attrGet('href') ?? ''));
  }
  return false;
}

/** If an item's text starts with `[ ]` or `[x]`, takes that off and returns the sign to show instead. */
export function takeTask(content: string): { sign: string; rest: string } | null {
  const match = TASK.exec(content);
  if (!match) return null;
  const done = match[1] !== ' ';
  const label = done ? 'done' : 'to do';
  const sign = `<span class="md-task" role="img" aria-label="${label}">${done ? '☑' : '☐'}</span> `;
  return { sign, rest: content.slice(match[0].length) };
}
