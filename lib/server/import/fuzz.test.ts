import '../testing/mocks';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { TEST_ENGINES } from '@/db/testing/engines';

import { forgetSingleton } from '../singleton';
import { filesOf, knock, linesOf } from '../testing/import-door';
import { anyForm, createRandom } from '../testing/import-fuzz';
import { openTeam, type Team } from '../testing/team';
import { makeMember, type Person } from '../testing/world';

/** So often at least; `npm run test:long` knocks more often. */
const UPLOADS = process.env.MUSTER_ROUNDS === 'full' ? 2_000 : 150;
/** The bench goes on for minutes. */
const LASTS_MS = Number(process.env.MUSTER_FUZZ_MS ?? 0);
/** What is no crash and no wrong answer, but too long to wait for; of the processor, so that a busy machine tells the same. */
const LONGEST_MS = 1000;

let team: Team;
let person: Person;
beforeAll(async () => {
  team = await openTeam(await (TEST_ENGINES[0] as (typeof TEST_ENGINES)[0]).open());
}, 60_000);
afterAll(() => team.world.dispose());

it(`answers whatever is sent in lines that it knows, and soon, ${UPLOADS} times`, {
  timeout: LASTS_MS * 4 + UPLOADS * 200 + 60_000,
}, async () => {
  const crashes: unknown[] = [];
  const note = (error: unknown) => crashes.push(error);
  process.on('uncaughtException', note).on('unhandledRejection', note);
  const started = Date.now();
  let seed = 1;
  let longest = 0;
  for (; seed <= UPLOADS || Date.now() - started < LASTS_MS; seed++) {
    // A session of the tests lasts a minute.
    if (seed % 100 === 1) person = await makeMember(team.world.store, team.workspaceId, 'editor');
    longest = Math.max(longest, await answered(seed));
    expect(longest, `seed ${seed}`).toBeLessThan(LONGEST_MS);
  }
  process.off('uncaughtException', note).off('unhandledRejection', note);
  expect(crashes).toEqual([]);
  console.info(`${seed - 1} uploads; the longest took ${longest.toFixed(0)} ms of the processor`);
});

/** Sends what the seed gives and looks at the answer; returns how long the processor was at it, in milliseconds. */
async function answered(seed: number): Promise<number> {
  const random = createRandom(seed);
  const { body, type } = anyForm(random);
  const query = random() < 0.5 ? 'mode=preview' : 'mode=write&sameName=replace';
  // Nobody types as fast as this.
  forgetSingleton('limit:import');
  const before = process.cpuUsage();
  const init = { body, headers: { 'content-type': type } };
  const response = await knock(person, team.workspace, query, init);
  expect([200, 400], `seed ${seed}`).toContain(response.status);
  const lines = response.status === 200 ? await linesOf(response) : [];
  const { user, system } = process.cpuUsage(before);
  if (response.status === 200) expect(lines.at(-1)?.kind, `seed ${seed}`).toMatch(/^(?:end|failed)$/);
  for (const line of lines) {
    if (line.kind === 'failed') expect(line.message, `seed ${seed}`).not.toMatch(/log has the cause/);
  }
  for (const { path, state } of filesOf(lines)) {
    expect(path, `seed ${seed}`).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
    expect(state, `seed ${seed}`).toBeTruthy();
  }
  return (user + system) / 1000;
}
