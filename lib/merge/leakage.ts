/** Which instructions belong to one project, and would be wrong in an agent for all? */

import { backgroundIdf, listStems } from '@/lib/similarity';
import type { Unit } from '@/lib/units';
import type { BodyUnit } from './body-types';
import { AMBIGUOUS_NAMES, KNOWN_NAMES } from './known-names';
import type { ReadSource } from './sources';
import type { UnitId } from './types';

/** What tells that a text is about one project. `mark` is what must not occur in every source. */
interface Sign {
  mark: string;
  reason: string;
}

/** Things that a project of its own is called by: "for the X project". */
const PROJECT =
  /(?<!\bnot part of )\b(?:the|our|this)\s+(?:["'`“*]{0,3})([\p{L}\p{N}][\p{L}\p{N}_.-]{1,40})(?:["'`”*]{0,3})(?:['’]s)?\s+(?:project|repo|repository|codebase|monorepo|code base|app|application)\b/giu;

/** Headings that name a project: "Project: X", "X specifics", "For X specifically". */
const TITLED: readonly RegExp[] = [
  /^(?:project|repository|repo|codebase|product|company|client)\s*[:：–—]\s*([\p{L}\p{N}_.-]{2,40})/iu,
  /^(?:the\s+)?([\p{L}\p{N}_.-]{2,40})(?:['’]s)?[ -](?:project|app|codebase|repo|repository|monorepo)[ -](?:specifics?|specific\b.{0,40}|conventions|guidelines|context|notes|rules)\s*[:：]?$/iu,
  /^(?:for|in|at|when working (?:on|in|at))\s+([\p{L}\p{N}_.-]{2,40})\s+(?:specifically|only)\s*[:：]?$/iu,
];

/** Hosts and addresses that only one company's network knows. */
const HOST =
  /((?<![\p{L}\p{N}-]|[\p{L}\p{N}-]\.)(?:[\p{L}\p{N}-]+\.)+(?:internal|corp|intranet|lan|atlassian\.net)(?!\.\p{L})|(?<=:\/\/)[\p{L}\p{N}.-]+\.(?:local|intern)(?:\.[\p{L}\p{N}.-]+)?|\bintern\.(?<=:\/\/[\p{L}\p{N}.-]{0,253})[\p{L}\p{N}.-]+|\b(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.]))/giu;

/** Keys of a tracker; what standards and templates write so is none. */
const TICKET =
  /\b((?!(?:EIP|ERC|BIP|SEP|CIP|JEP|JSR|KEP|BRC|ASTM|ASME|ANSI|DO|MIL|CFR|FDA|OWASP|ASVS|CAPEC|STIG|RFC|ISO|CVE|CWE|SHA|AES|UTF|PEP|WCAG|GPT|HTTP|TLS|SSL|IEEE|IEC|NIST|FIPS|RSA|ECDSA|COVID|ASCII|JIRA|PROJ|PROJECT|ABC|XXX|XYZ|TASK|TICKET|ISSUE|BUG|FEAT|FEATURE|STORY|EPIC|ADR|REQ|NFR|TEST|TC|UC|US|ID|PR|GH|MB|KB|GB|ARM|EN|DIN)-)[A-Z]{2,10}-(?!123\b|1234\b|456\b)[1-9]\d{2,5})\b/gu;

/** Whose agent it is. */
const TEAM =
  /\b(?:used by|belongs to|maintained by|owned by|for|of|at)\s+(?:the\s+)?((?:\p{Lu}[\p{L}\p{N}-]{2,20}\s+){1,3})(?:team|squad|department)\b/gu;

/** Paths of one person's machine or one server. */
const MACHINE =
  /(?:^|[\s`"'(=])((?:\/(?:Users|home)\/[\p{L}\p{N}_.-]+|\/(?:opt|srv|var\/www|mnt|Volumes)\/[\p{L}\p{N}_.-]+|[A-Z]:\\(?:Users|Projects|dev|src|work)\\[\p{L}\p{N}_.-]+|~\/(?:dev|code|projects?|repos?|work|workspace|src|Documents|Desktop)\/[\p{L}\p{N}_.-]+)[\p{L}\p{N}_./\\-]*)/gu;

/** A place within a repository: folders with or without a file, or a file of code by itself. Bounded, for it is tried at every bracket. */
const PLACE =
  /(?<![\p{L}\p{N}_@:/.~-])((?:\.{0,2}\/)?(?:[\p{L}\p{N}_.@()[\]-]{1,100}\/){0,16}[\p{L}\p{N}_.@-]+(?:\.[a-z]{1,5}|\/))(?![\p{L}\p{N}_])/gu;
const CODE_FILE =
  /\.(?:tsx?|jsx?|mjs|cjs|py|rb|go|rs|java|kt|cs|php|swift|vue|svelte|scss|css|sql|ex|exs|dart|cpp|hpp|sh)$/u;

/** Something is there and is to be used: then its place is a fact of one project. */
const EXISTING =
  /\b(?:existing|established|reuse|re-use|already|our|(?:helpers?|utilit(?:y|ies)|utils|functions?|components?|modules?|patterns?|conventions?|hooks?|clients?|wrappers?|services?|class(?:es)?|fixtures?|types) (?:in|from|at|under|of)|located in|lives? in|defined in|found in|stored in|implemented in|configured in|the project['’]s|this project|this repo(?:sitory)?|this codebase)\b/iu;

const RUNS = /\b(?:run|execute|invoke|call|start)\b[^.]{0,20}$/iu;

/** What follows is only an illustration. */
const ILLUSTRATION =
  /\b(?:e\.g|i\.e|for example|for instance|such as|example|like|similar to|if (?:there is|present|available))\b/iu;

/** Names that stand for any, and conventions that thousands of projects share. */
const PLACEHOLDER =
  /[*<>{}$[\]…]|\.\.\.|\bpath\/to\b|(?:^|[/_-])(?:foo|bar|baz|example|sample|my|your|some|name|firstname|lastname|username|user|modulename|projectname|appname|you|yourname|me|xxx|yyyy|component|feature|module|file|filename|test|tests|spec)(?:$|[/_.-])/iu;
const CONVENTION =
  /^(?:\.?\/)?(?:(?:src|lib|app|apps|test|tests|__tests__|spec|docs?|dist|build|public|static|assets|scripts|config|bin|components|pages|api|hooks|types|packages|node_modules|migrations|models|views|controllers|services|routes|styles|templates|internal|pkg|cmd|examples|e2e|client|server|backend|frontend|infra|terraform|\.claude|\.github|\.vscode|\.husky|\.git|\.cursor|agents|commands|workflows|memory)\/)+$/iu;
const COMMON_FILE =
  /^(?:\.?\/)?(?:index|main|app|setup|conftest|manage|settings|config|server|mod|lib|page|layout|route|routes|urls|models|views|schema|init|__init__|jest\.config|vite\.config|vitest\.config|next\.config|tailwind\.config|webpack\.config|eslint\.config|playwright\.config|postcss\.config|drizzle\.config|middleware|types)\.[a-z]{1,5}$/iu;
const CLAUDE_PLACE = /(?:^|\/)(?:\.claude|\.github|\.vscode|\.husky|\.git|\.config|node_modules)\//iu;

/** A stem that no agent of our collection has: part of a name, not of the language. */
const UNKNOWN = backgroundIdf('\u0000');
/** Of a word with a capital less is asked: one agent in fifty has it. */
const RARE = 3.9;

/** Lists the units that belong to one project, each with the reason, in words; linear in the length of the texts. */
export function listLeaks(sources: readonly ReadSource[]): Map<UnitId, string> {
  const marks = new Map<string, number>();
  const found = sources.map((source) => signsOf(source));
  for (const signs of found) {
    for (const mark of new Set([...signs.values()].map((sign) => sign.mark))) {
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
  }
  const leaks = new Map<UnitId, string>();
  for (const [at, source] of sources.entries()) {
    const signs = found[at] ?? new Map<UnitId, Sign>();
    // What every source says is what the merged agent is about.
    const own = new Map([...signs].filter(([, { mark }]) => (marks.get(mark) ?? 0) < sources.length));
    for (const [id, { reason }] of own) leaks.set(id, reason);
    addSections(source, own, leaks);
    addHeads(source, leaks);
  }
  return leaks;
}

function signsOf({ body, description }: ReadSource): Map<UnitId, Sign> {
  const signs = new Map<UnitId, Sign>();
  for (const { id, unit } of [...description, ...body]) {
    const sign = unit.kind === 'code' || unit.kind === 'example' ? null : signOf(unit);
    if (sign) signs.set(id, sign);
  }
  return signs;
}

/** What the patterns above cannot do without: most texts have none of it, and are not searched. */
const MAY_NAME_PROJECT = /project|repo|codebase|code base|app/iu;
const MAY_NAME_TEAM = /team|squad|department/iu;
const MAY_NAME_HOST =
  /\.(?:internal|corp|intranet|lan|atlassian|local|intern)|intern\.|10\.\d|192\.168|172\./iu;
const MAY_NAME_PLACE = /\.[a-z]|\//u;

function signOf({ text, kind }: Unit): Sign | null {
  for (const [said, name = ''] of MAY_NAME_PROJECT.test(text) ? text.matchAll(PROJECT) : []) {
    // "the VB App Framework" names a product, "the Acme app" what a team works on.
    if (!/\sApp[a-z]*$/u.test(said) && isOwnName(name))
      return { mark: name.toLowerCase(), reason: `It is about one project: ${name}.` };
  }
  for (const pattern of kind === 'heading' ? TITLED : []) {
    const name = pattern.exec(titleOf({ text }))?.[1] ?? '';
    if (isOwnName(name)) return { mark: name.toLowerCase(), reason: `It is about one project: ${name}.` };
  }
  for (const [, names = ''] of MAY_NAME_TEAM.test(text) ? text.matchAll(TEAM) : []) {
    const name = names.trim();
    if (name.split(' ').some(isOwnName))
      return { mark: name.toLowerCase(), reason: `It is about one team: ${name}.` };
  }
  for (const [, key = ''] of text.matchAll(TICKET)) {
    return { mark: key, reason: `It names a ticket of one project: ${key}.` };
  }
  for (const [, host = ''] of MAY_NAME_HOST.test(text) ? text.matchAll(HOST) : []) {
    if (!PLACEHOLDER.test(host)) return { mark: host, reason: `It names a host of one network: ${host}.` };
  }
  for (const [, path = ''] of text.matchAll(MACHINE)) {
    const place = path.replace(/[.]+$/u, '');
    if (!PLACEHOLDER.test(path)) return { mark: place, reason: `It names a place on one machine: ${place}.` };
  }
  return kind === 'heading' || kind === 'tag' ? null : placeSign(text);
}

/** A name is no word of the language and no product that everybody uses. */
function isOwnName(name: string): boolean {
  if (KNOWN_NAMES.has(name) || AMBIGUOUS_NAMES.has(name) || /\.(?:js|net|io)$/iu.test(name)) return false;
  const stems = listStems(name.replace(/[_.-]+/g, ' '));
  const rare = /^\p{Lu}\p{Ll}/u.test(name) ? RARE : UNKNOWN;
  return stems.length > 0 && stems.some((stem) => backgroundIdf(stem) >= rare);
}

function placeSign(text: string): Sign | null {
  if (!MAY_NAME_PLACE.test(text)) return null;
  const existing = EXISTING.test(text);
  for (const match of text.matchAll(PLACE)) {
    const [, place = ''] = match;
    if (PLACEHOLDER.test(place) || CLAUDE_PLACE.test(place) || COMMON_FILE.test(place)) continue;
    if (text.charAt(match.index - 1) === '"') continue;
    if (ILLUSTRATION.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
    const folders = place.split('/').filter((part) => part !== '' && part !== '.').length;
    const isFile = CODE_FILE.test(place);
    const isScript =
      place.startsWith('./') && isFile && RUNS.test(text.slice(Math.max(0, match.index - 40), match.index));
    const isRooted = place.startsWith('/') && folders > 1;
    const isNamed =
      place.includes('/') && /\.[a-z]{2,5}$/u.test(place) && place.split(/[/.]/).slice(0, -2).some(isOwnName);
    const isConvention = CONVENTION.test(place) && !isRooted;
    if (existing && !isConvention && (isFile || (folders > 1 && place.endsWith('/'))))
      return signOfPlace(place);
    if (isNamed || isScript || (isFile && folders > 2)) return signOfPlace(place);
  }
  return null;
}

const signOfPlace = (place: string): Sign => ({
  mark: place,
  reason: `It names a place in the code of one project: ${place}.`,
});

/** What stands under a heading about one project belongs to it too. */
function addSections({ body }: ReadSource, own: ReadonlyMap<UnitId, Sign>, leaks: Map<UnitId, string>): void {
  const under = new Map<number, string>();
  let open: { path: string[]; reason: string } | null = null;
  for (const { id, unit } of body) {
    const reason = under.get(unit.parent ?? -1) ?? (open && isBelow(unit, open.path) ? open.reason : null);
    if (open && !isBelow(unit, open.path)) open = null;
    if (reason) {
      leaks.set(id, leaks.get(id) ?? reason);
      under.set(unit.index, reason);
    }
    if (!own.has(id) || (unit.kind !== 'heading' && !unit.text.endsWith(':'))) continue;
    const said = `It stands under “${unit.text.replaceAll('**', '')}”, which is about one project.`;
    under.set(unit.index, said);
    if (unit.depth > 0 || !unit.text.endsWith(':'))
      open = { path: [...unit.headings, titleOf(unit)], reason: said };
  }
}

/** The head of a table, and a line that introduces something, go with it when all the rest of it goes. */
function addHeads({ body }: ReadSource, leaks: Map<UnitId, string>): void {
  const tables = new Map<number, BodyUnit[]>();
  const children = new Map<number, BodyUnit[]>();
  for (const one of body) {
    const { kind, block, parent } = one.unit;
    if (kind === 'row') tables.set(block, [...(tables.get(block) ?? []), one]);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), one]);
  }
  for (const rows of tables.values()) {
    const rest = rows.slice(HEAD_ROWS);
    const reason = leaks.get(rest[0]?.id ?? '');
    if (reason === undefined || !rest.every(({ id }) => leaks.has(id))) continue;
    for (const { id } of rows) leaks.set(id, leaks.get(id) ?? reason);
  }
  for (const { id, unit } of body) {
    const below = children.get(unit.index) ?? [];
    const reason = leaks.get(below[0]?.id ?? '');
    if (unit.kind !== 'heading' || leaks.has(id) || reason === undefined) continue;
    if (below.every((child) => leaks.has(child.id))) leaks.set(id, reason);
  }
}

/** The titles of the columns and the line below them. */
const HEAD_ROWS = 2;

const titleOf = ({ text }: Pick<Unit, 'text'>): string =>
  text.replace(/^(?:\*\*|__)|(?:\*\*|__)(?=\s?[:：]?$)/g, '').replace(/(?<!\s)\s*[:：]\s*$/, '');

const isBelow = ({ headings }: Unit, path: readonly string[]): boolean =>
  path.length > 0 && path.every((title, at) => headings[at] === title);
