/** Somebody is about to leave a page with unsaved work: by which ways, and how do they go on when they mean it? */

export interface LeaveGuardOptions {
  isUnsaved: () => boolean;
  /** Asks; `go` does what was held up. */
  ask: (go: () => void) => void;
  /** Goes to another page of ours. */
  push: (address: string) => void;
  /** Somebody has left by a way that cannot be held up. */
  onLeft: () => void;
}

let mayLeave = false;

/** From now on nobody asks any more: the person has already said that they want to leave this page. */
export function leaveWithoutAsking(): void {
  mayLeave = true;
}

let holdUp: ((way: () => void) => void) | null = null;

/** Leaves by a way that is no link, such as a key; where something is unsaved, after asking. */
export function leaveBy(way: () => void): void {
  if (holdUp) holdUp(way);
  else way();
}

/** Holds up links, back and forward, reloading and closing while something is unsaved; returns how to end that. */
export function guardLeaving({ isUnsaved, ask, push, onLeft }: LeaveGuardOptions): () => void {
  mayLeave = false;
  const mustAsk = () => !mayLeave && isUnsaved();
  const goBy = (way: () => void) => () => {
    mayLeave = true;
    way();
  };

  const hold = (way: () => void) => (mustAsk() ? ask(goBy(way)) : way());
  holdUp = hold;

  function unload(event: BeforeUnloadEvent) {
    if (mustAsk()) event.preventDefault();
  }
  function click(event: MouseEvent) {
    const address = plainLink(event);
    if (!address || !mustAsk()) return;
    event.preventDefault();
    ask(goBy(() => push(address)));
  }
  function traverse(event: NavigateEvent) {
    const { key, url } = event.destination;
    if (event.navigationType !== 'traverse' || !event.cancelable || !isElsewhere(new URL(url))) return;
    if (!mustAsk()) return;
    event.preventDefault();
    ask(goBy(() => void navigation?.traverseTo(key)));
  }

  // Not every browser has it; there the draft alone is what a person comes back to.
  const navigation = 'navigation' in window ? window.navigation : undefined;
  window.addEventListener('beforeunload', unload);
  window.addEventListener('click', click, true);
  navigation?.addEventListener('navigate', traverse);
  return () => {
    if (mustAsk()) onLeft();
    if (holdUp === hold) holdUp = null;
    window.removeEventListener('beforeunload', unload);
    window.removeEventListener('click', click, true);
    navigation?.removeEventListener('navigate', traverse);
  };
}

/** The address of a link to another page of ours that a plain click would follow in this tab. */
function plainLink(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!isPlain || !link?.href || link.target === '_blank' || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  return url.origin === window.location.origin && isElsewhere(url)
    ? url.pathname + url.search + url.hash
    : null;
}

function isElsewhere(url: URL): boolean {
  return url.pathname !== window.location.pathname;
}
