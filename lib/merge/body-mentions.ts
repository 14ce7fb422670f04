/** Which drafts may have a protected term? */

import { listTokens } from './protected';

/** An index of texts by their words and signs. */
export class Mentions {
  private readonly places = new Map<string, number[]>();
  private readonly tokensByTerm = new Map<string, readonly string[]>();

  /** Adds the text of a place. Of a text that stood there before, the words stay. */
  add(at: number, text: string) {
    for (const token of new Set(listTokens(text))) {
      const list = this.places.get(token);
      if (list) list.push(at);
      else this.places.set(token, [at]);
    }
  }

  /** Returns the places of all texts that have these terms, and of some that have not; null where they are too many. */
  of(terms: readonly string[], most: number): ReadonlySet<number> | null {
    let fewest = most + 1;
    let rarest: readonly string[] = [];
    for (const term of terms) {
      const tokens = this.tokensOf(term);
      for (const [at, token] of tokens.entries()) {
        // The last word of a term may stand in the plural.
        const plural = at === tokens.length - 1 ? `${token}s` : '';
        const count = this.countOf(token) + this.countOf(plural);
        if (count >= fewest) continue;
        fewest = count;
        rarest = [token, plural];
      }
    }
    if (fewest > most) return null;
    return new Set(rarest.flatMap((form) => this.places.get(form) ?? []));
  }

  private countOf(token: string): number {
    return this.places.get(token)?.length ?? 0;
  }

  private tokensOf(term: string): readonly string[] {
    const known = this.tokensByTerm.get(term);
    if (known) return known;
    const tokens = listTokens(term);
    this.tokensByTerm.set(term, tokens);
    return tokens;
  }
}
