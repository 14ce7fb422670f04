/** Where can one go in a workspace? One row a place; the rail draws them in this order. */

import { Activity, Bot, CopyCheck, Inbox, ScrollText, Settings } from 'lucide-react';

export interface Place {
  label: string;
  icon: typeof Bot;
  /** The path below the workspace. */
  path: string;
  /** Other paths that belong to it. */
  also?: readonly string[];
}

export const PLACES: readonly Place[] = [
  { label: 'Agents', icon: Bot, path: 'agents' },
  { label: 'Duplicates', icon: CopyCheck, path: 'duplicates', also: ['merges'] },
  { label: 'Reviews', icon: ScrollText, path: 'reviews' },
  { label: 'Inbox', icon: Inbox, path: 'inbox' },
  { label: 'Activity', icon: Activity, path: 'activity', also: ['audit'] },
  { label: 'Settings', icon: Settings, path: 'settings', also: ['members'] },
];

/** The place that a path lies in, or null: `/w/acme/agents/7` lies in Agents. */
export function placeOf(pathname: string): Place | null {
  const [, , , below] = pathname.split('/');
  return PLACES.find(({ path, also }) => path === below || also?.includes(below ?? '')) ?? null;
}
