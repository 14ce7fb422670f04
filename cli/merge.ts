/** `muster merge`: what would these files be as one? */

import path from 'node:path';
import { accepts, readAgentFile } from '@/lib/agent-file';
import {
  type Conflict,
  type ConflictOption,
  type Decision,
  type MergeSource,
  type Proposal,
  proposeMerge,
} from '@/lib/merge';
import { listWords } from '@/lib/text';

import { decodeText, encodeText, sameBytes } from './bytes';
import { createFile, exists, findFiles, identityOf, readBytes, reasonOf, replaceFile } from './files';
import { mergeResult } from './merge-result';
import { clip, type ExitCode, type Streams, say, UsageError } from './output';

/** One `--decide ID=CHOICE` as it was typed. */
export interface TypedChoice {
  conflict: string;
  choice: string;
}

export interface MergeOptions {
  output?: string;
  into?: string;
  name?: string;
  strict?: true;
  json?: true;
}

/** Prints the merged file, or writes it; undecided conflicts take the safe default and are told. */
export function runMerge(
  paths: readonly string[],
  choices: readonly TypedChoice[],
  options: MergeOptions,
  streams: Streams,
): ExitCode {
  const sources = readSources(paths, streams);
  const target = targetOf(options, sources);
  const named = nameDecisions(options);
  const first = propose(sources, named);
  const decisions = [...named, ...choices.map((choice) => decisionOf(choice, first.conflicts))];
  const proposal = choices.length === 0 ? first : propose(sources, decisions);
  const open = proposal.conflicts.filter(({ decided }) => !decided);
  if (options.strict && open.length > 0) {
    say(
      streams,
      `${count(open.length, 'conflict')} to decide, so nothing was merged. Settle each with --decide:`,
    );
    for (const conflict of open) say(streams, conflictWords(conflict));
    return 1;
  }
  tell(proposal, open, streams);
  if (target !== null && !write(target, options.into !== undefined, proposal.text, streams)) return 1;
  if (options.json) streams.out(`${JSON.stringify(mergeResult(proposal, sources), null, 2)}\n`);
  else if (target === null) streams.out(encodeText(proposal.text));
  if (target !== null) tellWritten(target, sources, streams);
  return 0;
}

/** One file under two names is one source: what replaces it would stand under both. */
function readSources(paths: readonly string[], streams: Streams): MergeSource[] {
  const { files, notices } = findFiles(paths);
  for (const notice of notices) say(streams, notice);
  const sources = new Map<string, MergeSource>();
  for (const file of files) {
    const source = { id: file, text: readText(file) };
    const identity = identityOf(file);
    const first = sources.get(identity);
    if (first) say(streams, `${file} is the file ${first.id} again, and counts once`);
    else if (!paths.includes(file) && !readAgentFile(source.text).frontMatter) {
      say(
        streams,
        `${file} was left out: it is no agent, for it has no front matter. To merge it too, name it`,
      );
    } else sources.set(identity, source);
  }
  if (sources.size === 0) {
    throw new UsageError('there is no agent file', 'Name the files that are to become one.');
  }
  return [...sources.values()];
}

function readText(file: string): string {
  const bytes = readBytes(file);
  const text = decodeText(bytes);
  if (!sameBytes(encodeText(text), bytes)) throw new UsageError(`${file} is not UTF-8`, 'Save it as UTF-8.');
  return text;
}

/** Where the result goes; null for the standard output. Nothing that is there is overwritten unasked. */
function targetOf({ output, into }: MergeOptions, sources: readonly MergeSource[]): string | null {
  if (output !== undefined && into !== undefined) {
    throw new UsageError('-o and --into are two places for one result', 'Give one of them.');
  }
  if (into !== undefined) {
    const source = exists(into) && sources.find(({ id }) => identityOf(id) === identityOf(into));
    if (source) return source.id;
    const names = listWords(sources.map(({ id }) => id));
    throw new UsageError(`${into} is none of the files to merge`, `--into takes one of them: ${names}.`);
  }
  if (output === undefined) return null;
  if (output === '' || /[/\\]$/.test(output))
    throw new UsageError(`-o ${JSON.stringify(output)} is no file`, 'Such as: -o merged.md');
  const isSource = sources.some(({ id }) => path.resolve(id) === path.resolve(output));
  if (isSource)
    throw new UsageError(`${output} is one of the files to merge`, `To replace it, give --into ${output}.`);
  if (exists(output))
    throw new UsageError(`${output} is there already`, 'Give -o another name, or move it away.');
  const folder = path.dirname(output);
  if (!exists(folder))
    throw new UsageError(`there is no folder ${folder}`, 'Make it first, or give -o another place.');
  return output;
}

