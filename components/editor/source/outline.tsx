'use client';
/** Which headings has the body, and where? */

import type { ReactElement } from 'react';
import { useState } from 'react';

import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { createPreviewRenderer, type Heading } from '@/lib/markdown';

import { useEditor } from '../context';

export function OutlineButton({ icon }: { icon: ReactElement }) {
  return (
    <Popover
      title="Outline"
      trigger={(button) => <IconButton {...button} size="dense" label="Outline" icon={icon} />}
    >
      {(close) => <Headings onLeave={close} />}
    </Popover>
  );
}

/** The headings as they were when the panel opened. */
function Headings({ onLeave }: { onLeave: () => void }) {
  const { store, reveal } = useEditor();
  const [headings] = useState(() => {
    const { text, body } = store.getFile();
    return createPreviewRenderer().update(text.slice(body.from)).headings;
  });

  function go(heading: Heading) {
    const { text, body } = store.getFile();
    let offset = body.from;
    for (let line = 0; line < heading.line; line++) offset = text.indexOf('\n', offset) + 1;
    onLeave();
    reveal(offset);
  }

  return (
    <>
      {headings.length === 0 && (
        <p className="text-soft">No headings yet. A line that starts with ## is one.</p>
      )}
      <ol className="-mx-1 max-h-80 overflow-y-auto">
        {headings.map((heading) => (
          <li key={heading.line}>
            <button
              type="button"
              onClick={() => go(heading)}
              className="w-full truncate rounded-md px-1 py-1 text-left hover:bg-hover"
              style={{ paddingLeft: `${(heading.level - 1) * 12 + 4}px` }}
            >
              {heading.text}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
