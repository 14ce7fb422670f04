'use client';
/** Who has this agent open? Their initials in the header; their names, and where they are, one press away. */

import { useSyncExternalStore } from 'react';

import { initialsOf } from '@/components/ui/initials';
import { Popover } from '@/components/ui/popover';
import { fieldRule } from '@/lib/agent-file';
import type { Peer } from '@/lib/contract';

import { useEditor } from '../context';
import { type PeerHues, peerHues } from './peer-hues';

/** More do not fit beside each other. */
const MOST = 3;

export function Here() {
  const { live } = useEditor();
  const { peers } = useSyncExternalStore(live.subscribe, live.getState, live.getState);
  if (peers.length === 0) return null;
  const hues = peerHues(peers);
  const names = peers.map(({ name }) => name).join(', ');
  return (
    <Popover
      title="Also here"
      trigger={(button) => (
        <button
          {...button}
          type="button"
          aria-label={`${peers.length + 1} here: you, ${names}`}
          title={names}
          className="flex h-8 items-center gap-1.5 rounded-md px-1.5 text-small text-soft hover:bg-hover hover:text-ink"
        >
          <span className="flex -space-x-1" aria-hidden="true">
            {peers.slice(0, MOST).map((peer) => (
              <Dot key={peer.tab} peer={peer} hues={hues} />
            ))}
          </span>
          <span className="whitespace-nowrap">{peers.length + 1} here</span>
        </button>
      )}
    >
      {() => (
        <ul className="flex max-h-80 flex-col gap-2 overflow-y-auto">
          {peers.map((peer) => (
            <li key={peer.tab} className="flex items-center gap-2">
              <Dot peer={peer} hues={hues} />
              <span className="min-w-0 flex-1 truncate">{peer.name}</span>
              <span className="text-small text-soft">{whereIs(peer)}</span>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

function Dot({ peer: { userId, name }, hues }: { peer: Peer; hues: PeerHues }) {
  const { hue, ink } = hues(userId);
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: hue, color: ink }}
      className="inline-grid size-5.5 shrink-0 place-items-center rounded-full text-[0.625rem] leading-none font-semibold ring-2 ring-surface"
    >
      {initialsOf(name)}
    </span>
  );
}

function whereIs({ canEdit, place: { field, caret } }: Peer): string {
  if (!canEdit) return 'reads along';
  if (field !== null) return `in ${fieldRule(field)?.label ?? field}`;
  return caret ? 'in the text' : '';
}
