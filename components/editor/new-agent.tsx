'use client';
/** How does a new agent begin? With a name, or with text that exists already. */

import { useRouter } from 'next/navigation';
import { type FormEvent, lazy, useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Notice } from '@/components/ui/status';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { accepts, freeName, readAgentFile } from '@/lib/agent-file';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateAgentInput } from '@/lib/contract';

import { blankText, pastedKind, promptText } from './new-text';

const SimilarToText = lazy(async () => ({
  default: (await import('./similar/similar-to-text')).SimilarToText,
}));

export interface NewAgentProps {
  workspace: string;
  /** Names of the workspace's agents: Claude Code loads only one of each name. */
  takenNames: readonly string[];
  createAgent: Action<CreateAgentInput, { agentId: string }>;
}

const FIRST_NAME = 'new-agent';

export function NewAgent({ workspace, takenNames, createAgent }: NewAgentProps) {
  const router = useRouter();
  const [tab, setTab] = useState<'blank' | 'paste'>('blank');
  const [name, setName] = useState('');
  const [pasted, setPasted] = useState('');
  const [nothingPasted, setNothingPasted] = useState(false);
  const list = `/w/${workspace}/agents`;
  const creating = useAction(createAgent, ({ agentId }) => router.push(`${list}/${agentId}`));
  const isEmpty = pasted.trim() === '';
  const isPrompt = tab === 'paste' && !isEmpty && pastedKind(pasted) === 'prompt';
  const wanted = name.trim() || freeName(FIRST_NAME, takenNames);
  const isRefused = (tab === 'blank' || isPrompt) && accepts('name', wanted) !== null;
  const problem = nothingPasted ? 'Paste a text first.' : creating.error?.message;

  function create(event: FormEvent) {
    event.preventDefault();
    const isMissing = tab === 'paste' && isEmpty;
    setNothingPasted(isMissing);
    if (isMissing) return;
    const text = tab === 'blank' ? blankText(wanted) : isPrompt ? promptText(pasted, wanted) : pasted;
    creating.run({ workspace, text });
  }

  const nameField = <NameField name={name} wanted={wanted} takenNames={takenNames} onName={setName} />;

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageHeader trail={[{ label: 'Agents', href: list }]} title="New agent" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <form onSubmit={create} className="mx-auto flex max-w-160 flex-col gap-4 px-4 py-6">
          {problem && <Notice tone="bad">{problem}</Notice>}
          <Tabs value={tab} onValueChange={setTab}>
            <TabList
              label="How to begin"
              className="px-0!"
              tabs={[
                { value: 'blank', label: 'Blank' },
                { value: 'paste', label: 'From pasted text' },
              ]}
            />
            <TabPanel value="blank" className="flex flex-col gap-4 pt-4">
              {nameField}
            </TabPanel>
            <TabPanel value="paste" className="flex flex-col gap-4 pt-4">
              <Field
                label="Text"
                help="A whole agent file with its front matter, or only the instructions."
                aside={isEmpty ? undefined : isPrompt ? 'instructions only' : 'a whole file'}
              >
                <Textarea
                  mono
                  rows={14}
                  spellCheck={false}
                  value={pasted}
                  className="max-h-[50dvh] min-h-64!"
                  onChange={(event) => setPasted(event.target.value)}
                />
              </Field>
              {isPrompt && nameField}
              {!isPrompt && !isEmpty && <PastedFile text={pasted} takenNames={takenNames} />}
              <OnceWanted wanted={!isPrompt && !isEmpty}>
                <SimilarToText workspace={workspace} text={pasted} />
              </OnceWanted>
            </TabPanel>
          </Tabs>
          <div className="flex justify-end gap-2">
            <ButtonLink href={list}>Cancel</ButtonLink>
            <Button type="submit" tone="primary" busy={creating.busy} disabled={isRefused}>
              Create agent
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}

interface NameFieldProps {
  name: string;
  /** The name that the agent will have; another than `name` while that is empty. */
  wanted: string;
  takenNames: readonly string[];
  onName: (name: string) => void;
}

function NameField({ name, wanted, takenNames, onName }: NameFieldProps) {
  const refusal = accepts('name', wanted);
  const clash = takenNames.includes(wanted)
    ? 'Another agent here has this name: in one project Claude Code loads only one of them.'
    : undefined;
  return (
    <Field
      label="Name"
      help="What the agent is called. Lower case with hyphens is best; it can be changed later."
      problem={refusal?.message ?? clash}
      problemTone={refusal ? 'bad' : 'attention'}
    >
      <Input
        mono
        value={name}
        placeholder={freeName(FIRST_NAME, takenNames)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onName(event.target.value)}
      />
    </Field>
  );
}

function PastedFile({ text, takenNames }: { text: string; takenNames: readonly string[] }) {
  const { effective, verdict } = readAgentFile(text);
  if (!verdict.loads) {
    return (
      <Notice tone="attention">
        Claude Code would not load this file: {verdict.reasons[0]?.message} You can create it and mend it in
        the editor.
      </Notice>
    );
  }
  const isTaken = effective.name !== null && takenNames.includes(effective.name);
  return (
    <Notice tone={isTaken ? 'attention' : 'good'}>
      <span className="font-mono">{effective.name}</span>{' '}
      {isTaken
        ? 'is the name of another agent here: in one project Claude Code loads only one of them.'
        : 'loads in Claude Code.'}
    </Notice>
  );
}
