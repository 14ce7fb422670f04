/** What became of each file of an import, and of all of them? Pure. */

import type { Settled } from '@/lib/client/queue';
import { RequestError, UNREACHABLE } from '@/lib/client/request';
import type { ImportOutcome } from '@/lib/contract';

export type LineState = 'waiting' | 'cancelled' | 'failed' | ImportOutcome['outcome'];

export interface ImportLine {
  path: string;
  state: LineState;
  agentId: string | null;
  name: string | null;
  loads: boolean;
  message: string;
}

/** A file as the picker or the drop gave it. */
export interface FileFacts {
  path: string;
  bytes: number;
}

const empty = { agentId: null, name: null, loads: false, message: '' };

/** The lines before anything is sent: what can be refused here is not sent at all. */
export function startLines(files: readonly FileFacts[], maxBytes: number): ImportLine[] {
  return files.map(({ path, bytes }) => {
    if (!/\.(?:md|markdown)$/i.test(path)) {
      return { ...empty, path, state: 'not-agent', message: 'Not a Markdown file: agents end in .md.' };
    }
    if (bytes > maxBytes) {
      return { ...empty, path, state: 'refused', message: 'Larger than 1 MiB: an agent file may not be.' };
    }
    return { ...empty, path, state: 'waiting' };
  });
}

/** The line when its file's fate is known. */
export function settleLine(line: ImportLine, settled: Settled<ImportOutcome>): ImportLine {
  if (settled.kind === 'cancelled')
    return { ...line, state: 'cancelled', message: 'Not imported: you cancelled.' };
  if (settled.kind === 'failed') {
    const { message } = settled.cause instanceof RequestError ? settled.cause.error : UNREACHABLE;
    return { ...line, state: 'failed', message };
  }
  const { outcome, agentId, name, loads, message } = settled.result;
  return { ...line, state: outcome, agentId, name, loads, message };
}

/** Says whether somebody should look at the line: it is not in the workspace, or Claude Code will not load it. */
export function needsAttention(line: ImportLine): boolean {
  if (line.state === 'imported') return !line.loads;
  return line.state !== 'identical' && line.state !== 'waiting';
}

const phrases: readonly [LineState, (count: number) => string][] = [
  ['imported', (count) => `${count} imported`],
  ['identical', (count) => `${count} already here`],
  ['not-agent', (count) => (count === 1 ? '1 not an agent' : `${count} not agents`)],
  ['refused', (count) => `${count} refused`],
  ['failed', (count) => `${count} failed`],
  ['cancelled', (count) => `${count} cancelled`],
];

/** All lines in one: "4 imported (2 will not load), 1 already here". */
export function summarise(lines: readonly ImportLine[]): string {
  const parts = phrases.flatMap(([state, phrase]) => {
    const some = lines.filter((line) => line.state === state);
    if (some.length === 0) return [];
    const broken = state === 'imported' ? some.filter((line) => !line.loads).length : 0;
    return [phrase(some.length) + (broken > 0 ? ` (${broken} will not load)` : '')];
  });
  return parts.join(', ') || 'Nothing to import';
}
