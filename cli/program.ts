/** Which commands and options does `muster` have, and what is said of wrong ones? */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

import { TIERS, type Tier } from '@/lib/similarity';

import { CHECK_FORMATS, type CheckFormat, type CheckOptions, runCheck } from './check';
import { type DupesOptions, runDupes } from './dupes';
import { type EditStep, runEdit } from './edit';
import { type MergeOptions, runMerge, type TypedChoice } from './merge';
import { type ExitCode, printable, type Streams, say, UsageError } from './output';
import { runRead } from './read';

declare const MUSTER_VERSION: string;

/** Runs the command with its arguments and returns the exit code; never throws for wrong input. */
export async function runMuster(args: readonly string[], streams: Streams): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    say(streams, error.message);
    for (const line of error.instead) streams.err(`${printable(line)}\n`);
    return 2;
  } finally {
    streams.progress(null);
  }
}

/** What commander adds to an error when a name was nearly right, in a line of its own. */
const HINT = /\n(\(Did you mean [^\n]*\)\n)$/;

function buildProgram(streams: Streams, finish: (code: ExitCode) => void): Command {
  const program = new Command('muster');
  program
    .description('Reads, edits, checks and merges the agent files of Claude Code (.claude/agents/*.md).')
    .version(MUSTER_VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: streams.out,
      writeErr: streams.err,
      outputError: (text) =>
        say(
          streams,
          text
            .replace(/^error: /, '')
            .replace(HINT, ' $1')
            .trimEnd(),
        ),
    })
    .showHelpAfterError('Type "muster --help" to see the commands.')
    .addHelpText('after', '\nExit code: 0 done, 1 refused, or something found, 2 wrong usage or no file.');
  addRead(program, streams, finish);
  addEdit(program, streams, finish);
  addCheck(program, streams, finish);
  addDupes(program, streams, finish);
  addMerge(program, streams, finish);
  return program;
}

function addCommand(program: Command, name: string, usage: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .usage(usage)
    .showHelpAfterError(`Usage: muster ${name} ${usage}\nType "muster ${name} --help" for all options.`);
}

const PATHS = 'agent files, or folders: every .md in them, hidden ones and links too';

function addRead(program: Command, streams: Streams, finish: (code: ExitCode) => void): void {
  addCommand(program, 'read', 'PATH… [--json]', 'Shows what Claude Code makes of agent files.')
    .argument('<path...>', PATHS)
    .option('--json', 'print an array with one object a file')
    .action((paths: string[], { json }: { json?: true }) =>
      finish(runRead(paths, { json: json === true }, streams)),
    );
}

const EDIT_HELP = `
KEY is a front-matter key. The changes are made in the order in which they are given; nothing but the values
of their keys is touched, and the file's other bytes stay as they are.

How --set and --set-file read their text:
  text (name, description, model, …)  exactly as it is, quoted as the YAML needs
  tools, disallowedTools              a comma list, such as "Read, Grep, Bash(git:*)"; tools= gives none
  skills                              a comma list; it is written as a list
  background, omitClaudeMd            true or false
  maxTurns, effort                    a number (effort also low, medium, high, xhigh or max)
  mcpServers, hooks, experimental     YAML
  any other key                       text
--set-json takes any value: --set-json 'tools=["Read"]', --set-json maxTurns=5`;

function addEdit(program: Command, streams: Streams, finish: (code: ExitCode) => void): void {
  const steps: EditStep[] = [];
  const collect = (kind: 'set' | 'set-file' | 'set-json', what: string) => (given: string) => {
    const cut = given.indexOf('=');
    if (cut < 1) throw new InvalidArgumentError(`It takes KEY=${what}, such as ${EDIT_EXAMPLES[kind]}.`);
    steps.push({ kind, key: given.slice(0, cut), text: given.slice(cut + 1) });
  };
  addCommand(
    program,
    'edit',
    'FILE --set KEY=TEXT… [--write]',
    'Changes front-matter fields and prints the new file, or writes it.',
  )
    .argument('<file>', 'the agent file')
    .addOption(new Option('--set <KEY=TEXT>', 'give a field a text').argParser(collect('set', 'TEXT')))
    .addOption(
      new Option('--set-file <KEY=PATH>', 'give a field the exact text of a file').argParser(
        collect('set-file', 'PATH'),
      ),
    )
    .addOption(
      new Option('--set-json <KEY=JSON>', 'give a field a JSON value').argParser(collect('set-json', 'JSON')),
    )
    .addOption(
      new Option('--unset <KEY>', 'remove a field').argParser((key: string) => {
        steps.push({ kind: 'unset', key });
      }),
    )
    .option('--write', 'write the file instead of printing it')
    .addHelpText('after', EDIT_HELP)
    .action((file: string, { write }: { write?: true }) =>
      finish(runEdit(file, steps, write === true, streams)),
    );
}

