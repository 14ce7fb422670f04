/** How does anything get changed? Session, role, limit, input, transaction, audit: one way for all commands. */

import 'server-only';

import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';

import { appendAuditEvent, getStanding, isTransient, type Tx } from '@/db';
import type { Action, ActionError, ActionResult } from '@/lib/contract';
import { can, type Guard, PERSON_FIELD } from '@/lib/policy';

import { findAccess, isOver, mayIn, type Scope } from './access';
import { recheckAccess } from './access-watch';
import { auditRefusal } from './audit';
import type { Command, CommandContext, Committed } from './command';
import {
  accessFailure,
  Failure,
  LostRace,
  notFoundFailure,
  signedOutFailure,
  toActionError,
} from './failure';
import { fieldErrorsOf, invalidInput } from './field-errors';
import { requirePoint } from './limits';
import { type Happened, tellNews } from './news';
import { isSameOrigin } from './origin';
import { requirePageOf } from './page-of';
import { type Client, currentClient, currentSession, type Session } from './session';
import { getStore } from './store';
import { watchedAction } from './telemetry/actions';

/** How often a command is prepared anew when its commit loses a race. */
const ATTEMPTS = 8;

/** What is known of the one who asks; filled as the steps go, and read by the audit when one refuses. */
interface Asking {
  client: Client;
  session: Session | null;
  scope: Scope | null;
  /** The workspace of the slug, where it exists and the person belongs to it. */
  workspaceId: string | null;
}

type ServerError = ActionError & { retry?: true; subjectId?: string };

const client = createSafeActionClient({
  defineMetadataSchema: () => z.object({ event: z.string() }),
  handleServerError: (error, { metadata }): ServerError => {
    if (error instanceof LostRace || isTransient(error)) {
      return { code: 'conflict', message: 'Others changed this at the same time. Try again.', retry: true };
    }
    return toActionError(error, metadata.event);
  },
});

/** Thrown inside the transaction to undo it: `next()` reports a failed command instead of throwing. */
class RollBack extends Error {}

type AnyCommand = Command<z.ZodType, unknown, unknown>;

function pipeline(command: AnyCommand, asking: Asking) {
  return client
    .metadata({ event: command.event })
    .use(async ({ next }) => {
      if (!isSameOrigin(await headers())) {
        throw new Failure(
          'bad_origin',
          'This request did not come from a page of this site. Reload the page.',
        );
      }
      asking.session = await currentSession();
      if (command.guard === 'signed-in' && !asking.session) throw signedOutFailure();
      return next();
    })
    .use(async ({ clientInput, next }) => {
      if (command.guard === 'workspace' || command.guard === 'signed-in') {
        requirePageOf(asking.session, (clientInput as { [PERSON_FIELD]?: unknown } | null)?.[PERSON_FIELD]);
      }
      if (command.guard === 'workspace') {
        const slug = (clientInput as { workspace?: unknown } | null | undefined)?.workspace;
        const access = await findAccess(slug, command.permission);
        if (!access.ok) {
          asking.workspaceId = access.workspaceId;
          throw accessFailure(access.code);
        }
        asking.scope = access.scope;
        asking.workspaceId = access.scope.workspaceId;
      }
      return next();
    })
    .use(async ({ bindArgsClientInputs: [attempt], next }) => {
      const limit = command.limit === undefined ? 'write' : command.limit;
      if (limit && attempt === 1) await requirePoint(limit, asking.session?.user.id ?? asking.client.address);
      return next();
    })
    .inputSchema(command.input, { handleValidationErrorsShape: async (errors) => fieldErrorsOf(errors) })
    .bindArgsSchemas([z.number()])
    .useValidated(async ({ parsedInput, next }) => {
      const { read } = await getStore();
      const context = commandContext(asking, { read, now: Date.now() });
      const prepared = await command.prepare(parsedInput, context as never);
      return next({ ctx: { step: new Step(prepared, context) } });
    })
    .useValidated(async ({ ctx, next }) => {
      const { step } = ctx;
      const store = await getStore();
      let result: Awaited<ReturnType<typeof next>> | undefined;
      try {
        await store.write(async (tx) => {
          // PostgreSQL runs this again after a deadlock, but `next` can be called only once.
          if (result) throw new LostRace();
          if (asking.scope) await requireStill(tx, command, asking.scope);
          step.tx = tx;
          result = await next();
          if (!result.success || !step.committed) throw new RollBack();
          await auditDone(tx, command, asking, step);
        });
      } catch (error) {
        if (!(error instanceof RollBack)) throw error;
      }
      if (!result) throw new Error('the transaction ended without a result');
      if (result.success && step.committed) {
        if (step.committed.endsAccess) void recheckAccess();
        await tellNews(store, happened(command, asking, step.committed));
      }
      return result;
    })
    .action(async ({ parsedInput, ctx: { step } }) => {
      if (!step.tx) throw new Error('a command was committed outside its transaction');
      step.committed = await command.commit(step.tx, step.prepared, parsedInput, step.context as never);
      return { output: step.committed.output };
    });
}

