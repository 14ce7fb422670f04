/** Which words can an agent be found by, and which words does a query ask for? One tokeniser for both engines. */

import { type SQL, sql } from 'drizzle-orm';

import type { Db, Engine } from './database';

/** Longer words are cut, in texts and queries alike. */
const MAX_WORD = 40;
/** A `tsvector` holds at most 1 MiB of words; half of it leaves room for its own bookkeeping. */
const MAX_BYTES = 512 * 1024;
const MAX_WORDS = 20_000;
const MAX_TERMS = 16;

const ASCII = /^[a-z0-9]+$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that are written without blanks, whose words we find by pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;

/**
 * Returns what the search index keeps of `parts`: their distinct words, those of the first parts first,
 * separated by blanks and made of letters, marks and digits only.
 *
 * @example toSearchText(['Code-Reviewer', '日本語']) // 'code reviewer 日 日本 本 本語 語'
 */
export function toSearchText(parts: readonly string[]): string {
  const words = new Set<string>();
  let bytes = 0;
  for (const part of parts) {
    for (const [run] of fold(part).matchAll(WORD)) {
      for (const word of wordsOf(run, { single: true })) {
        if (words.has(word)) continue;
        bytes += Buffer.byteLength(word) + 1;
        if (bytes > MAX_BYTES || words.size === MAX_WORDS) return [...words].join(' ');
        words.add(word);
      }
    }
  }
  return [...words].join(' ');
}

/** Returns the words that `query` asks for, all of which have to be found; the last one may be a beginning. */
export function toSearchTerms(query: string): string[] {
  const terms = new Set<string>();
  for (const [run] of fold(query.slice(0, 1000)).matchAll(WORD)) {
    for (const word of wordsOf(run, { single: false })) {
      // A word said twice is asked for once, at its last place: only the last one may be a beginning.
      terms.delete(word);
      terms.add(word);
    }
  }
  return [...terms].slice(0, MAX_TERMS);
}

/** Returns `title` as lists sort it: without case and width, compared byte by byte. */
export const toSortKey = (title: string): string => fold(title).trim();

/** Queries of the ids of agents in which all the terms stand. */
const FINDERS: Record<Engine, (workspaceId: string, terms: string[]) => SQL> = {
  sqlite: (_, terms) => sql`select k.agent_id from agent_search
    join agent_search_keys k on k.key = agent_search.rowid
    where agent_search match ${`${terms.map((term) => `"${term}"`).join(' ')}*`}`,
  // A generated column of the migrations: the words of `search_text` as lexemes.
  postgres: (workspaceId, terms) => sql`select found.id from agents found
    where found.workspace_id = ${workspaceId}
    and found.search_vector @@ ${`${terms.map((term) => `'${term}'`).join(' & ')}:*`}::tsquery`,
};

/**
 * Returns the condition under which an agent matches `query` by its words or by a tag that begins so, or undefined
 * when every one does (a blank query). The engines' query languages only ever see words of letters, marks and digits.
 */
export function matchesQuery({ engine, t }: Db, workspaceId: string, query: string): SQL | undefined {
  const tag = fold(query)
    .replace(/[\s\0\p{Cs}]+/gu, ' ')
    .trim();
  if (tag === '') return query.trim() === '' ? undefined : sql`1 = 0`;
  const terms = toSearchTerms(query);
  const tagged = sql`select agent_id from agent_tags
    where workspace_id = ${workspaceId} and substr(tag, 1, ${[...tag].length}) = ${tag}`;
  if (terms.length === 0) return sql`${t.agents.id} in (${tagged})`;
  // One list of ids, and no "or" of two: with that PostgreSQL would read every row instead of its index.
  return sql`${t.agents.id} in (${FINDERS[engine](workspaceId, terms)} union all ${tagged})`;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** `single` also gives single characters of unspaced scripts: texts keep them, longer queries need them not. */
function wordsOf(run: string, { single }: { single: boolean }): string[] {
  if (ASCII.test(run)) return [cut(run)];
  const words: string[] = [];
  let position = 0;
  for (const match of run.matchAll(UNSPACED)) {
    if (match.index > position) words.push(cut(run.slice(position, match.index)));
    const characters = [...match[0]];
    for (const [i, character] of characters.entries()) {
      const next = characters[i + 1];
      if (single || characters.length === 1) words.push(character);
      if (next !== undefined) words.push(character + next);
    }
    position = match.index + match[0].length;
  }
  if (position < run.length) words.push(cut(run.slice(position)));
  return words;
}

const cut = (word: string): string =>
  word.length <= MAX_WORD ? word : [...word].slice(0, MAX_WORD).join('');
