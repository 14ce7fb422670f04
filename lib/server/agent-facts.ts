/** What do lists show of a text? Read out of it once, when it is saved. */

import type { AgentFacts } from '@/db';
import { type AgentFile, readAgentFile } from '@/lib/agent-file';
import { checkAgentFile } from '@/lib/checks';
import { estimateTokens } from '@/lib/text';

/** Goes up when the same text would give other facts: those of before are then read anew. */
export const FACTS_RECIPE = 1;

const MAX_TITLE = 200;
/** Of the name by which agents get into each other's way: PostgreSQL keeps at most 2,704 bytes in an index. */
const MAX_NAME = 500;

/** Returns what lists show of a file; the title is its name, else its file name without the extension. */
export function agentFacts(text: string, fileName: string | null): AgentFacts {
  return factsOf(readAgentFile(text), fileName);
}

/** As `agentFacts`, of a file that has been read already. */
export function factsOf(file: AgentFile, fileName: string | null): AgentFacts {
  const { effective, verdict, body } = file;
  const description = effective.description ?? '';
  return {
    name: effective.name === null ? null : [...effective.name].slice(0, MAX_NAME).join(''),
    title: titleOf(effective.name) ?? titleOf(fileName?.replace(/\.md$/i, '')) ?? 'Untitled',
    description,
    model: effective.model,
    color: effective.color,
    tools: effective.tools,
    loads: verdict.loads,
    problem: problemOf(file),
    descriptionTokens: estimateTokens(description),
    bodyTokens: estimateTokens(file.text.slice(body.from, body.to)),
    problems: [...new Set(checkAgentFile(file).map(({ code }) => code))].sort(),
    factsRecipe: FACTS_RECIPE,
  };
}

/** The diagnosis knows the cause where the verdict knows only the effect: an error comes before a reason. */
function problemOf({ verdict, diagnostics }: AgentFile): string | null {
  if (verdict.loads) return null;
  const cause = diagnostics.find(({ severity }) => severity === 'error') ?? verdict.reasons[0];
  return cause ? `Line ${cause.line}: ${cause.message}` : 'Claude Code does not load this file.';
}

function titleOf(text: string | null | undefined): string | null {
  const title = [...(text ?? '').replace(/\s+/gu, ' ').trim()].slice(0, MAX_TITLE).join('').trim();
  return title || null;
}
