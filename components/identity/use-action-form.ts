'use client';
/** How does a form ask the server, keep what was typed, and show what was wrong where it was typed? */

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react';

import { callAction } from '@/lib/client/use-action';
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

/** Wires a native form to an action. What was typed stays until it is done. */
export function useActionForm<Input, Output>({ action, read, onDone }: Options<Input, Output>): ActionForm {
  const ref = useRef<HTMLFormElement>(null);
  const [error, submit, busy] = useActionState<ActionError | null, FormData>(async (_, data) => {
    const result = await callAction(action, read(data));
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
