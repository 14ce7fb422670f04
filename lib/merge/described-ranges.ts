/** Where in a file do the sentences of its description stand? */

import type { AgentFile } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';
import type { Unit } from '@/lib/units';

/** How far an escape may be from the character that it stands for, as in `\u00e9` or a folded line's indentation. */
const REACH = 80;

/**
 * Returns for each unit of a file's effective description its range in the file, where quotes, escapes and folded lines
 * may stand between its words; the whole value where it cannot be followed.
 */
export function describedRanges(file: AgentFile, units: readonly Unit[]): TextRange[] {
  return rangesInFile(
    file,
    units.map(({ range }) => range),
  );
}

/** The same for any ranges of the effective description. */
export function rangesInFile(file: AgentFile, ranges: readonly TextRange[]): TextRange[] {
  const described = file.effective.description ?? '';
  const value = file.fields.find(({ key }) => key === 'description')?.value ?? { from: 0, to: 0 };
  const places = follow(file.text, value, described);
  return ranges.map((range) => {
    const from = places[range.from];
    const last = places[range.to - 1];
    if (places.length === 0 || from === undefined || last === undefined || last < from) return value;
    return { from, to: last + 1 };
  });
}

/** Walks both texts; returns for each character of `said` its place in the source, or nothing when they part. */
function follow(text: string, { from, to }: TextRange, said: string): number[] {
  const places: number[] = [];
  let at = from;
  for (let i = 0; i < said.length; i++) {
    const wanted = said.charAt(i);
    if (/\s/.test(wanted)) {
      places.push(Math.min(at, Math.max(from, to - 1)));
      if (wanted === '\n' && text.startsWith('\\n', at)) at += 2;
      else if (/\s/.test(text.charAt(at)) && at < to) at++;
      continue;
    }
    const next = text.indexOf(wanted, at);
    const isNear = next !== -1 && next < to && next - at <= REACH;
    if (!isNear) return [];
    places.push(next);
    at = next + 1;
  }
  return places;
}
