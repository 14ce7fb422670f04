/** What does a row of the list say of an agent? Words and tones; pure. */

import { formatCount, formatMany } from '@/components/ui/numbers';
import type { ToolGrant } from '@/lib/agent-file';
import { formatDay } from '@/lib/client/time';
import type { AgentRow } from '@/lib/contract';

/** How long an agent stays in the bin; told by a test to be what the server keeps to. */
export const BIN_MS = 30 * 86_400_000;

export type RowTone = 'good' | 'attention' | 'bad';

/** How Claude Code takes the file: it loads it, another agent's name hides it, or it does not load. */
export function statusOf(row: Pick<AgentRow, 'loads' | 'hidden'>): { word: string; tone: RowTone } {
  if (!row.loads) return { word: 'broken', tone: 'bad' };
  return row.hidden ? { word: 'hidden', tone: 'attention' } : { word: 'loads', tone: 'good' };
}

/** The line beside the name: where it went, or the problem in words, else the description. */
export function lineOf(
  row: Pick<AgentRow, 'loads' | 'hidden' | 'problem' | 'description' | 'deletedAt' | 'mergedInto'>,
): { text: string; tone: RowTone | null } {
  if (row.deletedAt !== null) {
    return { text: `In the bin; goes for good on ${formatDay(row.deletedAt + BIN_MS)}`, tone: null };
  }
  if (row.mergedInto !== null) return { text: 'A merge put another agent in its place', tone: null };
  if (!row.loads) return { text: row.problem ?? 'Claude Code does not load this file.', tone: 'bad' };
  if (row.hidden) {
    return { text: 'Same name as another agent: Claude Code loads only one of them.', tone: 'attention' };
  }
  return { text: row.description.replace(/\s+/g, ' '), tone: null };
}

/** How far what is published is from what the row tells; null where it is the same, or nothing is published here at all. */
export function publishedOf({
  publishedNumber,
  versionNumber,
}: Pick<AgentRow, 'publishedNumber' | 'versionNumber'>): string | null {
  if (publishedNumber === undefined || publishedNumber === versionNumber) return null;
  return publishedNumber === null ? 'not published' : `v${versionNumber}, published v${publishedNumber}`;
}

/** What the tools column says; `wide` marks the grant of all tools, which is a decision. */
export function grantOf(tools: ToolGrant): { label: string; wide: boolean; title: string } {
  if (tools.kind === 'inherit') {
    return { label: 'all tools', wide: true, title: 'May use every tool of the session' };
  }
  if (tools.kind === 'none' || tools.list.length === 0) {
    return { label: 'no tools', wide: false, title: 'May use no tool' };
  }
  const count = tools.list.length;
  return { label: count === 1 ? '1 tool' : `${count} tools`, wide: false, title: tools.list.join(', ') };
}

/** A number of agents: "1 agent", "1,391 agents". */
export function formatAgents(count: number): string {
  return formatMany(count, 'agent');
}

/** An estimated number of tokens, with thousands set apart: "1,391 t". */
export function formatTokens(tokens: number): string {
  return `${formatCount(tokens)} t`;
}
