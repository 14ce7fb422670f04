'use client';
/** How does a new agent begin? With a name, or with text that exists already. */

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { accepts, readAgentFile } from '@/lib/agent-file';
import type { Action, CreateAgentInput } from '@/lib/contract';

import { blankText, freeName, pastedKind, promptText } from './new-text';

export interface NewAgentProps {
  workspace: string;
  /** Names of the workspace's agents: Claude Code loads only one of each name. */
  takenNames: readonly string[];
  createAgent: Action<CreateAgentInput, { agentId: string }>;
}

export function NewAgent({ workspace, takenNames, createAgent }: NewAgentProps) {
  const router = useRouter();
  const [tab, setTab] = useState<'blank' | 'paste'>('blank');
  const [name, setName] = useState('');
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const list = `/w/${workspace}/agents`;
  const isPrompt = tab === 'paste' && pasted.trim() !== '' && pastedKind(pasted) === 'prompt';
  const wanted = name.trim() || freeName('new-agent', takenNames);
  const refusal = accepts('name', wanted);
  const isTaken = takenNames.includes(wanted);

  function create(event: FormEvent) {
    event.preventDefault();
    if (tab === 'paste' && pasted.trim() === '') {
      setProblem('Paste a text first.');
      return;
    }
    const text = tab === 'blank' ? blankText(wanted) : isPrompt ? promptText(pasted, wanted) : pasted;
    start(async () => {
      try {
        const result = await createAgent({ workspace, text });
        if (result.ok) router.push(`${list}/${result.data.agentId}`);
        else setProblem(result.error.message);
      } catch {
        setProblem(
          'The server did not answer. Your text is still here; try again when the connection is back.',
        );
      }
    });
  }

  const nameField = (
    <Field
      label="Name"
      help="What the agent is called. Lower case with hyphens is best; it can be changed later."
      problem={
        refusal?.message ??
        (isTaken
          ? 'Another agent here has this name: in one project Claude Code loads only one of them.'
          : undefined)
      }
      problemTone={refusal ? 'bad' : 'attention'}
    >
      <Input
        mono
        value={name}
        placeholder={freeName('new-agent', takenNames)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
      />
    </Field>
  );

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
                aside={pasted.trim() === '' ? undefined : isPrompt ? 'instructions only' : 'a whole file'}
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
              {!isPrompt && pasted.trim() !== '' && <PastedFile text={pasted} takenNames={takenNames} />}
            </TabPanel>
          </Tabs>
          <div className="flex justify-end gap-2">
            <ButtonLink href={list}>Cancel</ButtonLink>
            <Button
              type="submit"
              tone="primary"
              busy={isBusy}
              disabled={(tab === 'blank' || isPrompt) && refusal !== null}
            >
              Create agent
            </Button>
          </div>
        </form>
      </div>
    </main>
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