function nameDecisions({ name }: MergeOptions): Decision[] {
  if (name === undefined) return [];
  const refusal = accepts('name', name);
  if (refusal)
    throw new UsageError(
      `--name ${JSON.stringify(name)}: ${refusal.message}`,
      'Such as: --name code-reviewer',
    );
  return [{ kind: 'set', key: 'name', value: name }];
}

function propose(sources: readonly MergeSource[], decisions: readonly Decision[]): Proposal {
  const result = proposeMerge(sources, decisions);
  if (!result.ok) throw new UsageError(result.refusal.message);
  return result.proposal;
}

/** A choice may be an option's id or its value; an empty one means absent. */
function decisionOf({ conflict, choice }: TypedChoice, conflicts: readonly Conflict[]): Decision {
  const found = conflicts.find(({ id }) => id === conflict);
  if (!found) {
    const ids = conflicts.map(({ id }) => id);
    const instead =
      ids.length === 0 ? 'The files do not differ in anything to decide.' : `There is ${listWords(ids, 20)}.`;
    throw new UsageError(`--decide ${conflict}: there is no such conflict`, instead);
  }
  const option =
    found.options.find(({ id }) => id === choice) ??
    found.options.find(({ value }) => (value ?? '') === choice) ??
    found.options.find(({ value }) => value !== null && value.trim() === choice.trim());
  if (!option) {
    throw new UsageError(
      `--decide ${conflict}=${choice}: that is none of its choices`,
      'Choose one of:',
      ...found.options.map((one) => `--decide ${conflict}=${one.id}  (${valueWords(one)})`),
    );
  }
  return { kind: 'choose', conflict, option: option.id };
}

const valueWords = ({ value }: ConflictOption): string =>
  value === null ? 'leave it out' : clip(value, 100);
const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

function conflictWords({ id, question, options }: Conflict): string {
  const choices = options.map((one) => `${id}=${one.id} (${valueWords(one)})`).join(', ');
  return `${id}: ${question} ${choices}`;
}

function tell(proposal: Proposal, open: readonly Conflict[], streams: Streams): void {
  for (const { id, loads, problem } of proposal.sources) {
    if (!loads) say(streams, `note: Claude Code does not load ${id}: ${problem ?? 'it has no front matter'}`);
  }
  for (const { id, options, chosen } of open) {
    const taken = options.find((option) => option.id === chosen);
    const others = options
      .filter((option) => option.id !== chosen)
      .map((option) => `--decide ${id}=${option.id}`);
    const how = others.length > 0 ? `; else ${listWords(others, 4)}` : '';
    say(
      streams,
      `${id}: nobody decided, so the safe default stands: ${taken ? valueWords(taken) : chosen}${how}`,
    );
  }
  const [first] = proposal.quarantined;
  if (!first) return;
  const pieces = count(proposal.quarantined.length, 'piece');
  say(
    streams,
    `${pieces} left out as about one project, such as in ${first.source}: ${first.reason} --json lists them`,
  );
}

function write(target: string, replaces: boolean, text: string, streams: Streams): boolean {
  try {
    if (replaces) replaceFile(target, encodeText(text));
    else createFile(target, encodeText(text));
    return true;
  } catch (error) {
    say(streams, `${target} cannot be written: ${reasonOf(error)}`);
    return false;
  }
}

function tellWritten(target: string, sources: readonly MergeSource[], streams: Streams): void {
  const others = sources.map(({ id }) => id).filter((id) => id !== target);
  say(streams, `${target} written`);
  if (others.length > 0) say(streams, `${listWords(others)} still there: remove what the result replaces`);
}
