/** What does a row of the audit say, done, denied or failed? Pure. */

import { EVENT_GROUPS, EVENTS, type EventGroup } from './event-words';
import { type Happening, type Named, type Part, say, Telling } from './telling';

export type Outcome = 'done' | 'denied' | 'failed';

/**
 * Returns the sentence of an event without its actor, as parts: `saved backend-architect as v7`. What is in no table
 * is told by its name, so that nothing of the audit is ever hidden.
 */
export function tellEvent(
  happening: Happening & { outcome: Outcome },
  names: ReadonlyMap<string, Named>,
): Part[] {
  const { event, outcome } = happening;
  const row = EVENTS[event];
  if (outcome === 'denied') return say`tried to ${row?.verb ?? nameless(event)}`;
  if (outcome === 'failed') return say`could not ${row?.verb ?? nameless(event)}`;
  return row ? row.words(new Telling(happening, names)) : say`${event}`;
}

/** Routes are audited by the permission that they asked for: `agent:export GET`. */
function nameless(event: string): string {
  return `do what needs ${event.split(' ')[0] ?? event}`;
}

/** Returns what the filter calls an event: "Save an agent". */
export function eventLabel(event: string): string {
  const verb = EVENTS[event]?.verb;
  return verb ? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}` : event;
}

/** Returns the events that members see in the activity, of one group or of all. */
export function activityEvents(group: EventGroup | null): string[] {
  return Object.entries(EVENTS).flatMap(([event, row]) =>
    row.quiet || (group !== null && row.group !== group) ? [] : [event],
  );
}

/** Returns all events by group, in the order of the table. */
export function eventsByGroup(): { group: EventGroup; events: { event: string; label: string }[] }[] {
  return EVENT_GROUPS.map((group) => ({
    group,
    events: Object.keys(EVENTS)
      .filter((event) => EVENTS[event]?.group === group)
      .map((event) => ({ event, label: eventLabel(event) })),
  }));
}

/** At most so many ids of one row are looked up: the words name no more. */
const MOST_LOOKED_UP = 4;
const ID = /^[0-9a-z]{26}$/;

/** Returns the ids whose names the sentence of an event may say. */
export function idsToName({ subjectId, details }: Happening): string[] {
  const values = Object.values(details).flatMap((value) =>
    Array.isArray(value) ? value.slice(0, MOST_LOOKED_UP) : [value],
  );
  return [subjectId, ...values].filter(
    (value): value is string => typeof value === 'string' && ID.test(value),
  );
}
