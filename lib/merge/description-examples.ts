/** Which examples has the united description, and how are they written? */

import { type Example, readExamples } from '@/lib/agent-file';
import { Bags, CONTAINED, containment } from './body-measure';
import { listProtected, missingTerms } from './protected';
import type { DescriptionUnit } from './sources';
import type { UnitId } from './types';

/**
 * Examples that stand whole. The format's documentation advises two to four; each costs about a hundred tokens in every
 * session. Of the others the request stays, which is what tells when to call the agent.
 */
const MOST_EXAMPLES = 4;
/** Of long ones fewer stand whole: some three hundred tokens are enough for all, but two stand in any case. */
const MOST_CHARACTERS = 1300;
const LEAST_EXAMPLES = 2;

/** From this share of its weight on, a request is for what is named already: more than of instructions, for it is short. */
const TOLD = 0.8;

/** An example of the result. */
export interface ChosenExample {
  unit: UnitId;
  text: string;
  /** Whether more than its layout was changed. */
  renamed: boolean;
}

export interface UnitedExamples {
  whole: ChosenExample[];
  /** Requests that stand without the rest of their example. */
  requests: { unit: UnitId; text: string }[];
  /** Units that say the same as another. */
  contained: Map<UnitId, UnitId>;
  /** Units whose request the sentences name already. */
  named: UnitId[];
}

interface ReadExample {
  unit: DescriptionUnit;
  source: string;
  example: Example | null;
  occasion: string;
}

/** Unites the examples: near-duplicates once, at most four whole, the requests of the others. */
export function uniteExamples(
  units: readonly DescriptionUnit[],
  keep: ReadonlySet<UnitId>,
  rename: (text: string) => string,
  said: string,
): UnitedExamples {
  const bags = new Bags();
  const united: UnitedExamples = { whole: [], requests: [], contained: new Map(), named: [] };
  const distinct: ReadExample[] = [];
  for (const unit of units) {
    const read = readUnit(unit);
    const same = keep.has(unit.id) ? undefined : distinct.find((other) => isSame(other, read, bags));
    if (same) united.contained.set(unit.id, same.unit.id);
    else distinct.push(read);
  }
  const whole = chooseWhole(distinct, keep, bags);
  for (const one of distinct) if (whole.has(one)) united.whole.push(written(one, rename));
  addRequests(united, distinct, whole, said, bags);
  return united;
}

/** The longest first: what it asks for the shorter ones need not ask for again. */
function addRequests(
  united: UnitedExamples,
  distinct: readonly ReadExample[],
  whole: ReadonlySet<ReadExample>,
  said: string,
  bags: Bags,
): void {
  const there = [said, ...united.whole.map(({ text }) => text)].join('\n');
  const told = [...whole];
  const rest = distinct.filter((one) => !whole.has(one));
  for (const one of [...rest].sort((a, b) => b.occasion.length - a.occasion.length)) {
    const request = one.example?.user ?? '';
    const tells = (text: string) => request !== '' && isTold(request, `${said}\n${text}`, bags);
    const other = told.find((known) =>
      tells(whole.has(known) ? known.occasion : (known.example?.user ?? '')),
    );
    if (tells('')) united.named.push(one.unit.id);
    else if (other) united.contained.set(one.unit.id, other.unit.id);
    else told.push(one);
  }
  for (const one of rest) {
    if (told.includes(one)) united.requests.push({ unit: one.unit.id, text: requestOf(one, there) });
  }
}

