/** Why could the database not be read or written, where the reason lies outside of Muster? */

/**
 * `disk-full` and `read-only`: nothing can be written. `locked`: another program holds it. `damaged`: the file is no
 * whole database. `disk-fault`: the disk reports errors. `unreachable`: no answer. `refused`: it lets us not in.
 */
export type StorageFault =
  | 'disk-full'
  | 'read-only'
  | 'locked'
  | 'damaged'
  | 'disk-fault'
  | 'unreachable'
  | 'refused';

/** Beginnings of the codes of SQLite, of the operating system, and of PostgreSQL; of two that fit, the first holds. */
const CODES: [RegExp, StorageFault][] = [
  [/^(SQLITE_FULL|SQLITE_IOERR_SHM(SIZE|MAP)|ENOSPC|EDQUOT|53100)/, 'disk-full'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|25006)/, 'read-only'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|55P03)/, 'locked'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|XX00[12])/, 'damaged'],
  [/^(SQLITE_IOERR|EIO|58030)/, 'disk-fault'],
  [
    /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|08|57P0|53300)/,
    'unreachable',
  ],
  [/^(28|3D000|42501)/, 'refused'],
];

/** What `pg` says without a code when its connection goes, or does not come. */
const LOST_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Returns the fault that an error, or one of its causes, tells of; null of any other error. */
export function storageFault(error: unknown): StorageFault | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // `fetch` failed: that another server does not answer says nothing of the database.
    if (cause instanceof TypeError) return null;
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const found = code && CODES.find(([pattern]) => pattern.test(code));
    if (found) return found[1];
    if (LOST_CONNECTION.test(cause.message)) return 'unreachable';
  }
  return null;
}
