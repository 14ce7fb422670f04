/** Which agents do the paths on the command line stand for, and what was found in each? */

import { type AgentFile, type Diagnostic, readAgentFile } from '@/lib/agent-file';

import { decodeText } from './bytes';
import { findFiles, readBytes } from './files';
import { printable, type Streams, UsageError } from './output';

/** One file as it was read. */
export interface ReadFile {
  file: string;
  bytes: Uint8Array;
  agent: AgentFile;
}

/** One file and what was found in it. */
export interface CheckedFile {
  file: string;
  agent: AgentFile;
  diagnostics: Diagnostic[];
}

/** Reads every file of the paths; what cannot be read is told, and `complete` is false. */
export function readFiles(
  paths: readonly string[],
  streams: Streams,
): { files: ReadFile[]; complete: boolean } {
  const found = findFiles(paths);
  for (const notice of found.notices) streams.err(`muster: ${printable(notice)}\n`);
  if (found.files.length === 0) streams.err('muster: no .md file there\n');
  const files: ReadFile[] = [];
  for (const file of found.files) {
    try {
      const bytes = readBytes(file);
      files.push({ file, bytes, agent: readAgentFile(decodeText(bytes)) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      streams.err(`muster: ${error.message}\n`);
    }
  }
  return { files, complete: found.notices.length === 0 && files.length === found.files.length };
}

/** Returns a diagnostic as programs get it. */
export function diagnosticResult({ code, severity, message, line, column, fix }: Diagnostic) {
  return { code, severity, message, line, column, fixable: fix !== undefined };
}
