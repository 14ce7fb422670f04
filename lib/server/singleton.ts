/** How does one process keep one of a thing, although pages, routes and instrumentation are bundled apart? */

const KEY = Symbol.for('muster.singletons');
type Registry = Map<string, unknown>;

function registry(): Registry {
  const holder = globalThis as { [KEY]?: Registry };
  holder[KEY] ??= new Map();
  return holder[KEY];
}

/** Returns the value of this name, made by `create` the first time anybody in the process asks. */
export function singleton<T>(name: string, create: () => T): T {
  const all = registry();
  if (!all.has(name)) all.set(name, create());
  return all.get(name) as T;
}

/** Forgets the value of this name, so that the next to ask makes a new one; returns the old one. */
export function forgetSingleton<T>(name: string): T | undefined {
  const all = registry();
  const value = all.get(name) as T | undefined;
  all.delete(name);
  return value;
}
