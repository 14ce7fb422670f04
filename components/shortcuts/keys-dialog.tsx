'use client';
/** Which keys work on the present page? */

import { usePathname } from 'next/navigation';

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { BOARD_KEYS } from '@/lib/client/shortcuts/board';
import { keysInWords, usableShortcuts } from '@/lib/client/shortcuts/shortcut';
import { type Scope, TABLES } from '@/lib/client/shortcuts/tables';
import { can, type Permission, type Role } from '@/lib/policy';

import { isReadOnlyPage } from './read-only-page';
import { scopeOf } from './scope-of';

interface Line {
  keys: readonly string[];
  words: string;
}

interface Group {
  title: string;
  lines: Line[];
}

export interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Keys of what one may not do here are left out. */
  role: Role;
}

export function KeysDialog({ open, onOpenChange, role }: KeysDialogProps) {
  const groups = groupsOf(scopeOf(usePathname()), role);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="On Windows and Linux, Ctrl stands for ⌘."
      size="wide"
    >
      <div
        role="region"
        aria-label="All keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it where it does not fit
        tabIndex={0}
        className="-mx-2 columns-1 gap-x-8 rounded-md px-2 pt-1 md:columns-2"
      >
        {groups.map(({ title, lines }) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-small text-soft">{title}</h3>
            <ul className="flex flex-col gap-1.5">
              {lines.map(({ keys, words }) => (
                <li key={words} className="flex items-center gap-2">
                  <span className="flex w-24 shrink-0 flex-wrap gap-1">
                    {keys.map((key) => (
                      <Kbd key={key} keys={key} />
                    ))}
                  </span>
                  <span className="min-w-0">{words}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const TITLES: Record<Exclude<Scope, 'everywhere'>, string> = {
  list: 'List of agents',
  editor: 'Editor',
  history: 'History',
  compare: 'Compare',
  version: 'Version',
  duplicates: 'Duplicates',
};

function groupsOf(scope: ReturnType<typeof scopeOf>, role: Role): Group[] {
  const mayHere = (needs: Permission) => can(role, needs) && !isReadOnlyPage();
  const everywhere = { title: 'Everywhere', lines: linesOf('everywhere', (needs) => can(role, needs)) };
  if (scope === 'board') return [...boardGroups(mayHere('merge:edit')), everywhere];
  return scope ? [{ title: TITLES[scope], lines: linesOf(scope, mayHere) }, everywhere] : [everywhere];
}

function linesOf(scope: Scope, mayDo: (needs: Permission) => boolean): Line[] {
  return usableShortcuts(TABLES[scope], mayDo).map((row) => ({ keys: keysInWords(row), words: row.words }));
}

function boardGroups(canEdit: boolean): Group[] {
  const rows = BOARD_KEYS.filter(({ shown, reading }) => shown.length > 0 && (canEdit || reading));
  const titles = [...new Set(rows.map(({ group }) => group))];
  return titles.map((group) => ({
    title: group === 'Everywhere' ? 'Board' : group,
    lines: rows
      .filter((row) => row.group === group)
      .map(({ shown, words }) => ({ keys: shown, words: `${words[0]?.toUpperCase()}${words.slice(1)}` })),
  }));
}
