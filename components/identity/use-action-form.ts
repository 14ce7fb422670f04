'use client';
/** How does a form ask the server, keep what was typed, and show what was wrong where it was typed? */

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';

import type { Action, ActionError } from '@/lib/contract';

export interface ActionForm {
  error: ActionError | null;
  /** What is wrong with the field of this name. */
  problem: (field: string) => string | undefined;
  busy: boolean;
  form: {
    ref: React.RefObject<HTMLFormElement | null>;
    action: (data: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    noValidate: true;
  };
}

interface Options<Input, Output> {
  action: Action<Input, Output>;
  /** What the server is asked, made of what the form holds. */
  read: (data: FormData) => Input;
  /** What comes next when it is done; not needed where the action itself leads on. */
  onDone?: (output: Output, form: HTMLFormElement | null) => void;
}

const UNREACHABLE: ActionError = {
  code: 'unavailable',
  message: 'The server did not answer. Nothing was changed. Check the connection and try again.',
};

/** Wires a native form to an action. What was typed stays until it is done. */
export function useActionForm<Input, Output>({ action, read, onDone }: Options<Input, Output>): ActionForm {
  const ref = useRef<HTMLFormElement>(null);
  const [error, submit, busy] = useActionState<ActionError | null, FormData>(async (_, data) => {
    const result = await action(read(data)).catch((error: unknown) => {
      // An action that leads to another page ends so.
      unstable_rethrow(error);
      return { ok: false as const, error: UNREACHABLE };
    });
    if (!result.ok) return result.error;
    onDone?.(result.data, ref.current);
    return null;
  }, null);

  useEffect(() => {
    if (error) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);

  return {
    error,
    busy,
    problem: (field) => error?.fieldErrors?.[field]?.[0],
    form: {
      ref,
      action: submit,
      noValidate: true,
      // React empties a form after its action; prevented here, so that nobody types a password twice.
      onSubmit: (event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        startTransition(() => submit(data));
      },
    },
  };
}

/** Returns the text of a field, empty when the form has none of this name. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
