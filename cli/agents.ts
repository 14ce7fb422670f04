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

/** Lists the files of the paths; what cannot be looked at is told, and `complete` is false. */
export function listFiles(
  paths: readonly string[],
  streams: Streams,
): { files: string[]; complete: boolean } {
  const { files, notices } = findFiles(paths);
  for (const notice of notices) say(streams, notice);
  if (files.length === 0) say(streams, 'no .md file there');
  return { files, complete: notices.length === 0 };
}

/** Says how far reading is. */
export function sayRead(read: number, files: number, streams: Streams): void {
  streams.progress(`${read.toLocaleString('en')} of ${files.toLocaleString('en')} files read`);
}

/** Reads every file of the paths; what cannot be read is told, and `complete` is false. */
export function readFiles(
  paths: readonly string[],
  streams: Streams,
): { files: ReadFile[]; complete: boolean } {
  const found = listFiles(paths, streams);
  const files: ReadFile[] = [];
  for (const [at, file] of found.files.entries()) {
    sayRead(at, found.files.length, streams);
    try {
      const bytes = readBytes(file);
      files.push({ file, bytes, agent: readAgentFile(decodeText(bytes)) });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      say(streams, error.message);
    }
  }
  return { files, complete: found.complete && files.length === found.files.length };
}

/** Returns a diagnostic as programs get it. */
export function diagnosticResult({ code, severity, message, line, column, fix }: Diagnostic) {
  return { code, severity, message, line, column, fixable: fix !== undefined };
}
