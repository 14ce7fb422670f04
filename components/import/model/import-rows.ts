/** What is known of each file of an import, and what is to be done with it? Pure. */

import type { ImportDeed, ImportedFile, ImportVerdict, SameName } from '@/lib/contract';

/** `waiting`: not looked at yet; `stopped`: was to be imported when somebody stopped. */
export type RowState = 'waiting' | 'stopped' | ImportVerdict | ImportDeed;

export interface ImportRow extends Omit<ImportedFile, 'key' | 'state'> {
  id: number;
  state: RowState;
  /** The archive that it lies in. */
  archive: string | null;
  /** To be imported. */
  ticked: boolean;
  /** Where it answers otherwise than the import as a whole. */
  choice: SameName | null;
}

export const emptyRow = (id: number, path: string, archive: string | null = null): ImportRow => ({
  id,
  path,
  archive,
  state: 'waiting',
  name: null,
  loads: false,
  message: '',
  sha256: null,
  agent: null,
  ticked: false,
  choice: null,
});

/** Says whether the file can be imported: it is an agent, and not there yet. */
export const isOffer = ({ state }: ImportRow): boolean => state === 'new' || state === 'same-name';
/** Says whether its import did not come to an end, so that it can be tried again. */
export const isLeft = ({ state }: ImportRow): boolean => state === 'failed' || state === 'stopped';

/** The row when the server has said something of its file. */
export function heard(row: ImportRow, { key: _, ...said }: ImportedFile): ImportRow {
  return { ...row, ...said };
}

/**
 * Finds what files of one import have of each other: equal texts come once, equal names are said. The server knows
 * only what the workspace has already.
 */
export function relate(rows: readonly ImportRow[]): ImportRow[] {
  const byText = new Map<string, ImportRow>();
  const byName = new Map<string, ImportRow>();
  return rows.map((row) => {
    if (!isOffer(row)) return row;
    const twin = row.sha256 === null ? undefined : byText.get(row.sha256);
    if (twin)
      return { ...row, state: 'identical', message: `The same file as ${placeOf(twin)} of this import.` };
    const namesake = row.name === null ? undefined : byName.get(row.name);
    if (row.sha256 !== null) byText.set(row.sha256, row);
    if (row.name !== null && !namesake) byName.set(row.name, row);
    if (row.state === 'same-name' || !namesake) return row;
    const remark = `${placeOf(namesake)} of this import is called "${row.name}", too.`;
    return { ...row, state: 'same-name', message: [row.message, remark].filter(Boolean).join(' ') };
  });
}

const placeOf = ({ archive, path }: ImportRow) => (archive ? `${path} in ${archive}` : path);

const IN_REPOSITORY = /(?:^|\/)\.claude\/agents\//;
const IN_AGENTS = /(?:^|\/)agents\//;

/** Ticks what is offered; of a repository, which has a `.claude/agents`, only what lies in folders called `agents`. */
export function tickOffers(rows: readonly ImportRow[]): ImportRow[] {
  const repositories = new Set(
    rows.filter(({ path }) => IN_REPOSITORY.test(path)).map(({ archive }) => archive),
  );
  return rows.map((row) => ({
    ...row,
    ticked: isOffer(row) && (!repositories.has(row.archive) || IN_AGENTS.test(row.path)),
  }));
}

/** What is to be imported, or to be tried again. */
export const isToWrite = (row: ImportRow): boolean => row.ticked && (isOffer(row) || isLeft(row));

/** The rows in one of these states (all without), whose path, name or message has the words; in their order. */
export function filterRows(
  rows: readonly ImportRow[],
  states: ReadonlySet<RowState> | null,
  words: string,
): ImportRow[] {
  const wanted = words.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (states === null || states.has(row.state)) &&
      (wanted === '' ||
        [row.archive, row.path, row.name, row.message].some((text) => text?.toLowerCase().includes(wanted))),
  );
}

/** How many rows there are of each state. */
export function countStates(rows: readonly ImportRow[]): Map<RowState, number> {
  const counts = new Map<RowState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
