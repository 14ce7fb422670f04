/** Whom does a comment name, and what is told of it? */

import 'server-only';

import { type Db, listMembers, type NewNotification } from '@/db';

/** How much of a comment a notification tells. */
const EXCERPT = 140;

/** The members among `asked` whose name, after an @, is in the words: nobody is called who is not named. */
export async function namedMembers(
  read: Db,
  workspaceId: string,
  { body, mentions }: { body: string; mentions: readonly string[] },
): Promise<string[]> {
  if (mentions.length === 0) return [];
  const members = await listMembers(read, { workspaceId });
  const named = members.filter(({ userId, name }) => mentions.includes(userId) && body.includes(`@${name}`));
  return named.map(({ userId }) => userId);
}

interface Said {
  threadId: string;
  agentId: string;
  /** What the agent is called. */
  title: string;
  body: string;
}

/** What those get to know whom a comment names, and who wrote in its thread before. */
export function tellOfComment(
  { threadId, agentId, title, body }: Said,
  { named, writers }: { named: readonly string[]; writers: readonly string[] },
): NewNotification[] {
  const about = { agentId, subjectId: threadId };
  const quote = excerptOf(body);
  return [
    ...named.map((userId) => ({
      ...{ ...about, userId, kind: 'mention' as const },
      summary: `named you in a comment on ${title}: ${quote}`,
    })),
    ...writers.map((userId) => ({
      ...{ ...about, userId, kind: 'reply' as const },
      summary: `answered in a thread on ${title}: ${quote}`,
    })),
  ];
}

/** The beginning of a text in one line, in quotation marks. */
export function excerptOf(text: string): string {
  const words = [...text.replace(/\s+/g, ' ').trim()];
  return words.length > EXCERPT ? `“${words.slice(0, EXCERPT).join('')}…”` : `“${words.join('')}”`;
}
