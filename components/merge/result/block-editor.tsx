'use client';
/** Which words instead? In place: ⌘ Enter keeps them, Escape leaves them. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { showToast } from '@/components/ui/toaster';

import { useBoard } from '../board-context';
import { wordsDecision } from '../model/words-decision';

export interface BlockEditorProps {
  /** The block that is edited, or below which something is written. */
  block: string;
  insert: boolean;
  words: string;
}

/** What was written and left, by block, so that it can be taken up again while the page is open. */
const left = new Map<string, string>();

export function BlockEditor({ block, insert, words }: BlockEditorProps) {
  const { decisions, acts } = useBoard();
  const key = `${insert ? 'below' : 'at'} ${block}`;
  const [text, setText] = useState(() => left.get(key) ?? words);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    left.delete(key);
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [key]);

  function close() {
    acts.edit(null);
    acts.reveal('block', block);
  }
  function keep() {
    close();
    if (text === words || (insert && text.trim() === '')) return;
    const decision = wordsDecision(block, text, insert, decisions, () => crypto.randomUUID().slice(0, 8));
    acts.decide(insert ? 'Words added' : 'Words kept', decision);
  }
  function leave() {
    close();
    if (text === words) return;
    left.set(key, text);
    showToast({
      text: 'The words were not kept',
      action: { label: 'Take up again', run: () => (insert ? acts.insertBelow(block) : acts.edit(block)) },
    });
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <li className="border-l-2 border-accent bg-accent-soft px-2.5 py-2">
      <textarea
        ref={area}
        value={text}
        rows={2}
        spellCheck
        aria-label={insert ? 'Words to add below' : 'Words of this block'}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className="control-box field-sizing-content max-h-96 min-h-16 w-full resize-y px-2.5 py-1.5 font-mono text-code!"
      />
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button size="dense" tone="primary" onClick={keep}>
          Keep
        </Button>
        <Button size="dense" onClick={leave}>
          Leave
        </Button>
        <span className="ml-auto flex items-center gap-1.5 text-small text-soft max-md:hidden">
          <Kbd keys="⌘" />
          <Kbd keys="Enter" /> keeps
          <Kbd keys="Esc" /> leaves
        </span>
      </div>
    </li>
  );
}
