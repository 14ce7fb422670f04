/** What can be done with this one agent? The rows of its menu. */

import { Tags } from 'lucide-react';

import type { MenuAction } from '@/components/ui/action-panel';
import type { AgentRow } from '@/lib/contract';

import { isDangerous, type ListCommands, MOVE_VERBS } from './list-commands';
import { MoveIcon } from './move-icons';

export function actionsOf(row: AgentRow, { moves, move, tag }: ListCommands): MenuAction[] {
  const chosen = { choice: { ids: [row.id] }, count: 1, tags: row.tags };
  const place = row.deletedAt !== null ? 'bin' : row.archivedAt !== null ? 'archived' : 'in-use';
  // What a merge archived comes back by undoing the merge.
  const possible = row.mergedInto === null || place === 'bin' ? moves(place) : [];
  const tagging: MenuAction[] =
    tag && place !== 'bin'
      ? [{ label: 'Tags…', icon: <Tags aria-hidden="true" />, onSelect: () => tag(chosen) }]
      : [];
  return [
    ...tagging,
    ...possible.map((each, at) => ({
      label: MOVE_VERBS[each],
      icon: <MoveIcon move={each} />,
      apart: at === 0 && tagging.length > 0,
      onSelect: () => move(each, chosen),
      ...(isDangerous(each) && { tone: 'danger' as const }),
    })),
  ];
}
