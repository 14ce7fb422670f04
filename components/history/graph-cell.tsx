/** How does a version hang together with those below? Drawn; the row says it in words. */

import type { GraphRow } from './model/graph';

/** Pixels from lane to lane, and from the top of a row to its dot. */
const STEP = 12;
const START = 9;
const DOT = 18;

const x = (lane: number) => START + lane * STEP;

/** How wide the drawing of a graph with so many lanes is, in pixels. */
export const graphWidth = (lanes: number, hasForeign: boolean): number =>
  x(lanes + (hasForeign ? 1 : 0)) + START;

/** Fills the height of its row, whatever that is. */
export function GraphCell({ row, lanes, width }: { row: GraphRow; lanes: number; width: number }) {
  const { isMerge, goesOn, passing, ending, beginning, foreign } = row;
  const side = x(lanes + 1);
  return (
    <span className="relative shrink-0 self-stretch" style={{ width }}>
      <svg aria-hidden="true" className="absolute inset-0 size-full text-control" stroke="currentColor">
        <g strokeWidth="1.5">
          {goesOn && <line x1={x(0)} x2={x(0)} y1={DOT} y2="100%" />}
          {passing.map((lane) => (
            <line key={lane} x1={x(lane)} x2={x(lane)} y1="0" y2="100%" />
          ))}
          {ending.map((lane) => (
            <line key={lane} x1={x(lane)} x2={x(0)} y1="0" y2={DOT} />
          ))}
          {beginning.map((lane) => (
            <line key={lane} x1={x(0)} x2={x(lane)} y1={DOT} y2="100%" />
          ))}
          {foreign > 0 && (
            <>
              <line x1={x(0)} x2={side} y1={DOT} y2={DOT + STEP} />
              <circle cx={side} cy={DOT + STEP} r="3" className="fill-surface text-accent" />
            </>
          )}
        </g>
        <line x1={x(0)} x2={x(0)} y1="0" y2={DOT} strokeWidth="1.5" className="in-[li:first-child]:hidden" />
        <circle
          cx={x(0)}
          cy={DOT}
          r={isMerge ? 4.5 : 4}
          strokeWidth="1.5"
          className={isMerge ? 'fill-accent text-accent' : 'fill-surface'}
        />
      </svg>
    </span>
  );
}
