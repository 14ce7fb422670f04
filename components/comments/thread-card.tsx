'use client';
/** What was said in one thread, and what can be done with it? */

import { type ReactNode, useState } from 'react';

import { Avatar } from '@/components/people/avatar';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import { callAction } from '@/lib/client/use-action';
import type { Action, CommentRow, ThreadRow } from '@/lib/contract';

import type { CommentActions } from './comment-actions';
import { CommentForm, type Person } from './comment-form';
import { piecesOf } from './comment-pieces';

export interface Talk {
  workspace: string;
  me: { id: string; canDeleteAny: boolean };
  people: readonly Person[];
  actions: CommentActions;
  /** After something was changed. */
  refresh: () => Promise<void>;
}

export interface ThreadCardProps {
  thread: ThreadRow;
  talk: Talk;
  /** Where it hangs: the first line. */
  place: ReactNode;
  isOpen?: boolean;
}

export function ThreadCard({ thread, talk, place, isOpen = false }: ThreadCardProps) {
  const { workspace, people, actions } = talk;
  const { threadId, resolved } = thread;
  const [isReplying, setReplying] = useState(false);
  const { problem, busy, act, send } = useTalk(talk);
  const input = { workspace, threadId };
  return (
    <article
      data-thread={threadId}
      tabIndex={-1}
      aria-label={`Thread of ${thread.comments[0]?.by.name ?? 'somebody'}`}
      className={`flex flex-col gap-2 rounded-md border p-3 ${isOpen ? 'border-accent' : 'border-line'}`}
    >
      {place}
      {thread.comments.map((comment) => (
        <Comment key={comment.commentId} comment={comment} talk={talk} />
      ))}
      {problem && <Notice tone="bad">{problem}</Notice>}
      {isReplying ? (
        <CommentForm
          keep={`thread ${threadId}`}
          label="Your answer"
          verb="Reply"
          people={people}
          autoFocus
          onCancel={() => setReplying(false)}
          onSend={async (body, mentions) => {
            const refusal = await send(actions.replyToThread, { ...input, body, mentions });
            if (refusal === null) setReplying(false);
            return refusal;
          }}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="dense" onClick={() => setReplying(true)}>
            Reply
          </Button>
          {resolved ? (
            <Button
              size="dense"
              tone="quiet"
              busy={busy}
              onClick={() => void act(actions.reopenThread, input)}
            >
              Reopen
            </Button>
          ) : (
            <Button
              size="dense"
              tone="quiet"
              busy={busy}
              onClick={() => void act(actions.resolveThread, input)}
            >
              Resolve
            </Button>
          )}
          {resolved && <span className="text-small text-soft">Resolved by {resolved.by}</span>}
        </div>
      )}
    </article>
  );
}

function Comment({ comment, talk }: { comment: CommentRow; talk: Talk }) {
  const { workspace, me, people, actions } = talk;
  const { commentId, by, at, editedAt, body, mentions } = comment;
  const [isEditing, setEditing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { problem, act, send } = useTalk(talk);
  const isMine = by.userId === me.id;
  return (
    <div className="flex gap-2">
      <Avatar id={by.userId} name={by.name} decorative />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{by.name}</span>
          <TimeAgo time={at} className="text-small text-soft" />
          {editedAt !== null && body !== null && <span className="text-small text-soft">edited</span>}
          {body !== null && !isEditing && (
            <span className="ml-auto flex gap-1">
              {isMine && (
                <TextButton label="Edit this comment" onClick={() => setEditing(true)}>
                  Edit
                </TextButton>
              )}
              {(isMine || me.canDeleteAny) && (
                <TextButton label="Delete this comment" onClick={() => setDeleting(true)}>
                  Delete
                </TextButton>
              )}
            </span>
          )}
        </p>
        {body === null && <p className="text-soft">This comment was deleted.</p>}
        {body !== null && !isEditing && <Words body={body} names={mentions.map(({ name }) => name)} />}
        {problem && <Notice tone="bad">{problem}</Notice>}
        {isEditing && (
          <CommentForm
            keep={`edit ${commentId}`}
            initial={body ?? ''}
            label="Your comment"
            verb="Save"
            people={people}
            autoFocus
            onCancel={() => setEditing(false)}
            onSend={async (words, named) => {
              const input = { workspace, commentId, body: words, mentions: named };
              const refusal = await send(actions.editComment, input);
              if (refusal === null) setEditing(false);
              return refusal;
            }}
          />
        )}
        <AlertDialog
          open={isDeleting}
          onOpenChange={setDeleting}
          title="Delete this comment?"
          confirm="Delete"
          onConfirm={() => {
            setDeleting(false);
            void act(actions.deleteComment, { workspace, commentId });
          }}
        >
          Its words are taken away for everybody. This cannot be undone.
        </AlertDialog>
      </div>
    </div>
  );
}

function TextButton({ label, children, onClick }: { label: string; children: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="rounded-sm px-1 text-small text-soft hover:text-ink max-md:min-h-8"
    >
      {children}
    </button>
  );
}

function Words({ body, names }: { body: string; names: readonly string[] }) {
  let at = 0;
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {piecesOf(body, names).map((piece) => {
        const key = at;
        at += piece.text.length;
        if (piece.kind === 'mention') {
          return (
            <span key={key} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">
              {piece.text}
            </span>
          );
        }
        if (piece.kind !== 'link') return piece.text;
        return (
          <a
            key={key}
            href={piece.href}
            target="_blank"
            rel="noreferrer nofollow"
            className="rounded-sm text-accent underline"
          >
            {piece.text}
          </a>
        );
      })}
    </p>
  );
}

/** Calls an action and asks for the threads anew. What is wrong `send` gives back, and `act` shows. */
function useTalk({ refresh }: Talk) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function send<Input>(action: Action<Input, unknown>, input: Input): Promise<string | null> {
    const result = await callAction(action, input);
    if (result.ok) await refresh();
    return result.ok ? null : result.error.message;
  }
  async function act<Input>(action: Action<Input, unknown>, input: Input): Promise<void> {
    setBusy(true);
    setProblem(await send(action, input));
    setBusy(false);
  }
  return { problem, busy, act, send };
}
