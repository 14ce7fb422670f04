/**
 * Which room may import which? The one table of it, from which biome.json gets its overrides:
 * `node scripts/boundaries.mjs` writes them, and a test fails when they differ or do not bite.
 */

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT, runPackage } from './child.mjs';

/** The pure libraries and what each may import of the others; all may import `text`. */
export const PURE = {
  text: [],
  anchors: ['text'],
  'agent-file': ['text'],
  units: ['text'],
  policy: ['text'],
  markdown: ['text'],
  authority: ['agent-file', 'text'],
  checks: ['agent-file', 'authority', 'units', 'text'],
  'three-way': ['agent-file', 'text'],
  live: ['three-way', 'agent-file', 'text'],
  similarity: ['units', 'agent-file', 'text'],
  merge: ['units', 'similarity', 'authority', 'agent-file', 'text'],
  bulk: ['agent-file', 'authority', 'text'],
  compare: ['units', 'similarity', 'authority', 'agent-file', 'text'],
  records: ['text'],
  reviews: ['policy', 'text'],
  starters: ['agent-file', 'checks', 'similarity', 'text'],
  contract: [
    'agent-file',
    'anchors',
    'authority',
    'bulk',
    'merge',
    'policy',
    'records',
    'reviews',
    'similarity',
    'text',
  ],
};

const TESTS = '**/*.test.{ts,tsx}';
const under = (name) => [name, `${name}/**`];

/** Each ban is a sentence and the imports that it is about. */
const BANS = {
  app: {
    message: 'Nobody imports app: it only names URLs. Move what is shared to components or lib.',
    group: under('@/app'),
  },
  components: {
    message: 'Components are for app alone: a library, the data and the command have no pixels.',
    group: under('@/components'),
  },
  otherComponents: {
    message: 'components/ui knows no domain word: it imports nothing but primitives.',
    group: [...under('@/components'), ...under('@/lib'), '!@/components/ui', '!@/components/ui/**'],
  },
  server: {
    message: 'lib/server knows who asks: only app, and the files at the root, may import it.',
    group: under('@/lib/server'),
  },
  client: {
    message: 'lib/client is the browser: only app and components may import it.',
    group: under('@/lib/client'),
  },
  workers: {
    message: 'Only lib/server starts workers.',
    group: under('@/lib/workers'),
  },
  db: {
    message: 'Only lib/server asks db: everything else gets its data from a read or an action.',
    group: under('@/db'),
  },
  sql: {
    message: 'Only db says drizzle-orm and speaks to an engine: ask db for a query.',
    group: ['drizzle-orm', 'drizzle-orm/**', 'drizzle-kit', 'better-sqlite3', 'pg', '@electric-sql/**'],
  },
  framework: {
    message: 'Pure code is true with no computer attached: no React, no Next, no server.',
    group: [
      ...['react', 'react-dom', 'next', 'next-auth', 'next-safe-action', '@base-ui/react'].flatMap(under),
      ...['@tanstack/**', 'lucide-react', 'server-only', 'client-only'],
    ],
  },
  machine: {
    message: 'Pure code is true with no computer attached: no Node modules. Take the value as an argument.',
    group: ['node:*', 'node:*/**', 'fs', 'path', 'crypto', 'os', 'child_process'],
  },
  serverOnly: {
    message: 'A worker has no request: server-only modules stay out of lib/workers.',
    group: ['server-only', ...under('@/lib/server'), ...under('@/db')],
  },
  doors: {
    message: "Enter a library by its door: '@/lib/agent-file', not a file inside it.",
    group: Object.keys(PURE).map((name) => `@/lib/${name}/**`),
  },
  parents: {
    message: "'../' leaves the room. Inside a room imports are relative, across rooms they begin with '@/'.",
    group: ['..', '../**'],
  },
  grandparents: {
    message:
      "'../../' leaves the room. Inside a room imports are relative, across rooms they begin with '@/'.",
    group: ['../..', '../../**'],
  },
  otherRooms: {
    message: "'../' must not leave the room. Across rooms imports begin with '@/'.",
    group: ['components', 'lib', 'db', 'cli', 'scripts'].flatMap((room) => [
      `../**/${room}`,
      `../**/${room}/**`,
    ]),
  },
  story: {
    message: 'A story is told by a user: it sees the browser, not the code.',
    group: ['app', 'components', 'db', 'lib/server', 'lib/client'].flatMap((room) => under(`@/${room}`)),
  },
};