/** What goes from one step to the next; a class, because plain objects would be copied on their way. */
class Step {
  tx: Tx | undefined;
  committed: Committed<unknown> | undefined;

  constructor(
    readonly prepared: unknown,
    readonly context: CommandContext,
  ) {}
}

const guards = new WeakMap<object, Guard>();

/** Returns the guard of an action made by `action`: its permission, or who may try. */
export function guardOf(action: object): Guard | undefined {
  return guards.get(action);
}

/**
 * Returns the server action of a command. `finish` runs after the commit: it names URLs (revalidation), sets
 * cookies, and makes of the command's output what the browser gets.
 */
export function action<Schema extends z.ZodType, Prepared, Output, Answer = Output>(
  command: Command<Schema, Prepared, Output>,
  finish?: (output: Output, input: z.input<Schema>) => Promise<Answer> | Answer,
): Action<z.input<Schema>, Answer> {
  const run = async (input: z.input<Schema>): Promise<ActionResult<Answer>> => {
    const erased = command as unknown as AnyCommand;
    const asking: Asking = { client: await currentClient(), session: null, scope: null, workspaceId: null };
    for (let attempt = 1; ; attempt++) {
      const result = await pipeline(erased, asking)(attempt, input);
      if (result.data) {
        return answer(command.event, result.data.output as Output, input, finish);
      }
      const error = result.serverError ?? invalidInput(result.validationErrors);
      if ('retry' in error && error.retry && attempt < ATTEMPTS) continue;
      await auditRefusal(command.event, error, asking);
      return { ok: false, error: published(error) };
    }
  };
  const watched = watchedAction(command.event, run);
  guards.set(watched, command.guard === 'workspace' ? command.permission : command.guard);
  return watched;
}

/** What is committed stays committed: if its answer fails, that is said and nothing else. */
async function answer<Input, Output, Answer>(
  event: string,
  output: Output,
  input: Input,
  finish: ((output: Output, input: Input) => Promise<Answer> | Answer) | undefined,
): Promise<ActionResult<Answer>> {
  try {
    return { ok: true, data: finish ? await finish(output, input) : (output as unknown as Answer) };
  } catch (error) {
    unstable_rethrow(error);
    const { ref = '' } = toActionError(error, `${event}, answer`);
    const message = `This was done, but the answer got lost. Reload the page. The server's log has the cause under ${ref}.`;
    return { ok: false, error: { code: 'internal', message, ref } };
  }
}

function published({ code, message, fieldErrors, ref }: ServerError): ActionError {
  return { code, message, ...(fieldErrors && { fieldErrors }), ...(ref && { ref }) };
}

function commandContext(asking: Asking, base: Pick<CommandContext, 'read' | 'now'>): CommandContext {
  const { client: from, session, scope } = asking;
  return {
    ...base,
    address: from.address,
    userAgent: from.userAgent,
    // Each guard has what its commands are promised; the steps before have seen to it.
    ...{ scope, session, user: session?.user, sessionId: session?.id },
  } as CommandContext;
}

/** Membership may have ended while the command was prepared, or the workspace have been given up. */
async function requireStill(tx: Tx, command: AnyCommand, scope: Scope): Promise<void> {
  const standing = await getStanding(tx, { workspaceId: scope.workspaceId, userId: scope.user.id });
  if (!standing || isOver(standing.deletionDueAt)) throw notFoundFailure();
  if (command.guard === 'workspace') {
    if (!can(standing.role, command.permission)) throw accessFailure('forbidden');
    if (!mayIn(standing, command.permission)) throw accessFailure('due');
  }
  scope.role = standing.role;
}

function happened(command: AnyCommand, asking: Asking, committed: Committed<unknown>): Happened {
  return {
    workspaceId: committed.workspaceId ?? asking.workspaceId,
    event: committed.nothingChanged ? null : (committed.event ?? command.event),
    told: committed.told ?? [],
  };
}

async function auditDone(tx: Tx, command: AnyCommand, asking: Asking, step: Step): Promise<void> {
  const { committed } = step;
  if (!committed || committed.nothingChanged) return;
  await appendAuditEvent(tx, {
    now: step.context.now,
    workspaceId: committed.workspaceId ?? asking.workspaceId,
    actorId: committed.actorId ?? asking.session?.user.id ?? null,
    event: committed.event ?? command.event,
    outcome: 'done',
    subjectId: committed.subjectId ?? null,
    address: asking.client.address,
    details: committed.details ?? {},
  });
}
