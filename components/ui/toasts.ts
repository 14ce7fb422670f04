/** What just happened, elsewhere than where one looks? A line, read aloud, with at most one way back. */

import type { Tone } from './status';

export interface ToastMessage {
  text: string;
  tone?: Tone;
  /** One verb, such as Undo. */
  action?: { label: string; run: () => void };
  /** How long it stays, in milliseconds; with an action 12 s, else 6 s. It stays while hovered or focused. */
  stays?: number;
  /** Aborted when there is nothing left that the action could be done to: then the message goes. */
  signal?: AbortSignal;
}

type Receiver = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
let receiver: Receiver | null = null;
let wake: (() => void) | null = null;

/** Shows a message; the page must hold a `<Toaster>`. */
export function showToast(message: ToastMessage): void {
  if (receiver) {
    receiver(message);
    return;
  }
  waiting.push(message);
  wake?.();
}

/** Says who shows messages from now on, and hands over those that wait; null when nobody does. */
export function receiveToasts(next: Receiver | null): void {
  receiver = next;
  if (!next) return;
  for (const message of waiting.splice(0)) next(message);
}

/** Calls the listener when a message waits that nobody shows. */
export function subscribeToWaiting(listener: () => void): () => void {
  wake = listener;
  return () => {
    wake = null;
  };
}

/** How many messages wait. */
export const waitingToasts = () => waiting.length;