const PURE_BANS = ['app', 'components', 'server', 'client', 'workers', 'db', 'sql', 'framework', 'doors'];

/** A room: which files, and which bans hold there; `arrows` adds a ban of its own. */
function rooms() {
  const pure = Object.entries(PURE).flatMap(([name, may]) =>
    depths(`lib/${name}`, [...PURE_BANS, arrows(name, may)], ['machine']),
  );
  const never = ['app', 'components'];
  return [
    ...pure,
    ...depths('lib/workers', [
      'serverOnly',
      ...PURE_BANS.filter((ban) => !['workers', 'server', 'db'].includes(ban)),
    ]),
    ...depths('lib/client', ['app', 'components', 'server', 'workers', 'db', 'sql', 'doors']),
    ...depths('lib/server', [...never, 'client', 'sql', 'doors']),
    ...depths('db', [...never, 'server', 'client', 'workers', 'doors']),
    ...depths('cli', [...never, 'server', 'client', 'workers', 'db', 'sql', 'framework', 'doors']),
    ...depths('components/*', ['app', 'server', 'workers', 'db', 'sql', 'doors']),
    ...depths('components/ui', ['otherComponents', 'app', 'sql', 'db']),
    { includes: ['app/**'], bans: ['workers', 'db', 'sql', 'doors', 'otherRooms'] },
    { includes: ['*.ts'], bans: ['app', 'components', 'client', 'sql', 'doors'] },
    ...depths('e2e', ['story', 'sql', 'doors']),
  ];
}

/** At the top of a room '../' leaves it, one folder below '../../' does. `code` bans spare the tests. */
function depths(room, bans, code = []) {
  const levels = [
    { here: `${room}/*`, ban: 'parents' },
    { here: `${room}/*/**`, ban: 'grandparents' },
  ];
  return levels.flatMap(({ here, ban }) => {
    const all = { includes: [here], bans: [...bans, ban] };
    if (code.length === 0) return [all];
    return [all, { includes: [here, `!${TESTS}`], bans: [...bans, ...code, ban] }];
  });
}

function arrows(name, may) {
  const forbidden = Object.keys(PURE).filter(
    (other) => other !== name && other !== 'text' && !may.includes(other),
  );
  const list = may.length === 0 ? 'nothing of the other libraries' : `only ${may.join(', ')}`;
  return {
    message: `lib/${name} imports ${list}: dependencies point one way (docs/architecture.md).`,
    group: forbidden.map((other) => `@/lib/${other}`),
  };
}

/** Returns the overrides of biome.json; of two that match a file, the later holds. */
export function overrides() {
  return rooms().map(({ includes, bans }) => ({
    includes,
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: 'error',
            options: {
              patterns: bans
                .map((ban) => (typeof ban === 'string' ? BANS[ban] : ban))
                .map(({ group, message }) => ({ group, message })),
            },
          },
        },
      },
    },
  }));
}

/** Returns biome.json with the boundaries of the table; other overrides stay before them. */
export function withBoundaries(config) {
  const others = (config.overrides ?? []).filter((item) => !item.linter?.rules?.style?.noRestrictedImports);
  return { ...config, overrides: [...others, ...overrides()] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.join(ROOT, 'biome.json');
  fs.writeFileSync(file, JSON.stringify(withBoundaries(JSON.parse(fs.readFileSync(file, 'utf8'))), null, 2));
  await runPackage('@biomejs/biome/bin/biome', ['format', '--write', 'biome.json']);
}
