/** What is the merge of files that are all the same? */

import { entriesOf, repeatedEntries } from './ledger';
import { measure } from './metrics';
import type { ReadSource } from './sources';
import type { Block, Decision, LedgerEntry, Proposal, ProposalSource } from './types';

/** The file itself, byte for byte: there is nothing to decide, so decisions have no effect. */
export function untouched(
  source: ReadSource,
  all: readonly ProposalSource[],
  decisions: readonly Decision[],
): Proposal {
  const { file, letter } = source;
  const blocks = blocksOf(source);
  const blockOf = new Map(blocks.flatMap(({ id, units }) => units.map((unit) => [unit, id] as const)));
  const own = entriesOf(source).map(
    (one): LedgerEntry => ({
      ...one,
      ...{ fate: 'kept', target: one.range, block: blockOf.get(one.unit) ?? 'front-matter' },
      reason: 'The file stays as it is.',
    }),
  );
  const ledger = all.flatMap(({ id, repeats }) =>
    repeats === null ? own : repeatedEntries(own, source, id),
  );
  return {
    text: file.text,
    sources: [...all],
    blocks: blocks.map((block) => ({ ...block, letters: [letter] })),
    ledger,
    conflicts: [],
    quarantined: [],
    metrics: measure(file.text, [source], ledger),
    idle: decisions.map((_, index) => index),
  };
}

/** One block for each line on which a unit begins; blank lines belong to the one above. */
function blocksOf(source: ReadSource): Block[] {
  const { text, body } = source.file;
  const blocks: Block[] = [];
  const head = [...source.fields, ...source.description].map(({ id }) => id);
  if (body.from > 0) {
    const range = { from: 0, to: body.from };
    blocks.push({
      id: 'front-matter',
      kind: 'front-matter',
      units: head,
      letters: [],
      origin: 'source',
      range,
    });
  }
  for (const { id, unit } of source.body) {
    const from = Math.max(body.from, text.lastIndexOf('\n', unit.range.from - 1) + 1);
    const last = blocks.at(-1);
    if (last && last.id !== 'front-matter' && from <= last.range.from) last.units.push(id);
    else {
      if (last) last.range.to = from;
      blocks.push({
        id,
        kind: unit.kind,
        units: [id],
        letters: [],
        origin: 'source',
        range: { from, to: text.length },
      });
    }
  }
  const last = blocks.at(-1);
  const first = blocks[0];
  if (last) last.range.to = text.length;
  if (first) first.range.from = 0;
  return blocks;
}
