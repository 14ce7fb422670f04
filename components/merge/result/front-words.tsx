'use client';
/** The front matter of the result: each key by itself, long values cut until they are asked for. */

import { useState } from 'react';

/** A value of more characters than this is cut after some lines. */
const LONG = 480;

export function FrontWords({ words }: { words: string }) {
  return (
    <div className="flex flex-col font-mono text-code">
      {splitKeys(words).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two fences are the same words
        <Part key={at} words={part} />
      ))}
    </div>
  );
}

function Part({ words }: { words: string }) {
  const [isOpen, setOpen] = useState(false);
  const isLong = words.length > LONG;
  const at = words.indexOf(':');
  const key = at > 0 && /^[\w-]+$/.test(words.slice(0, at)) ? words.slice(0, at + 1) : '';
  return (
    <div>
      <p className={`wrap-anywhere whitespace-pre-wrap ${isLong && !isOpen ? 'line-clamp-6' : ''}`}>
        {key && <span className="text-soft">{key}</span>}
        {words.slice(key.length)}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={(event) => {
            event.stopPropagation();
            setOpen(!isOpen);
          }}
          className="rounded-sm font-sans text-small text-accent hover:underline"
        >
          {isOpen ? 'Show less' : 'Show all of it'}
        </button>
      )}
    </div>
  );
}

/** Cuts front matter before each line that begins with a key, and before its closing fence. */
function splitKeys(words: string): string[] {
  return words.split(/\r?\n(?=[^\s#-][^\n]*:|---\s*$)/);
}
