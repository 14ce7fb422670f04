'use client';
/** The agents that a change is about, thousands perhaps, with what becomes of each. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';

import type { BulkChange } from '@/lib/bulk';
import type { BulkPreview } from '@/lib/contract';

import { PreviewRow, type RowCommands } from './preview-row';
import { type Ticks, tickAgents, tickPlace } from './ticks';

const USUAL_HEIGHT = 92;
const NONE: readonly number[] = [];

export interface PreviewListProps {
  workspace: string;
  label: string;
  agents: readonly BulkPreview[];
  change: BulkChange;
  ticks: Ticks;
  onTicks: (change: (ticks: Ticks) => Ticks) => void;
}

export function PreviewList({ workspace, label, agents, change, ticks, onTicks }: PreviewListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useVirtualizer({
    count: agents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: useCallback((at: number) => agents[at]?.agentId ?? at, [agents]),
    overscan: 6,
  });
  const commands = useMemo<RowCommands>(
    () => ({
      onTick: (agentId, isIn) => onTicks((now) => tickAgents(now, [agentId], isIn)),
      onTickPlace: (agentId, index, isIn) => onTicks((now) => tickPlace(now, agentId, index, isIn)),
      onOpen: (agentId, isOpen) =>
        setOpen((now) => new Set([...now].filter((id) => id !== agentId).concat(isOpen ? agentId : []))),
    }),
    [onTicks],
  );
  return (
    <div
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
      tabIndex={0}
      className="h-[52dvh] overflow-y-auto md:h-full md:min-h-0 md:flex-1"
    >
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const agent = agents[index];
          return (
            agent && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={agents.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <PreviewRow
                  {...{ workspace, agent, change, ...commands }}
                  isIn={!ticks.out.has(agent.agentId)}
                  isOpen={open.has(agent.agentId)}
                  skipped={ticks.skipped.get(agent.agentId) ?? NONE}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
