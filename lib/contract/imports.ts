/** What do the browser and the server say of an import? How files are sent, and a line for each in the answer. */

import { MAX_FILE_BYTES } from './agents';
import { z } from './zod';

/** How much of everything an import takes. What an archive may hold bounds time and memory, not agents. */
export const IMPORT_LIMITS = {
  /** One agent file, unpacked: the limit of everything that is saved. */
  fileBytes: MAX_FILE_BYTES,
  /** One request: the largest archive. A repository with its pictures fits. */
  bodyBytes: 256 * 1024 * 1024,
  /** Loose files of one request; the browser sends more in several. */
  filesPerRequest: 200,
  /** Bytes of loose files that the browser puts into one request. */
  bytesPerRequest: 8 * 1024 * 1024,
  /** Files of one import: twice the largest workspace that we measure. */
  files: 20_000,
  /** What all files of an archive may unpack to. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Unpacked bytes for each packed one, beyond `fileBytes`: text packs 3 to 20 times, a bomb 1,000 times. */
  ratio: 200,
  /** A path, in UTF-16 code units; no system has longer ones that people use. */
  pathLength: 1024,
} as const;
export type ImportLimits = typeof IMPORT_LIMITS;

/** What becomes of a file whose agent has a name that the workspace has already. */
export type SameName = 'keep' | 'replace' | 'skip';
export const sameName = z.enum(['keep', 'replace', 'skip']);

/** A file of a request: the number of its part, and for one in an archive `.` and the number of its entry. */
const fileKey = z.string().regex(/^\d{1,6}(?:\.\d{1,6})?$/);

/** The field `options`, before the files. */
export const importOptions = z.object({
  /** The path of each part; the file name of the part where none is given. */
  paths: z.array(z.string()).max(IMPORT_LIMITS.filesPerRequest).optional(),
  sameName: sameName.optional(),
  /** Where single files answer otherwise. */
  choices: z.record(fileKey, sameName).optional(),
  /** Only these are looked at; all when absent. */
  take: z.array(fileKey).max(IMPORT_LIMITS.files).optional(),
});
export type ImportOptions = z.output<typeof importOptions>;

/** What a preview says of a file, and what an import has done with it. */
export type ImportVerdict = 'new' | 'same-name' | 'identical' | 'not-agent' | 'refused';
export type ImportDeed =
  | 'imported'
  | 'replaced'
  | 'skipped'
  | 'failed'
  | Exclude<ImportVerdict, 'new' | 'same-name'>;

/** An agent of the workspace that a file equals, is a namesake of, or has become. */
export interface ImportedAgent {
  id: string;
  title: string;
}

export interface ImportedFile<State extends ImportVerdict | ImportDeed = ImportVerdict | ImportDeed> {
  key: string;
  /** As it lay in the folder or the archive, without characters that deceive the eye. */
  path: string;
  state: State;
  /** The name that Claude Code would use, where there is one. */
  name: string | null;
  loads: boolean;
  /** What to know or do, in words; empty when there is nothing. */
  message: string;
  /** The SHA-256 of a file that could be an agent: equal files of one import are found by it. */
  sha256: string | null;
  agent: ImportedAgent | null;
}

/**
 * A line of the answer. A later `file` of the same key takes the place of the former: the table of contents of an archive
 * comes last. `archive` says what stands in the way of an archive as a whole; `end` comes last when all was read.
 */
export type ImportLine =
  | ({ kind: 'file' } & ImportedFile)
  | { kind: 'archive'; key: string; message: string }
  | { kind: 'end' }
  | { kind: 'failed'; message: string };
