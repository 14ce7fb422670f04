/** With which words is told what happened? Stretches of text, some of which lead somewhere. */

import { listWords, showHidden } from '@/lib/text';

/** A stretch of a sentence; `path` is where it leads, below the workspace. */
export interface Part {
  text: string;
  path?: string;
}

export type Details = Readonly<Record<string, unknown>>;

/** What is called by an id, as far as it is still there. */
export interface Named {
  kind: 'agent' | 'merge' | 'person' | 'proposal' | 'template';
  text: string;
}

/** What a row of the audit says, without the words. */
export interface Happening {
  event: string;
  subjectId: string | null;
  details: Details;
}

/** Of many agents so many are named. */
const MOST_NAMED = 3;
/** A text that somebody chose is cut here: a row of a list stays a row. */
const MOST_LETTERS = 80;

/** What the words of an event are made of: its details, with ids turned into names. */
export class Telling {
  constructor(
    private readonly happening: Happening,
    private readonly names: ReadonlyMap<string, Named>,
  ) {}

  /** A text of the details, or nothing. */
  text(key: string): string {
    const value = this.happening.details[key];
    if (typeof value !== 'string') return '';
    return showHidden(value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value);
  }

  /** The texts of a list of the details. */
  texts(key: string): string[] {
    return this.ids(key).map(showHidden);
  }

  number(key: string): number {
    const value = this.happening.details[key];
    return typeof value === 'number' ? value : 0;
  }

  is(key: string, value: unknown = true): boolean {
    return this.happening.details[key] === value;
  }

  /** The keys of the details, for events whose details are named by what was done. */
  entries(): [string, unknown][] {
    return Object.entries(this.happening.details);
  }

  /** What the event is about; `otherwise` when it is gone and left no title. */
  subject(otherwise: string): Part {
    return this.named(this.happening.subjectId, this.text('title') || otherwise);
  }

  /** A version of the agent that the event is about, by the number in the details; it leads there while the agent is. */
  version(key = 'number'): Part {
    const number = this.number(key);
    const { path } = this.named(this.happening.subjectId, '');
    return { text: `v${number}`, ...(path && { path: `${path}/history/${number}` }) };
  }

  /** What an id in the details means. */
  of(key: string, otherwise: string): Part {
    const id = this.happening.details[key];
    return this.named(typeof id === 'string' ? id : null, otherwise);
  }

  /** The agents of an event: by name when they are few, else counted. */
  agents(key = 'agents'): Part[] {
    const ids = this.ids(key);
    const { subjectId } = this.happening;
    const all = ids.length > 0 ? ids : subjectId ? [subjectId] : [];
    if (all.length === 0) return [{ text: 'agents' }];
    if (all.length > MOST_NAMED) return [{ text: many(all.length, 'agent') }];
    return joined(all.map((id) => this.named(id, 'an agent that is gone')));
  }

  /** How many ids a list of the details has. */
  count(key: string): number {
    return this.ids(key).length;
  }

  private ids(key: string): string[] {
    const value = this.happening.details[key];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  }

  private named(id: string | null, otherwise: string): Part {
    const name = id === null ? undefined : this.names.get(id);
    if (id === null || !name) return { text: otherwise };
    const path = PATHS[name.kind]?.(id);
    return { text: showHidden(name.text), ...(path && { path }) };
  }
}

/** Where a thing is seen; people and templates have no page of their own. */
const PATHS: Partial<Record<Named['kind'], (id: string) => string>> = {
  agent: (id) => `agents/${id}`,
  merge: (id) => `merges/${id}`,
  proposal: (id) => `reviews/${id}`,
};

/** Writes a sentence of texts, numbers and parts. */
export function say(
  strings: TemplateStringsArray,
  ...values: (string | number | Part | readonly Part[])[]
): Part[] {
  const parts: Part[] = [];
  strings.forEach((string, at) => {
    add(parts, { text: string });
    const value = values[at];
    if (value === undefined) return;
    if (typeof value === 'object') for (const part of 'text' in value ? [value] : value) add(parts, part);
    else add(parts, { text: String(value) });
  });
  return parts;
}

/** Neighbours that lead nowhere are one stretch. */
function add(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (part.text === '') return;
  if (last && !last.path && !part.path) last.text += part.text;
  else parts.push({ ...part });
}

/** A number of things in words: "1 agent", "1,200 agents". */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;
}

function joined(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, at) => {
    if (at === 0) return [part];
    return [{ text: at === parts.length - 1 ? ' and ' : ', ' }, part];
  });
}

/** The texts of a sentence, one after the other. */
export function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

/** A few texts as a list: "a, b and c"; what is beyond the first ones is counted. */
export const listed = (texts: readonly string[]): string => listWords(texts, MOST_NAMED);
