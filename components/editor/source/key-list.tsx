'use client';
/** Which keys does the source know? */

import { Kbd } from '@/components/ui/kbd';
import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import { keysInWords, usableShortcuts } from '@/lib/client/shortcuts/shortcut';

import { useEditor } from '../context';

export function KeyList() {
  const { readOnly } = useEditor();
  const rows = usableShortcuts(EDITOR_KEYS, () => !readOnly);
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {rows.map((row) => (
          <div key={row.id} className="contents">
            <dt>
              {keysInWords(row).map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dt>
            <dd>{row.words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-soft">On Windows and Linux, Ctrl stands for ⌘.</p>
    </>
  );
}
