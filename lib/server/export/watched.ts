/** When is an export over? When all of it was read, when it failed, or when nobody reads on. */

/**
 * Returns the same entries, and calls `end` once with whether all were read; also when nobody ever begins to, where
 * the `finally` of a generator would not run.
 */
export function watched<T>(
  entries: AsyncGenerator<T>,
  end: (isWhole: boolean) => Promise<void> | void,
): AsyncIterable<T> {
  let isOver = false;
  const close = async (isWhole: boolean) => {
    if (isOver) return;
    isOver = true;
    await end(isWhole);
  };
  const iterator: AsyncIterator<T> = {
    async next() {
      try {
        const step = await entries.next();
        if (step.done) await close(true);
        return step;
      } catch (error) {
        await close(false);
        throw error;
      }
    },
    async return() {
      await entries.return(undefined);
      await close(false);
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
