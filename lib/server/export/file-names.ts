/** Which path does each agent get in an export? Safe on every system, and no two alike even ignoring case. */

const FOLDER = '.claude/agents';
const MAX_BYTES = 120;
/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+/gu;

/**
 * Returns a file name without extension that Windows, macOS and Linux can hold, in NFC, at most 120 bytes.
 *
 * @example safeStem('a/b: c') // 'a-b-c'
 */
export function safeStem(title: string): string {
  let stem = title
    .normalize('NFC')
    .replace(UNSAFE, '-')
    .replace(/\s+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.md$/i, '');
  stem = trim(clip(trim(stem)));
  const beforeDot = stem.split('.', 1)[0] ?? '';
  if (RESERVED.test(beforeDot)) stem = `_${stem}`;
  return stem || 'agent';
}

/** Leading dots hide a file, and Windows drops trailing ones. */
function trim(stem: string): string {
  return stem.replace(/^[.\-\s]+/u, '').replace(/[.\-\s]+$/u, '');
}

function clip(stem: string): string {
  let bytes = 0;
  let result = '';
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    result += character;
  }
  return result;
}

export interface NamedAgent {
  id: string;
  title: string;
}

export interface ExportPath {
  agentId: string;
  path: string;
  /** The path that the agent would have had, if another has it. */
  wanted: string | null;
}

/** The form in which two file names are the same on a file system that ignores case. */
const folded = (stem: string) => stem.normalize('NFC').toUpperCase().toLowerCase();

/**
 * Returns a path for each agent, sorted by path. Of agents that want the same one, ignoring case, the first by title
 * and id gets it and the others `-2`, `-3` …; the same agents get the same paths in whatever order they come.
 */
export function exportPaths(agents: readonly NamedAgent[]): ExportPath[] {
  const ordered = [...agents].sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id));
  const wanted = new Set(ordered.map(({ title }) => folded(safeStem(title))));
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const paths = ordered.map(({ id, title }) => {
    const stem = safeStem(title);
    const path = `${FOLDER}/${stem}.md`;
    if (!taken.has(folded(stem))) {
      taken.add(folded(stem));
      return { agentId: id, path, wanted: null };
    }
    let number = next.get(folded(stem)) ?? 2;
    // A name that somebody else wants as it is stays theirs.
    while (taken.has(folded(`${stem}-${number}`)) || wanted.has(folded(`${stem}-${number}`))) number += 1;
    next.set(folded(stem), number + 1);
    taken.add(folded(`${stem}-${number}`));
    return { agentId: id, path: `${FOLDER}/${stem}-${number}.md`, wanted: path };
  });
  return paths.sort((a, b) => compare(a.path, b.path));
}

/** By code units: the order that no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
