/** How does one opening take up what all sources say of the agent? */

import type { Board } from './body-board';
import { knownIn } from './body-holders';
import { containment } from './body-measure';
import { readPhrase } from './fuse-clause';
import { covers } from './fuse-drafts';
import { fuseRoles, isRole } from './fuse-role';
import type { Statement } from './order';
import { isNode } from './order-nodes';

/** The share of each unit that is in the result, with a margin for other tables of rarity. */
const PROMISED = 0.55;

/** The sentence that says who the agent is. */
export class Opening {
  private readonly roles: Statement[] = [];

  constructor(private readonly board: Board) {}

  /** Joins a statement that says who the agent is to the one that does; false for any other. */
  join(statement: Statement): boolean {
    if (!isRole(statement.text)) return false;
    const host = this.board.root.entries.find(
      (entry) => !isNode(entry) && !entry.isGone && isRole(entry.text),
    );
    if (!host || isNode(host) || host.isFixed) return false;
    const knows = knownIn(this.board.pool, host.text, statement);
    const text = fuseRoles(host.text, statement.text, knows);
    const titled = fuseRoles(host.text, statement.text, knows, true);
    const full = fuseRoles(host.text, statement.text, () => false);
    const whole = [text, titled, full].find((words) => covers(this.board.pool, statement, words)) ?? full;
    if (whole !== host.text) this.board.pool.rewrite(host, readPhrase(whole), whole);
    this.board.join(host, statement, false);
    this.roles.push(statement);
    return true;
  }

  /** When all have said who the agent is, half of each saying must be there, praise and all. */
  settle() {
    for (const statement of this.roles) {
      const host = this.board.draftOf.get(statement.units[0]?.id ?? '');
      const bag = this.board.pool.bags.of(statement.text);
      if (!host || host.isGone || containment(bag, host.bag) >= PROMISED) continue;
      // Less than a second title does: the depth of what it knows.
      const deep = /\bdeep expertise\b/i.test(statement.text)
        ? host.text.replace(/ (with|and) expertise in /, ' $1 deep expertise in ')
        : host.text;
      if (containment(bag, this.board.pool.bags.of(deep)) >= PROMISED) {
        this.board.pool.rewrite(host, readPhrase(deep), deep);
        continue;
      }
      const text = fuseRoles(host.text, statement.text, () => false, true);
      this.board.pool.rewrite(host, readPhrase(text), text);
    }
  }
}
