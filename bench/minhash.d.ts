/** What npm's minhash has that we measure beside. */
declare module 'minhash' {
  export class Minhash {
    update(word: string): void;
  }
  export class LshIndex {
    insert(key: string, hash: Minhash): void;
    query(hash: Minhash): string[];
  }
}
