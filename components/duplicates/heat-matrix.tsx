'use client';
/** How alike is each member to each other? A table whose figures stand on five shades of one hue; a cell opens the evidence. */

import { type KeyboardEvent, useRef, useState } from 'react';

import { classNames } from '@/components/ui/class-names';
import type { DuplicateCluster } from '@/lib/contract';

import { scoreOf, shadeOf, walkCell } from './model/matrix';
import { formatCell, formatScore } from './model/score-words';

/** The figure is written on each shade, in ink that can be read on it. */
const SHADES = [
  'bg-accent/6 text-ink',
  'bg-accent/16 text-ink',
  'bg-accent/30 text-ink',
  'bg-accent/48 text-ink',
  'bg-accent text-on-accent',
];

export interface HeatMatrixProps {
  cluster: DuplicateCluster;
  onCompare: (pair: readonly [number, number]) => void;
}

export function HeatMatrix({ cluster, onCompare }: HeatMatrixProps) {
  const { members, scores } = cluster;
  const [place, setPlace] = useState<readonly [number, number]>([1, 0]);
  const table = useRef<HTMLTableElement>(null);
  if (scores.length === 0) {
    return (
      <p className="max-w-80 text-soft">
        {members.length} agents have too many pairs for one table. Compare shows any two of them.
      </p>
    );
  }

  function press(event: KeyboardEvent) {
    const next = walkCell(event.key, place, members.length);
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.join()}"]`)?.focus();
  }

  return (
    <div className="max-w-full overflow-x-auto p-0.5">
      <table ref={table} onKeyDown={press} className="border-separate border-spacing-0.5 text-small">
        <caption className="pb-1 text-left text-soft">
          How alike each is to each, in per cent. A cell shows why.
        </caption>
        <thead>
          <tr>
            <td />
            {members.slice(0, -1).map(({ agentId, title }, at) => (
              <th key={agentId} scope="col" title={title} className="h-6 w-9 font-normal text-soft">
                <span aria-hidden="true">{at + 1}</span>
                <span className="sr-only">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.slice(1).map((member, before) => {
            const row = before + 1;
            return (
              <tr key={member.agentId}>
                <th
                  scope="row"
                  title={member.title}
                  className="sticky left-0 z-10 max-w-44 truncate bg-sunken pr-2 text-left font-mono font-normal"
                >
                  <span aria-hidden="true" className="mr-1.5 inline-block w-4 text-right font-sans text-soft">
                    {row + 1}
                  </span>
                  {member.title}
                </th>
                {members.slice(0, row).map((other, column) => (
                  <Cell
                    key={other.agentId}
                    cluster={cluster}
                    row={row}
                    column={column}
                    current={place[0] === row && place[1] === column}
                    onCompare={() => {
                      setPlace([row, column]);
                      onCompare([column, row]);
                    }}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  cluster: DuplicateCluster;
  row: number;
  column: number;
  /** The one that Tab reaches; arrow keys lead from there. */
  current: boolean;
  onCompare: () => void;
}

function Cell({ cluster, row, column, current, onCompare }: CellProps) {
  const score = scoreOf(cluster, row, column);
  if (!score) return <td />;
  const [one, other] = [cluster.members[column], cluster.members[row]];
  const words = `${one?.title} and ${other?.title}: ${formatScore(score)}`;
  return (
    <td className="p-0">
      <button
        type="button"
        data-cell={`${row},${column}`}
        tabIndex={current ? 0 : -1}
        aria-label={words}
        title={words}
        onClick={onCompare}
        className={classNames(
          'grid h-7 w-9 place-items-center rounded-sm outline-offset-1 hover:outline-2 hover:outline-control focus-visible:outline-accent max-md:h-10',
          SHADES[shadeOf(score.score)],
        )}
      >
        {formatCell(score.score)}
      </button>
    </td>
  );
}
