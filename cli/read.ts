/** `muster read`: what does Claude Code make of these files? */

import type { AgentFile } from '@/lib/agent-file';
import { checkAgentFile } from '@/lib/checks';

import { diagnosticResult, type ReadFile, readFiles } from './agents';
import { clip, type ExitCode, printable, type Streams, table } from './output';

/** The keys that the result gives by themselves; all others are in `fields`. */
const OWN_KEYS = new Set(['name', 'description', 'tools', 'disallowedTools', 'model']);

/** Prints what Claude Code makes of the files of the paths, as a table or as JSON. */
export function runRead(paths: readonly string[], { json }: { json: boolean }, streams: Streams): ExitCode {
  const { files, complete } = readFiles(paths, streams);
  if (json) writeJson(files, streams);
  else if (files.length > 0) streams.out(readTable(files));
  return complete ? 0 : 2;
}

/** One object at a time, so that a large folder does not become one huge text in memory. */
function writeJson(files: readonly ReadFile[], streams: Streams): void {
  streams.out('[');
  for (const [at, { file, agent }] of files.entries()) {
    const text = JSON.stringify(readResult(file, agent), null, 2);
    streams.out(`${at === 0 ? '\n' : ',\n'}${text.replace(/^/gm, '  ')}`);
  }
  streams.out(files.length > 0 ? '\n]\n' : ']\n');
}

function readResult(file: string, agent: AgentFile) {
  const { effective, verdict } = agent;
  return {
    file,
    loads: verdict.loads,
    reasons: verdict.loads ? [] : verdict.reasons.map(({ code, message, line }) => ({ code, message, line })),
    name: effective.name,
    description: effective.description,
    model: effective.model,
    tools: { kind: effective.tools.kind, list: effective.tools.kind === 'list' ? effective.tools.list : [] },
    disallowedTools: effective.disallowedTools,
    fields: Object.fromEntries(Object.entries(agent.values).filter(([key]) => !OWN_KEYS.has(key))),
    examples: agent.examples.map(({ context, user, assistant, commentary }) => ({
      context,
      user,
      assistant,
      commentary,
    })),
    body: { start: agent.body.from, end: agent.body.to },
    diagnostics: checkAgentFile(agent).map(diagnosticResult),
  };
}

function readTable(files: readonly ReadFile[]): string {
  const rows = files.map(({ file, agent }) => {
    const { name, model, tools } = agent.effective;
    return [
      agent.verdict.loads ? 'yes' : 'no',
      clip(printable(name ?? '–'), 40),
      clip(printable(model ?? '–'), 28),
      { inherit: 'all', none: 'none', list: String(tools.kind === 'list' ? tools.list.length : 0) }[
        tools.kind
      ],
      printable(file),
      problemOf(agent),
    ];
  });
  return table([['LOADS', 'NAME', 'MODEL', 'TOOLS', 'FILE', 'PROBLEM'], ...rows]).replace(/ +$/gm, '');
}

function problemOf({ verdict }: AgentFile): string {
  if (verdict.loads) return '';
  const [reason] = verdict.reasons;
  return reason === undefined ? '' : printable(`line ${reason.line}: ${reason.message}`);
}