/** Words with which one asks, whatever it is about. */
const ASKING =
  /\b(?:i|i['’](?:ve|m|d)|we|you|my|our|me|it|them|can|could|please|need|needs|want|would like|have|just|created|review|help|how|should|suggest)\b/giu;

/** Whether a text names what a request is about, with all that must not get lost. */
const isTold = (request: string, text: string, bags: Bags): boolean =>
  containment(bags.of(request.replace(ASKING, ' ')), bags.of(text)) >= TOLD &&
  missingTerms(listProtected(request), text).length === 0;

function readUnit(unit: DescriptionUnit): ReadExample {
  const examples = readExamples(unit.unit.text);
  const example = examples.length === 1 ? (examples[0] as Example) : null;
  const occasion = example ? `${example.context} ${example.user}` : unit.unit.text;
  return { unit, source: unit.id.slice(0, unit.id.lastIndexOf('#')), example, occasion };
}

/** Whether a description has an example for the same request, or the request itself, or names what it is for. */
export function saysExample(
  own: readonly DescriptionUnit[],
  description: string,
  unit: DescriptionUnit,
  bags: Bags,
): boolean {
  const read = readUnit(unit);
  if (own.some((other) => other.unit.kind === 'example' && isSame(readUnit(other), read, bags))) return true;
  const request = read.example?.user.replace(/\s+/g, ' ').trim() ?? '';
  if (request === '') return false;
  if (description.includes(quoted(request))) return true;
  const sentences = own.filter((other) => other.unit.kind !== 'example').map((other) => other.unit.text);
  const examples = own
    .filter((other) => other.unit.kind === 'example')
    .map((other) => readUnit(other).occasion);
  return ['', ...examples].some((occasion) => isTold(request, [...sentences, occasion].join('\n'), bags));
}

/** What calls for the agent is the same, in each of the two as in the other. */
function isSame(a: ReadExample, b: ReadExample, bags: Bags): boolean {
  if (a.unit.unit.text === b.unit.unit.text) return true;
  const [left, right] = [bags.of(a.occasion), bags.of(b.occasion)];
  if (containment(left, right) < CONTAINED || containment(right, left) < CONTAINED) return false;
  return missingTerms(listProtected(b.occasion), a.occasion).length === 0;
}

/** Takes turn by turn what tells most that is new, from sources that have none yet before others. */
function chooseWhole(
  distinct: readonly ReadExample[],
  keep: ReadonlySet<UnitId>,
  bags: Bags,
): Set<ReadExample> {
  const whole = new Set(distinct.filter(({ unit, example }) => keep.has(unit.id) || !example?.user));
  if (distinct.length <= MOST_EXAMPLES) return new Set(distinct);
  const told = new Set<string>();
  const tell = ({ occasion }: ReadExample) => {
    for (const stem of bags.of(occasion).weights.keys()) told.add(stem);
  };
  for (const one of whole) tell(one);
  let length = [...whole].reduce((sum, { unit }) => sum + unit.unit.text.length, 0);
  while (whole.size < MOST_EXAMPLES) {
    let best: { one: ReadExample; gain: number } | null = null;
    for (const one of distinct) {
      if (whole.has(one)) continue;
      const { weights } = bags.of(one.occasion);
      const fresh = [...weights].reduce((sum, [stem, weight]) => sum + (told.has(stem) ? 0 : weight), 0);
      const isHeard = [...whole].some(({ source }) => source === one.source);
      const gain = fresh / Math.sqrt(weights.size + 1) / (isHeard ? 2 : 1);
      if (best === null || gain > best.gain) best = { one, gain };
    }
    if (!best) break;
    length += best.one.unit.unit.text.length;
    if (whole.size >= LEAST_EXAMPLES && length > MOST_CHARACTERS) break;
    whole.add(best.one);
    tell(best.one);
  }
  return whole;
}

/** In one layout for all, where that can carry it; else as it is written. */
function written({ unit, example }: ReadExample, rename: (text: string) => string): ChosenExample {
  const source = unit.unit.text;
  const said = example && {
    ...example,
    context: rename(example.context),
    assistant: rename(example.assistant),
    commentary: rename(example.commentary),
  };
  const block = said && layOutExample(said);
  const carries =
    block !== null && isSameExample(readExamples(block)[0], said) && losesNothing(source, block, rename);
  const text = carries ? block : rename(source);
  return { unit: unit.id, text, renamed: rename(source) !== source };
}

function layOutExample({ context, user, assistant, commentary }: Example): string {
  return [
    '<example>',
    ...(context === '' ? [] : [`Context: ${context}`]),
    `user: ${quoted(user)}`,
    ...(assistant === '' ? [] : [`assistant: ${quoted(assistant)}`]),
    ...(commentary === '' ? [] : ['<commentary>', commentary, '</commentary>']),
    '</example>',
  ].join('\n');
}

const quoted = (text: string): string => (text.includes('"') ? `'${text}'` : `"${text}"`);

const isSameExample = (read: Example | undefined, said: Example | null): boolean =>
  read !== undefined &&
  said !== null &&
  (['context', 'user', 'assistant', 'commentary'] as const).every((part) => read[part] === said[part]);

/** Further turns, and notes between them, are no part that we read: then the source stays as it is. */
function losesNothing(source: string, block: string, rename: (text: string) => string): boolean {
  const words = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  return words(block) >= words(rename(source));
}

/** With what it was asked in, where a name or a number would get lost without. */
function requestOf({ example, unit }: ReadExample, there: string): string {
  if (!example) return unit.unit.text;
  const request = example.user.replace(/\s+/g, ' ').trim();
  const lost = missingTerms(listProtected(example.context), `${there}\n${request}`);
  const context = example.context.replace(/\s+/g, ' ').trim();
  return lost.length === 0 ? quoted(request) : `${quoted(request)} (${context.replace(/[.]$/, '')})`;
}
