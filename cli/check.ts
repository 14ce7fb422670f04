/** `muster check`: do these files pass muster? */

import { type AgentFile, type Diagnostic, readAgentFile, type Severity } from '@/lib/agent-file';
import { compareAuthority } from '@/lib/authority';
import { checkAgentFile, fixAll } from '@/lib/checks';

import { decodeText, encodeText, sameBytes } from './bytes';
import { findFiles, readBytes, reasonOf, replaceFile } from './files';
import { githubFormat } from './formats/github';
import { jsonFormat } from './formats/json';
import { sarifFormat } from './formats/sarif';
import { textFormat } from './formats/text';
import { type ExitCode, printable, type Streams, UsageError } from './output';

/** One file and what was found in it. */
export interface CheckedFile {
  file: string;
  agent: AgentFile;
  diagnostics: Diagnostic[];
}

const FORMATS = { text: textFormat, json: jsonFormat, sarif: sarifFormat, github: githubFormat } as const;

export type CheckFormat = keyof typeof FORMATS;

export const CHECK_FORMATS = Object.keys(FORMATS) as CheckFormat[];

export interface CheckOptions {
  format: CheckFormat;
  severity: Severity;
  fix?: true;
  plugin?: true;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Prints what is wrong with the files; exit code 1 when an error is left, 2 when a file cannot be read. */
export function runCheck(paths: readonly string[], options: CheckOptions, streams: Streams): ExitCode {
  const found = findFiles(paths);
  for (const notice of found.notices) streams.err(`muster: ${printable(notice)}\n`);
  if (found.files.length === 0) streams.err('muster: no .md file there\n');
  const { agents, failed } = readAll(found.files, streams);
  if (options.fix) for (const agent of agents) fixFile(agent, options, agents, streams);
  const checked = agents.map(({ file, agent }) => ({
    file,
    agent,
    diagnostics: check(file, agent, agents, options),
  }));
  const errors = checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  const shown = checked.map((one) => ({
    ...one,
    diagnostics: one.diagnostics.filter(({ severity }) => RANK[severity] <= RANK[options.severity]),
  }));
  streams.out(FORMATS[options.format](shown));
  if (options.format === 'text') streams.err(`muster: ${countWords(checked)}\n`);
  if (failed || found.notices.length > 0) return 2;
  return errors ? 1 : 0;
}

interface ReadFile {
  file: string;
  bytes: Uint8Array;
  agent: AgentFile;
}

function readAll(files: readonly string[], streams: Streams): { agents: ReadFile[]; failed: boolean } {
  const agents: ReadFile[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const bytes = readBytes(file);
      agents.push({ file, bytes, agent: readAgentFile(decodeText(bytes)) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      streams.err(`muster: ${error.message}\n`);
      failed = true;
    }
  }
  return { agents, failed };
}

function contextOf(file: string, agents: readonly ReadFile[], options: CheckOptions) {
  const otherNames = agents.flatMap((other) =>
    // A file that does not load hides no other.
    other.file !== file && other.agent.verdict.loads ? (other.agent.effective.name ?? []) : [],
  );
  return { otherNames, plugin: options.plugin === true };
}

function check(
  file: string,
  agent: AgentFile,
  agents: readonly ReadFile[],
  options: CheckOptions,
): Diagnostic[] {
  return checkAgentFile(agent, contextOf(file, agents, options));
}

/** Mends one file on disk and in `one`; a file that is not UTF-8 is left alone, for its bytes would change. */
function fixFile(one: ReadFile, options: CheckOptions, agents: readonly ReadFile[], streams: Streams): void {
  const { text, applied } = fixAll(one.agent.text, contextOf(one.file, agents, options));
  if (applied.length === 0) return;
  if (!sameBytes(encodeText(one.agent.text), one.bytes)) {
    streams.err(`muster: ${one.file} is not UTF-8, so nothing in it was mended\n`);
    return;
  }
  try {
    replaceFile(one.file, encodeText(text));
  } catch (error) {
    streams.err(`muster: ${one.file} cannot be written: ${reasonOf(error)}\n`);
    return;
  }
  const fixed = readAgentFile(text);
  for (const { line, title } of applied)
    streams.err(`muster: ${printable(`${one.file}:${line}: ${title}`)}\n`);
  const { gains } = compareAuthority(one.agent.effective, fixed.effective);
  if (gains.length > 0) streams.err(`muster: ${printable(`${one.file}: the agent ${gains.join(', ')}`)}\n`);
  one.agent = fixed;
}

function countWords(checked: readonly CheckedFile[]): string {
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const say = (severity: Severity, word: string, more = `${word}s`) => {
    const count = all.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${count} ${count === 1 ? word : more}`;
  };
  const files = `${checked.length} ${checked.length === 1 ? 'file' : 'files'}`;
  return `${files}: ${say('error', 'error')}, ${say('warning', 'warning')}, ${say('info', 'remark')}`;
}
