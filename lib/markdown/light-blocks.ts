/** How are tens of thousands of block tokens made at each keystroke without being felt? */

import type { MarkdownIt, Token } from 'markdown-it';

/** Lets a parser make its block tokens by plain assignment: its own constructor defines each property, ten times slower. */
export function makeBlockTokensLight(md: MarkdownIt): void {
  const { State } = md.block;
  const prototype = Object.getPrototypeOf(md.parse('a', {})[0]) as Token;
  md.block.State = class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (nesting < 0) this.level--;
      const token = lightToken(prototype, type, tag, nesting, this.level);
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };
}

function lightToken(prototype: Token, type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token {
  const token = Object.create(prototype) as Token;
  token.type = type;
  token.tag = tag;
  token.attrs = null;
  token.map = null;
  token.nesting = nesting;
  token.level = level;
  token.children = null;
  token.content = '';
  token.markup = '';
  token.info = '';
  token.meta = null;
  token.block = true;
  token.hidden = false;
  return token;
}
