/** Which agents do the stories use? Five files of one role as people really write them, each with a habit of its own. */

export interface AgentFile {
  fileName: string;
  text: string;
}

/** The description has an unquoted colon and its examples on one line: invalid YAML that Claude Code repairs. */
const oneLine = `---
name: service-builder
description: Use this agent to design or review server code: routes, queues, storage. Examples: <example>Context: A new service needs an interface. user: 'How should clients list invoices?' assistant: 'I will use the service-builder agent to design the routes.' <commentary>Interface design is its job.</commentary></example>
model: opus
color: green
---

You build services that stay up.

## Interfaces

- Version every route from the first day.
- Answer errors with a code and a sentence.

## Storage

- Every query has an index or a reason.
`;

/** Shares its name with the first and asks for a tool list. */
const sameName = `---
name: service-builder
description: Reviews the server side of a change before it is merged.
tools: Read, Grep, Glob
---

Read the change, then say what would break first.
`;

/** Comments, an unknown key, a quoted description, no newline at the end. */
const commented = `---
# kept by the storage team
name: query-doctor
description: "Finds why a query is slow, and proves the cure."
model: sonnet # fast enough
tools:
  - Read
  - Bash
owner-team: storage
---
Explain the plan before you change anything.

1. Measure.
2. Change one thing.
3. Measure again.`;

/** Windows line ends throughout. */
const windows = [
  '---',
  'name: release-clerk',
  'description: Writes release notes from the list of merged changes.',
  'color: blue',
  '---',
  '',
  'Group the changes by what they mean to a user.',
  '',
  '- Name the person who has to act.',
  '',
].join('\r\n');

/** Windows line ends and a colon in an unquoted value: Claude Code does not load it. */
const broken = [
  '---',
  'name: incident-scribe',
  'description: Keeps the timeline of an incident: who did what, and when.',
  '---',
  '',
  'Write down times in UTC.',
  '',
].join('\r\n');

export const FIVE: AgentFile[] = [
  { fileName: 'service-builder.md', text: oneLine },
  { fileName: 'server-reviewer.md', text: sameName },
  { fileName: 'query-doctor.md', text: commented },
  { fileName: 'release-clerk.md', text: windows },
  { fileName: 'incident-scribe.md', text: broken },
];

export const QUERY_DOCTOR = commented;
export const WINDOWS = windows;
