'use client';
/** What can be reached by the palette? Agents, actions of the page, pages, workspaces, themes. */

import { Bot, CornerDownRight, GitMerge, Plus, ScrollText, SunMoon, UserRound, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useMemo } from 'react';

import { leaveBy } from '@/components/drafts/leave-guard';
import { PLACES } from '@/components/shell/places';
import { useShell } from '@/components/shell/shell-context';
import { THEME_WORDS, THEMES } from '@/components/shell/theme';
import { WorkspaceSign } from '@/components/shell/workspace-sign';
import { listCommands, type PageCommand } from '@/components/shortcuts/page-commands';
import { useAgentTitles } from '@/lib/client/agent-titles';
import { prepare, type Rankable, rank } from '@/lib/client/palette/rank';
import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';
import { keysInWords, shortcut } from '@/lib/client/shortcuts/shortcut';
import type { WorkspaceSummary } from '@/lib/contract';
import { can } from '@/lib/policy';

export interface Entry extends Rankable {
  id: string;
  icon: ReactNode;
  /** At the end of the row: a model, keys. */
  aside?: ReactNode;
  keys?: readonly string[];
  run: () => void;
}

export interface EntryGroup {
  label: string;
  items: Entry[];
}

/** Of agents no more are shown: whoever sees so many types another letter. */
const MOST_AGENTS = 40;
const RECENT = 8;
const MOST_OTHERS = 12;

/** Returns what answers a question: groups, those with the nearest names first. */
export function useEntries(open: boolean): {
  find: (query: string) => EntryGroup[];
  isWaiting: boolean;
  error: Error | null;
} {
  const { workspace, workspaces, setTheme } = useShell();
  const router = useRouter();
  const slug = workspace?.slug ?? '';
  const titles = useAgentTitles(slug, open);
  const { data } = titles;

  const agents = useMemo(
    () =>
      prepare(
        (data ?? []).map(({ id, title, model }) => ({
          id: `agent ${id}`,
          label: title,
          icon: <Bot />,
          aside: model ?? undefined,
          run: () => leaveBy(() => router.push(`/w/${slug}/agents/${id}`)),
        })),
      ),
    [data, slug, router],
  );
  // What the page can do is asked anew each time the palette opens.
  const others = useMemo(() => {
    const go = (path: string) => () => leaveBy(() => router.push(path));
    return {
      actions: prepare(open ? listCommands().map(toEntry) : []),
      pages: prepare(pagesOf(slug, go, workspace !== null && can(workspace.role, 'audit:read'))),
      workspaces: prepare(workspacesOf(workspaces, slug, go)),
      themes: prepare(
        THEMES.map((theme) => ({
          ...{ id: `theme ${theme}`, label: `Theme: ${THEME_WORDS[theme]}`, also: 'colour scheme' },
          icon: <SunMoon />,
          run: () => setTheme(theme),
        })),
      ),
    };
  }, [open, slug, router, workspace, workspaces, setTheme]);

  const find = useCallback(
    (query: string): EntryGroup[] => {
      const isAsked = query.trim() !== '';
      const groups = [
        {
          label: isAsked ? 'Agents' : 'Agents changed last',
          ...rank<Entry>(query, agents, isAsked ? MOST_AGENTS : RECENT),
        },
        { label: 'Actions', ...rank<Entry>(query, others.actions, MOST_OTHERS) },
        { label: 'Pages', ...rank<Entry>(query, others.pages, MOST_OTHERS) },
        { label: 'Workspaces', ...rank<Entry>(query, others.workspaces, MOST_OTHERS) },
        { label: 'Theme', ...rank<Entry>(query, isAsked ? others.themes : [], MOST_OTHERS) },
      ];
      return groups
        .filter(({ items }) => items.length > 0)
        .sort((a, b) => a.nearness - b.nearness)
        .map(({ label, items }) => ({ label, items }));
    },
    [agents, others],
  );
  return { find, isWaiting: titles.isPending, error: titles.error };
}

type Go = (path: string) => () => void;

function toEntry({ shortcut: row, run }: PageCommand): Entry {
  return { id: `action ${row.id}`, label: row.words, icon: <CornerDownRight />, keys: keysInWords(row), run };
}

const GO = {
  agents: 'go-agents',
  duplicates: 'go-duplicates',
  activity: 'go-activity',
  settings: 'go-settings',
} as const;

function pagesOf(slug: string, go: Go, canAudit: boolean): Entry[] {
  const keysOf = (id: 'go-merges' | 'go-new' | 'go-people' | (typeof GO)[keyof typeof GO]) =>
    keysInWords(shortcut(EVERYWHERE_KEYS, id));
  const at = (path: string) => go(`/w/${slug}/${path}`);
  return [
    ...PLACES.map(({ label, icon: Icon, path }) => {
      const id = GO[path as keyof typeof GO];
      return { id: `page ${path}`, label, icon: <Icon />, ...(id && { keys: keysOf(id) }), run: at(path) };
    }),
    { id: 'page merges', label: 'Merges', icon: <GitMerge />, keys: keysOf('go-merges'), run: at('merges') },
    {
      ...{ id: 'page members', label: 'Members', also: 'people invite' },
      ...{ icon: <Users />, keys: keysOf('go-people'), run: at('members') },
    },
    ...(canAudit
      ? [{ id: 'page audit', label: 'Audit', also: 'log events', icon: <ScrollText />, run: at('audit') }]
      : []),
    { id: 'page new', label: 'New agent', icon: <Plus />, keys: keysOf('go-new'), run: at('agents/new') },
    { id: 'page account', label: 'Account', icon: <UserRound />, run: go('/account') },
  ];
}

function workspacesOf(workspaces: readonly WorkspaceSummary[], slug: string, go: Go): Entry[] {
  const others = workspaces.filter((each) => each.slug !== slug);
  return [
    ...others.map((each) => ({
      ...{ id: `workspace ${each.id}`, label: each.name, also: 'workspace' },
      icon: <WorkspaceSign name={each.name} />,
      aside: each.role,
      run: go(`/w/${each.slug}/agents`),
    })),
    { id: 'workspace new', label: 'Create a workspace', icon: <Plus />, run: go('/w/new') },
  ];
}
