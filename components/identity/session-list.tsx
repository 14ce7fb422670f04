/** Where is this person signed in? */

export interface SessionItem {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  lastSeenAt: number;
}

export function SessionList({ sessions }: { sessions: readonly SessionItem[] }) {
  return (
    <ul className="border-y border-line">
      {sessions.map(({ id, current, address, userAgent, lastSeenAt }) => (
        <li
          key={id}
          className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-b border-line py-2 last:border-0"
        >
          <span className="min-w-0 font-medium">{browserOf(userAgent)}</span>
          <span className="text-soft">
            {address ?? 'unknown address'} ·{' '}
            {current ? (
              'this browser'
            ) : (
              <time dateTime={new Date(lastSeenAt).toISOString()}>
                {new Date(lastSeenAt).toISOString().slice(0, 16).replace('T', ' ')} UTC
              </time>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** In the order in which they have to be looked for: most browsers also claim to be an older one. */
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

function browserOf(userAgent: string | null): string {
  const has = ([mark]: readonly [string, string]) => userAgent?.includes(mark);
  const browser = BROWSERS.find(has)?.[1] ?? 'A browser';
  const system = SYSTEMS.find(has)?.[1];
  return system ? `${browser} on ${system}` : browser;
}
