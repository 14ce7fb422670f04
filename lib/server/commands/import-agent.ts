/** What becomes of a dropped file? An agent with exactly its text, or a sentence that says why not. */

import 'server-only';

import { z } from 'zod';

import { type AgentFacts, createAgent, getAgentByText, listAgentNames, type StoredProfile } from '@/db';
import { type AgentFile, checkUpload, readAgentFile } from '@/lib/agent-file';
import { type ImportOutcome, workspaceSlug } from '@/lib/contract';

import { factsOf } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { workspaceCommand } from '../command';

/** `fileName` and `path` are what the browser says; only the last part of the name is kept. */
export const importAgentInput = z.object({
  workspace: workspaceSlug,
  fileName: z
    .string()
    .transform((name) => baseName(name) || 'agent.md')
    .pipe(z.string().max(255, 'The file name is too long.')),
  path: z.string().max(1024, 'The path is too long.').nullable(),
  bytes: z.instanceof(Uint8Array),
});

type Plan =
  | { outcome: ImportOutcome }
  | { outcome: null; text: string; facts: AgentFacts; profile: StoredProfile | undefined; namesake: boolean };

export const importAgent = workspaceCommand({
  event: 'agent.imported',
  permission: 'agent:create',
  input: importAgentInput,
  limit: 'import',
  async prepare({ fileName, bytes }, { read, scope: { workspaceId } }): Promise<Plan> {
    const upload = checkUpload(bytes);
    if (!upload.ok) return { outcome: outcomeOf('refused', fileName, upload.message) };
    const { text } = upload;
    const file = readAgentFile(text);
    const why = whyNoAgent(fileName, text, file);
    if (why) return { outcome: outcomeOf('not-agent', fileName, why) };
    const twin = await getAgentByText(read, { workspaceId, text });
    if (twin) return { outcome: identical(fileName, file, twin) };
    const facts = factsOf(file, fileName);
    const names = facts.name && facts.loads ? await listAgentNames(read, { workspaceId }) : [];
    const namesake = facts.name !== null && names.includes(facts.name);
    return { outcome: null, text, facts, profile: await profileOf(text), namesake };
  },
  async commit(tx, plan, { fileName, path }, { scope, now }) {
    if (plan.outcome) return { output: plan.outcome, nothingChanged: true };
    const { text, facts, profile } = plan;
    const { workspaceId, user } = scope;
    // Two windows may drop the same file at once.
    const twin = await getAgentByText(tx, { workspaceId, text });
    if (twin) {
      const message = `The workspace has this very file already, as "${twin.title}".`;
      const output: ImportOutcome = { ...outcomeOf('identical', fileName, message), agentId: twin.id };
      return { output: { ...output, name: facts.name, loads: facts.loads }, nothingChanged: true };
    }
    const { agentId } = await createAgent(tx, {
      workspaceId,
      userId: user.id,
      text,
      facts,
      ...(profile && { profile }),
      fileName,
      originPath: path,
      now,
    });
    const output: ImportOutcome = {
      fileName,
      outcome: 'imported',
      agentId,
      name: facts.name,
      loads: facts.loads,
      message: importMessage(plan),
    };
    return { output, subjectId: agentId, details: { fileName, loads: facts.loads } };
  },
});

/** The keys without which nothing is meant to be an agent. */
const OPENS = /^\uFEFF?---[^\S\n]*\r?\n/;
const HAS_KEY = /^\uFEFF?(?:name|description)[^\S\n]*:/m;

/** Returns why a file is not even meant to be an agent; null for one that is, however broken. */
function whyNoAgent(fileName: string, text: string, file: AgentFile): string | null {
  if (!/\.md$/i.test(fileName))
    return 'Claude Code reads agents from .md files only; this is another kind of file.';
  if (text.trim() === '') return 'The file is empty.';
  const named = file.fields.some(({ key }) => key === 'name' || key === 'description');
  if (named) return null;
  // What cannot be parsed, or is never closed, can still be meant as an agent: its author will want to mend it.
  if (!file.verdict.loads && OPENS.test(text) && HAS_KEY.test(text.slice(0, 4096))) {
    const parsed = file.frontMatter !== null && file.frontMatter.parse !== 'failed';
    if (!parsed) return null;
  }
  return file.frontMatter
    ? 'Its front matter has no name and no description, so it is not an agent.'
    : 'It has no front matter (a block between two lines of ---), so it is a document and not an agent.';
}

function outcomeOf(outcome: ImportOutcome['outcome'], fileName: string, message: string): ImportOutcome {
  return { fileName, outcome, agentId: null, name: null, loads: false, message };
}

function identical(fileName: string, file: AgentFile, twin: { id: string; title: string }): ImportOutcome {
  return {
    ...outcomeOf('identical', fileName, `The workspace has this very file already, as "${twin.title}".`),
    agentId: twin.id,
    name: file.effective.name,
    loads: file.verdict.loads,
  };
}

function importMessage({ facts, namesake }: { facts: AgentFacts; namesake: boolean }): string {
  if (!facts.loads) return facts.problem ?? 'Claude Code does not load this file.';
  if (namesake) {
    return `Another agent is called "${facts.name}", too: in one project Claude Code loads only one of them.`;
  }
  return 'Imported.';
}

/** The last part of a path of any system, without characters that no name needs. */
function baseName(path: string): string {
  const last = path.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
}
