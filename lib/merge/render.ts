/** Which text do the front matter and the pieces of the body make, and where does each stand in it? */

import { type LineEnd, type TextRange, withLineEnds } from '@/lib/text';
import type { LaidPiece } from './layout';
import type { Block, BlockId } from './types';

export interface Rendered {
  text: string;
  /** Tile the lines of the text; blank lines belong to the block above them. */
  blocks: Block[];
  /** The words of each block, without the blank lines behind them. */
  ranges: Map<BlockId, TextRange>;
}

/** Joins front matter and pieces. `letters` gives those of a block's units. */
export function render(
  frontMatter: string,
  pieces: readonly LaidPiece[],
  end: LineEnd,
  head: Pick<Block, 'units' | 'letters' | 'origin'>,
  letters: (piece: LaidPiece) => string[],
): Rendered {
  let text = withLineEnds(frontMatter, end);
  const blocks: Block[] = [
    { id: 'front-matter', kind: 'front-matter', ...head, range: { from: 0, to: text.length } },
  ];
  const ranges = new Map<BlockId, TextRange>([['front-matter', { from: 0, to: text.length }]]);
  for (const [at, piece] of pieces.entries()) {
    if (piece.spaced || at === 0) text += end;
    const last = blocks.at(-1);
    if (last) last.range = { from: last.range.from, to: text.length };
    const from = text.length;
    text += withLineEnds(piece.text, end);
    ranges.set(piece.id, { from, to: text.length });
    text += end;
    const { id, kind, units, origin } = piece;
    blocks.push({ id, kind, units, letters: letters(piece), origin, range: { from, to: text.length } });
  }
  return { text, blocks, ranges };
}
