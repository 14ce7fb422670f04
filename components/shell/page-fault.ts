/** Why could the server not make a page, and under which reference does its log say more? Both come in the error's digest. */

const WORDS: Record<string, string> = {
  'disk-full': 'The disk of the server is full. Whoever runs Muster has to free some space.',
  'read-only': 'The server may not write to its database. Whoever runs Muster has to look into it.',
  locked: 'Another program has locked the database. Try again in a moment.',
  damaged: 'The server finds its database damaged. Whoever runs Muster has to restore a backup.',
  'disk-fault': 'The disk of the server reports errors. Whoever runs Muster has to look into it.',
  unreachable: 'The database does not answer. Try again in a moment.',
  refused: 'The database does not let the server in. Whoever runs Muster has to look into it.',
};

const UNEXPECTED =
  'The server failed while it made the page. Try again; if it stays so, give the reference to whoever runs Muster.';

const OUTDATED =
  'Muster was updated since this page was opened. Reload it; what you had not saved is kept on this device.';

export interface PageFault {
  /** Undefined when the page failed in the browser. */
  reference?: string;
  words: string;
  /** A part of the page is no longer on the server: only a new load helps. */
  needsReload: boolean;
}

/** Returns what to tell of an error that a page ended with. */
export function pageFault({ name, digest }: { name?: string; digest?: string }): PageFault {
  if (name === 'ChunkLoadError') return { words: OUTDATED, needsReload: true };
  if (!digest) return { words: 'The page failed in the browser.', needsReload: false };
  const [reference = '', fault = ''] = digest.split('.');
  return { reference, words: WORDS[fault] ?? UNEXPECTED, needsReload: false };
}