const EDIT_EXAMPLES = {
  set: '--set model=opus',
  'set-file': '--set-file description=when.txt',
  'set-json': `--set-json 'tools=["Read"]'`,
} as const;

function addCheck(program: Command, streams: Streams, finish: (code: ExitCode) => void): void {
  addCommand(
    program,
    'check',
    'PATH… [--format text|json|sarif|github] [--fix]',
    'Says what is wrong with agent files; exit code 1 when there is an error.',
  )
    .argument('<path...>', PATHS)
    .addOption(
      new Option('--format <format>', 'how to print the result')
        .choices(CHECK_FORMATS)
        .default('text' as CheckFormat),
    )
    .option('--fix', 'mend what can be mended, in the files, and print what is left')
    .option('--plugin', 'the files belong to a plugin, where Claude Code ignores some keys')
    .addOption(
      new Option('--severity <least>', 'leave out what is less grave')
        .choices(['error', 'warning', 'info'])
        .default('info'),
    )
    .action((paths: string[], options: CheckOptions) => finish(runCheck(paths, options, streams)));
}

const MERGE_HELP = `
The files become one that has every instruction of each, and nothing twice. Where they contradict each other (name,
model, colour, tools, numbers, demands) the safe default stands until you decide: see --json for the choices.
Text that belongs to one project is left out and told.`;

function addMerge(program: Command, streams: Streams, finish: (code: ExitCode) => void): void {
  const choices: TypedChoice[] = [];
  addCommand(
    program,
    'merge',
    'FILE… [-o OUT | --into FILE] [--name NAME] [--decide ID=CHOICE…] [--strict] [--json]',
    'Makes one agent of several and says what became of every instruction.',
  )
    .argument('<file...>', PATHS)
    .option('-o, --output <file>', 'write the result to a new file instead of printing it')
    .option('--into <file>', 'put the result into one of the files')
    .option('--name <name>', 'what the result is called')
    .addOption(
      new Option('--decide <ID=CHOICE>', 'settle a conflict, by the id or the value of a choice').argParser(
        (given: string) => {
          const cut = given.indexOf('=');
          if (cut < 1) throw new InvalidArgumentError('It takes ID=CHOICE, such as --decide model=opus.');
          choices.push({ conflict: given.slice(0, cut), choice: given.slice(cut + 1) });
        },
      ),
    )
    .option('--strict', 'merge nothing while a conflict is undecided')
    .option('--json', 'print the result with its figures, its ledger and its conflicts')
    .addHelpText('after', MERGE_HELP)
    .action((files: string[], options: MergeOptions) => finish(runMerge(files, choices, options, streams)));
}

const DUPES_HELP = `
Three tiers, from the strongest to the weakest:
  same  the same file but for line ends, outer blanks or the order of its fields
  copy  half of all runs of five words are shared, or four fifths of the shorter file's are in the longer one
  role  the same job in other words

With --json, prints {"clusters": [{members, tier, score, reasons}], "pairs": [{a, b, tier, score, jaccard,
containment}]}. A file is in at most one cluster; the tier and the score are those of its weakest link.`;

function addDupes(program: Command, streams: Streams, finish: (code: ExitCode) => void): void {
  addCommand(
    program,
    'dupes',
    'PATH… [--json] [--tier same|copy|role] [--threshold SCORE] [--fail-on copy|role]',
    'Finds agents that are the same, copies of each other, or one role written again.',
  )
    .argument('<path...>', PATHS)
    .option('--json', 'print clusters and pairs as one object')
    .addOption(
      new Option('--tier <weakest>', 'look for this tier and the stronger ones')
        .choices(TIERS)
        .default('role' as Tier),
    )
    .addOption(
      new Option(
        '--threshold <score>',
        'leave out pairs with a lower score, between 0 and 1; also what makes a role',
      ).argParser(readScore),
    )
    .addOption(
      new Option(
        '--fail-on <tier>',
        'exit code 1 when there is a pair of this tier or a stronger one',
      ).choices(['copy', 'role']),
    )
    .addHelpText('after', DUPES_HELP)
    .action(async (paths: string[], options: DupesOptions) =>
      finish(await runDupes(paths, options, streams)),
    );
}

function readScore(given: string): number {
  const score = Number(given);
  if (given.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('It takes a number between 0 and 1, such as 0.6.');
  return score;
}
