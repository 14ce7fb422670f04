/** Which files hold what is known of a person? Theirs alone: of workspaces that they have left, no text of anybody's. */

import 'server-only';

import {
  type Db,
  getUser,
  listAccountsOfUser,
  type listMembershipsOf,
  listSessionsOfUser,
  type OwnKind,
  type OwnRow,
  streamOwnRows,
  streamTexts,
} from '@/db';

import { jsonLine } from '@/lib/records';

import type { ZipEntry } from './zip';

const encoder = new TextEncoder();
const json = (path: string, value: unknown): ZipEntry => ({
  path,
  bytes: encoder.encode(`${JSON.stringify(value, null, 2)}\n`),
});

/** What a row loses that is of a workspace whose member the person is no more: what others may have written. */
const OTHERS: Readonly<Record<OwnKind, readonly string[]>> = {
  versions: ['parents', 'authors'],
  comments: ['mentions'],
  'comment-threads': ['place'],
  reviews: ['versions', 'ticks'],
  proposals: [],
  merges: ['title', 'sources', 'decisions', 'proposal'],
  templates: [],
  notifications: ['summary', 'actorId'],
  audit: ['details'],
};

export interface PersonFilesOf {
  userId: string;
  /** The workspaces that the person is in, whose texts are given. */
  memberships: Awaited<ReturnType<typeof listMembershipsOf>>;
  now: number;
}

/** Yields the files. */
export async function* personFiles(
  read: Db,
  { userId, memberships, now }: PersonFilesOf,
): AsyncGenerator<ZipEntry> {
  const user = await getUser(read, { userId });
  if (!user) return;
  const { passwordHash, ...account } = user;
  yield json('account.json', { ...account, hasPassword: passwordHash !== null });
  const sessions = await listSessionsOfUser(read, { userId, now });
  yield json(
    'sessions.json',
    sessions.map(({ id: _id, userId: _userId, ...session }) => session),
  );
  const ways = await listAccountsOfUser(read, { userId });
  yield json(
    'ways-to-sign-in.json',
    ways.map(({ userId: _userId, ...way }) => way),
  );
  yield json('memberships.json', memberships);
  const mine = new Set(memberships.map(({ workspaceId }) => workspaceId));
  for (const kind of Object.keys(OTHERS) as OwnKind[]) {
    yield { path: `${kind}.jsonl`, pieces: linesOf(read, { userId, kind, mine }) };
  }
}

interface Lines {
  userId: string;
  kind: OwnKind;
  /** The workspaces that the person is in. */
  mine: ReadonlySet<string>;
}

async function* linesOf(read: Db, { userId, kind, mine }: Lines): AsyncGenerator<Uint8Array> {
  for await (const rows of streamOwnRows(read, { userId, kind })) {
    for (const row of rows) {
      const isMine = row.workspaceId === null || mine.has(row.workspaceId);
      const said = isMine ? await withText(read, row) : without(row, OTHERS[kind]);
      yield encoder.encode(jsonLine(said));
    }
  }
}

/** Versions and templates keep a hash in the place of their text. */
async function withText(read: Db, { textSha, ...row }: OwnRow): Promise<Record<string, unknown>> {
  const { workspaceId } = row;
  if (typeof textSha !== 'string' || workspaceId === null) return row;
  for await (const { bytes } of streamTexts(read, { workspaceId, shas: [textSha] })) {
    return { ...row, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  }
  return row;
}

function without({ textSha: _textSha, ...row }: OwnRow, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));
}
