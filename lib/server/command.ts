/** What is a command? One verb that changes something: who may, what it takes, and its two parts. */

import type { z } from 'zod';

import type { AuditDetails, Db, Tx } from '@/db';
import type { CurrentUser } from '@/lib/contract';
import type { Permission } from '@/lib/policy';

import type { Scope } from './access';
import type { LimitName } from './limits';

/** What every command gets beside its input. */
export interface CommandContext {
  read: Db;
  now: number;
  address: string;
  userAgent: string | null;
}

export interface PersonContext extends CommandContext {
  user: CurrentUser;
  sessionId: string;
}

export interface WorkspaceContext extends CommandContext {
  scope: Scope;
}

/** For commands that strangers may try too. */
export interface OpenContext extends CommandContext {
  session: { id: string; user: CurrentUser } | null;
}

/** What a commit gives back: the answer, and what the audit row says of it. */
export interface Committed<Output> {
  output: Output;
  subjectId?: string | undefined;
  details?: AuditDetails;
  /** What the audit calls it, where one command does one of several things. */
  event?: string;
  /** Where the guard knows them not: who did it, and in which workspace. */
  actorId?: string;
  workspaceId?: string;
  /** True when somebody may see less from now on: what streams to people is asked anew at once. */
  endsAccess?: boolean;
  /** Whose inbox has changed: they hear of it where they listen. */
  told?: readonly string[];
  /** True when nothing was changed: then there is nothing to audit. */
  nothingChanged?: boolean;
}

interface Parts<Schema extends z.ZodType, Context, Prepared, Output> {
  /** Noun and past verb, as the audit tells it: `agent.saved`. */
  event: string;
  input: Schema;
  /** Which counter of the person, or for strangers of the address, it takes a point from. */
  limit?: LimitName | null;
  /** Everything that takes time or may be refused by looking: outside the transaction. */
  prepare(input: z.output<Schema>, context: Context): Promise<Prepared>;
  /** Only queries on `tx`. */
  commit(tx: Tx, prepared: Prepared, input: z.output<Schema>, context: Context): Promise<Committed<Output>>;
}

export interface WorkspaceCommand<Schema extends z.ZodType, Prepared, Output>
  extends Parts<Schema, WorkspaceContext, Prepared, Output> {
  guard: 'workspace';
  permission: Permission;
}

export interface PersonCommand<Schema extends z.ZodType, Prepared, Output>
  extends Parts<Schema, PersonContext, Prepared, Output> {
  guard: 'signed-in';
}

export interface OpenCommand<Schema extends z.ZodType, Prepared, Output>
  extends Parts<Schema, OpenContext, Prepared, Output> {
  guard: 'public' | 'token';
}

export type Command<Schema extends z.ZodType, Prepared, Output> =
  | WorkspaceCommand<Schema, Prepared, Output>
  | PersonCommand<Schema, Prepared, Output>
  | OpenCommand<Schema, Prepared, Output>;

type WithWorkspace = z.ZodType<{ workspace: string }, { workspace: string }>;

/** Declares a command in a workspace. Leaving the permission out is a type error. */
export function workspaceCommand<Schema extends WithWorkspace, Prepared, Output>(
  parts: Omit<WorkspaceCommand<Schema, Prepared, Output>, 'guard'>,
): WorkspaceCommand<Schema, Prepared, Output> {
  return { guard: 'workspace', ...parts };
}

/** Declares a command of a signed-in person that concerns no workspace, or a new one. */
export function personCommand<Schema extends z.ZodType, Prepared, Output>(
  parts: Omit<PersonCommand<Schema, Prepared, Output>, 'guard'>,
): PersonCommand<Schema, Prepared, Output> {
  return { guard: 'signed-in', ...parts };
}

/** Declares a command that strangers may try: it checks a password or a token itself. */
export function openCommand<Schema extends z.ZodType, Prepared, Output>(
  parts: OpenCommand<Schema, Prepared, Output>,
): OpenCommand<Schema, Prepared, Output> {
  return parts;
}
