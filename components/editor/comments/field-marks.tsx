'use client';
/** Which fields of the form are talked about? A mark with the number of open threads beside the label of each. */

import { MessageSquare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

import { fieldRule } from '@/lib/agent-file';
import type { ThreadRow } from '@/lib/contract';

import type { Wanted } from './wanted';

export interface FieldMarksProps {
  threads: readonly ThreadRow[];
  onWant: (wanted: Wanted) => void;
}

export function FieldMarks({ threads, onWant }: FieldMarksProps) {
  const byField = threadsByField(threads);
  const slots = useSlots([...byField.keys()].sort().join(' '));
  return [...slots].map(([field, slot]) => {
    const open = byField.get(field) ?? [];
    const [first] = open;
    if (!first) return null;
    const label = fieldRule(field)?.label ?? field;
    const words = `${open.length === 1 ? 'One thread' : `${open.length} threads`} on ${label}`;
    return createPortal(
      <button
        type="button"
        title={words}
        aria-label={`${words}: show`}
        onClick={() => onWant({ kind: 'thread', threadId: first.threadId })}
        className="inline-flex h-5 items-center gap-1 rounded-sm bg-attention-soft px-1.5 text-small text-ink tabular-nums hover:bg-hover max-md:h-7"
      >
        <MessageSquare className="size-3 text-attention" aria-hidden="true" />
        {open.length}
      </button>,
      slot,
      field,
    );
  });
}

/** Open threads on fields, those of a field in the order of the threads. */
function threadsByField(threads: readonly ThreadRow[]): Map<string, ThreadRow[]> {
  const found = new Map<string, ThreadRow[]>();
  for (const thread of threads) {
    if (thread.place.kind !== 'field' || thread.resolved) continue;
    const { field } = thread.place;
    found.set(field, [...(found.get(field) ?? []), thread]);
  }
  return found;
}

/**
 * Places of our own beside each field's label, for as long as the form shows the field. The form knows
 * nothing of comments, so that it is there before they are; folded parts of it come and go.
 */
function useSlots(fields: string): ReadonlyMap<string, HTMLElement> {
  const [slots, setSlots] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  useEffect(() => {
    const made = new Map<string, HTMLElement>();
    const place = () => {
      const shown = new Map<string, HTMLElement>();
      for (const field of fields === '' ? [] : fields.split(' ')) {
        const line = lineOf(field);
        if (!line) continue;
        const slot = made.get(field) ?? document.createElement('span');
        slot.className = 'mr-auto shrink-0 self-center';
        made.set(field, slot);
        if (slot.parentNode !== line) line.firstElementChild?.after(slot);
        shown.set(field, slot);
      }
      setSlots((before) => (isSame(before, shown) ? before : shown));
    };
    place();
    const watch = new MutationObserver(place);
    const form = document.querySelector('[data-field]')?.closest('section[aria-label]') ?? document.body;
    watch.observe(form, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      for (const slot of made.values()) slot.remove();
    };
  }, [fields]);
  return slots;
}

const lineOf = (field: string): Element | null =>
  document.querySelector(`[data-field="${CSS.escape(field)}"] > * > :first-child`);

function isSame(a: ReadonlyMap<string, HTMLElement>, b: ReadonlyMap<string, HTMLElement>): boolean {
  return a.size === b.size && [...a].every(([field, slot]) => b.get(field) === slot);
}
