/** From which texts may an agent begin? Six shapes, each of which loads as it is. */

import { EXPLORER } from './explorer';
import { OPERATOR } from './operator';
import { PLANNER } from './planner';
import { RESEARCHER } from './researcher';
import { REVIEWER } from './reviewer';
import { TEST_WRITER } from './test-writer';

export interface Starter {
  id: string;
  title: string;
  /** What it is good for, in a line. */
  purpose: string;
  text: string;
}

export const STARTERS: readonly Starter[] = [
  {
    id: 'reviewer',
    title: 'Reviewer',
    purpose: 'Reads a change before it is merged and reports what would go wrong',
    text: REVIEWER,
  },
  {
    id: 'planner',
    title: 'Planner',
    purpose: 'Turns a wish into steps that can be checked; writes no code',
    text: PLANNER,
  },
  {
    id: 'researcher',
    title: 'Researcher',
    purpose: 'Finds out what is known on the web, with sources and how sure they are',
    text: RESEARCHER,
  },
  {
    id: 'test-writer',
    title: 'Writer of tests',
    purpose: 'Writes tests that can fail, and leaves the code under test alone',
    text: TEST_WRITER,
  },
  {
    id: 'operator',
    title: 'Operator',
    purpose: 'Runs jobs and services, and asks before anything final',
    text: OPERATOR,
  },
  {
    id: 'explorer',
    title: 'Read-only explorer',
    purpose: 'Finds where something happens in the code; can only read',
    text: EXPLORER,
  },
];
