/** Which agents do the paths on the command line stand for, and what was found in each? */

import { type AgentFile, type Diagnostic, readAgentFile } from '@/lib/agent-file';

import { decodeText } from './bytes';
import { findFiles, readBytes } from './files';
import { type Streams, say, UsageError } from './output';

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
  for (const notice of found.notices) say(streams, notice);
  if (found.files.length === 0) say(streams, 'no .md file there');
  const files: ReadFile[] = [];
  for (const [at, file] of found.files.entries()) {
    streams.progress(`${at.toLocaleString('en')} of ${found.files.length.toLocaleString('en')} files read`);
    try {
      const bytes = readBytes(file);
      files.push({ file, bytes, agent: readAgentFile(decodeText(bytes)) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      say(streams, error.message);
    }
  }
  return { files, complete: found.notices.length === 0 && files.length === found.files.length };
}

/** Returns a diagnostic as programs get it. */
export function diagnosticResult({ code, severity, message, line, column, fix }: Diagnostic) {
  return { code, severity, message, line, column, fixable: fix !== undefined };
}
