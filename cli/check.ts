/** `muster check`: do these files pass muster? */

import { readAgentFile, type Severity } from '@/lib/agent-file';
import { compareAuthority } from '@/lib/authority';
import { checkAgentFile, fixAll, SEVERITY_RANK } from '@/lib/checks';

import { type CheckedFile, type ReadFile, readFiles } from './agents';
import { encodeText, sameBytes } from './bytes';
import { reasonOf, replaceFile } from './files';
import { githubFormat } from './formats/github';
import { jsonFormat } from './formats/json';
import { sarifFormat } from './formats/sarif';
import { textFormat } from './formats/text';
import { type ExitCode, type Streams, say } from './output';

const FORMATS = { text: textFormat, json: jsonFormat, sarif: sarifFormat, github: githubFormat } as const;

export type CheckFormat = keyof typeof FORMATS;

export const CHECK_FORMATS = Object.keys(FORMATS) as CheckFormat[];

export interface CheckOptions {
  format: CheckFormat;
  severity: Severity;
  fix?: true;
  plugin?: true;
}

/** Prints what is wrong with the files; exit code 1 when an error is left, 2 when one cannot be read or there is none. */
export function runCheck(paths: readonly string[], options: CheckOptions, streams: Streams): ExitCode {
  const { files, complete } = readFiles(paths, streams);
  if (options.fix) for (const one of files) fixFile(one, options, files, streams);
  const checked = files.map(({ file, agent }) => ({
    file,
    agent,
    diagnostics: checkAgentFile(agent, contextOf(file, files, options)),
  }));
  const errors = checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  const shown = checked.map((one) => ({
    ...one,
    diagnostics: one.diagnostics.filter(
      ({ severity }) => SEVERITY_RANK[severity] <= SEVERITY_RANK[options.severity],
    ),
  }));
  streams.out(FORMATS[options.format](shown));
  if (options.format === 'text') say(streams, countWords(checked));
  if (!complete || files.length === 0) return 2;
  return errors ? 1 : 0;
}

function contextOf(file: string, files: readonly ReadFile[], options: CheckOptions) {
  const otherNames = files.flatMap((other) =>
    // A file that does not load hides no other.
    other.file !== file && other.agent.verdict.loads ? (other.agent.effective.name ?? []) : [],
  );
  return { otherNames, plugin: options.plugin === true };
}

/** Mends one file on disk and in `one`; a file that is not UTF-8 is left alone, for its bytes would change. */
function fixFile(one: ReadFile, options: CheckOptions, files: readonly ReadFile[], streams: Streams): void {
  const { text, applied } = fixAll(one.agent.text, contextOf(one.file, files, options));
  if (applied.length === 0) return;
  if (!sameBytes(encodeText(one.agent.text), one.bytes)) {
    say(streams, `${one.file} is not UTF-8, so nothing in it was mended`);
    return;
  }
  try {
    replaceFile(one.file, encodeText(text));
  } catch (error) {
    say(streams, `${one.file} cannot be written: ${reasonOf(error)}`);
    return;
  }
  const fixed = readAgentFile(text);
  for (const { line, title } of applied) say(streams, `${one.file}:${line}: ${title}`);
  const { gains } = compareAuthority(one.agent.effective, fixed.effective);
  if (gains.length > 0) say(streams, `${one.file}: the agent ${gains.join(', ')}`);
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
