'use client';
/** Which keys work here? A line at the foot of a page, in the words of the table. */

import type { ReactNode } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { Kbd } from '@/components/ui/kbd';
import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';
import { keysInWords, type Shortcut, shortcut, usableShortcuts } from '@/lib/client/shortcuts/shortcut';
import { can } from '@/lib/policy';

export interface KeyLineProps {
  /** The table of the page. */
  keys: readonly Shortcut[];
  /** What else can be done here, at the other end. */
  children?: ReactNode;
}

export function KeyLine({ keys: table, children }: KeyLineProps) {
  const { workspace, openKeys } = useShell();
  const rows = usableShortcuts(table, (needs) => workspace !== null && can(workspace.role, needs));
  return (
    <footer className="flex h-7 shrink-0 items-center gap-4 border-t border-line px-4 text-small text-soft max-md:hidden">
      {groupsOf(rows).map(({ hint, keys }) => (
        <span key={hint} className="flex items-center gap-1.5 whitespace-nowrap">
          {keys.map((each) => (
            <Kbd key={each} keys={each} />
          ))}
          {hint}
        </span>
      ))}
      <button
        type="button"
        onClick={openKeys}
        className="flex items-center gap-1.5 rounded-sm whitespace-nowrap hover:text-ink"
        aria-keyshortcuts="?"
      >
        <Kbd keys={keysInWords(shortcut(EVERYWHERE_KEYS, 'keys')).join(' ')} />
        all keys
      </button>
      {children && <span className="ml-auto truncate">{children}</span>}
    </footer>
  );
}

interface HintGroup {
  hint: string;
  keys: string[];
}

/** Rows of one hint stand together, each with its first key. */
function groupsOf(rows: readonly Shortcut[]): HintGroup[] {
  const groups: HintGroup[] = [];
  for (const row of rows) {
    if (!row.hint) continue;
    const [first = ''] = keysInWords(row);
    const group = groups.find(({ hint }) => hint === row.hint);
    if (group) group.keys.push(first);
    else groups.push({ hint: row.hint, keys: [first] });
  }
  return groups;
}
