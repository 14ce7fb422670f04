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

/** A line that leaves the main one, or comes back to it, does so within these pixels; a row is never lower. */
const TURN = 18;
/** Of more versions that came in from elsewhere than this, the words tell. */
const MOST_FOREIGN = 3;

const aside = (lane: number) =>
  `M${x(0)} ${DOT}c0 ${TURN / 2} ${lane * STEP} ${TURN / 2} ${lane * STEP} ${TURN}`;
const back = (lane: number) => `M${x(lane)} 0c0 ${DOT / 2} ${-lane * STEP} ${DOT / 2} ${-lane * STEP} ${DOT}`;

/** Fills the height of its row, whatever that is. */
export function GraphCell({ row, lanes, width }: { row: GraphRow; lanes: number; width: number }) {
  const { isMerge, goesOn, passing, ending, beginning, foreign } = row;
  const side = x(lanes + 1);
  const comeIn = [...Array(Math.min(foreign, MOST_FOREIGN)).keys()].map((at) => DOT + (at + 1) * STEP);
  return (
    <span className="relative shrink-0 self-stretch" style={{ width }}>
      <svg
        aria-hidden="true"
        className="absolute inset-0 size-full overflow-visible text-control"
        stroke="currentColor"
        strokeWidth="1.5"
        fill="none"
      >
        <line x1={x(0)} x2={x(0)} y1="0" y2={DOT} className="in-[li:first-child]:hidden" />
        {goesOn && <line x1={x(0)} x2={x(0)} y1={DOT} y2="100%" />}
        <g className="text-accent" stroke="currentColor">
          {passing.map((lane) => (
            <line key={lane} x1={x(lane)} x2={x(lane)} y1="0" y2="100%" />
          ))}
          {ending.map((lane) => (
            <path key={lane} d={back(lane)} />
          ))}
          {beginning.map((lane) => (
            <g key={lane}>
              <path d={aside(lane)} />
              {!passing.includes(lane) && <line x1={x(lane)} x2={x(lane)} y1={DOT + TURN} y2="100%" />}
            </g>
          ))}
          {comeIn.map((y) => (
            <g key={y}>
              <path d={`M${x(0)} ${DOT}Q${x(0)} ${y} ${side} ${y}`} />
              <circle cx={side} cy={y} r="3" className="fill-surface" />
            </g>
          ))}
        </g>
        <circle
          cx={x(0)}
          cy={DOT}
          r={isMerge ? 4.5 : 4}
          className={isMerge ? 'fill-accent text-accent' : 'fill-surface'}
          stroke="currentColor"
        />
      </svg>
    </span>
  );
}
