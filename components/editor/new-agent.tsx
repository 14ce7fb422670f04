'use client';
/** How does a new agent begin? With a name, from a starter or template, or with text that exists already. */

import { useRouter } from 'next/navigation';
import { type FormEvent, lazy, useState } from 'react';

import { leaveWithoutAsking } from '@/components/drafts/leave-guard';
import { useFormDraft } from '@/components/drafts/use-form-draft';
import { useLeaveGuard } from '@/components/drafts/use-leave-guard';
import { PageHeader } from '@/components/shell/page-header';
import { StartPicker, useStart } from '@/components/templates/start-picker';
import { Button, ButtonLink } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { OnceWanted } from '@/components/ui/once-wanted';
import { Notice } from '@/components/ui/status';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { accepts, freeName, readAgentFile } from '@/lib/agent-file';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateAgentInput, TemplateRow } from '@/lib/contract';
import { STARTERS } from '@/lib/starters';

import { NameField, PastedFile } from './new-agent-fields';
import { blankText, pastedKind, promptText, startText } from './new-text';

const SimilarToText = lazy(async () => ({
  default: (await import('./similar/similar-to-text')).SimilarToText,
}));

const LeaveQuestion = lazy(async () => ({
  default: (await import('@/components/drafts/leave-question')).LeaveQuestion,
}));

export interface NewAgentProps {
  workspace: string;
  /** Names of the workspace's agents: Claude Code loads only one of each name. */
  takenNames: readonly string[];
  templates: readonly TemplateRow[];
  /** The template that the address names. */
  template: string | null;
  createAgent: Action<CreateAgentInput, { agentId: string }>;
}

const FIRST_NAME = 'new-agent';

export function NewAgent(props: NewAgentProps) {
  const { workspace, takenNames, templates, template, createAgent } = props;
  const router = useRouter();
  const [tab, setTab] = useState<'blank' | 'start' | 'paste'>(template ? 'start' : 'blank');
  const [startId, setStartId] = useState(template ?? STARTERS[0]?.id ?? '');
  const start = useStart(workspace, startId);
  const [name, setName] = useState('');
  const [pasted, setPasted] = useState('');
  const [nothingPasted, setNothingPasted] = useState(false);
  const list = `/w/${workspace}/agents`;
  const forget = useFormDraft({
    workspace,
    title: name.trim() || 'New agent',
    fields: { name, pasted },
    onRestore: (fields) => {
      setName(fields.name ?? '');
      setPasted(fields.pasted ?? '');
      if (fields.pasted) setTab('paste');
    },
  });
  const creating = useAction(createAgent, ({ agentId }) => {
    forget();
    leaveWithoutAsking();
    router.push(`${list}/${agentId}`);
  });
  const isEmpty = pasted.trim() === '';
  const { go, stay } = useLeaveGuard(() => !isEmpty);
  const isPrompt = tab === 'paste' && !isEmpty && pastedKind(pasted) === 'prompt';
  const ownName = tab === 'start' && start.text !== null ? readAgentFile(start.text).effective.name : null;
  const offered = freeName(ownName ?? FIRST_NAME, takenNames);
  const wanted = name.trim() || offered;
  const isUnready = tab === 'start' && start.text === null;
  const isRefused = (tab !== 'paste' || isPrompt) && accepts('name', wanted) !== null;
  const problem = nothingPasted ? 'Paste a text first.' : creating.error?.message;

  function create(event: FormEvent) {
    event.preventDefault();
    const isMissing = tab === 'paste' && isEmpty;
    setNothingPasted(isMissing);
    if (isMissing) return;
    creating.run({ workspace, text: textToCreate() });
  }

  function textToCreate(): string {
    if (tab === 'start') return startText(start.text ?? '', wanted);
    if (tab === 'blank') return blankText(wanted);
    return isPrompt ? promptText(pasted, wanted) : pasted;
  }

  const nameField = <NameField {...{ name, wanted, offered, takenNames }} onName={setName} />;

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageHeader trail={[{ label: 'Agents', href: list }]} title="New agent" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <form
          onSubmit={create}
          className={classNames(
            'mx-auto flex flex-col gap-4 px-4 py-6',
            tab === 'start' ? 'max-w-240' : 'max-w-160',
          )}
        >
          {problem && <Notice tone="bad">{problem}</Notice>}
          <Tabs value={tab} onValueChange={setTab}>
            <TabList
              label="How to begin"
              className="px-0!"
              tabs={[
                { value: 'blank', label: 'Blank' },
                { value: 'start', label: 'From a starter or template' },
                { value: 'paste', label: 'From pasted text' },
              ]}
            />
            <TabPanel value="blank" className="flex flex-col gap-4 pt-4">
              {nameField}
            </TabPanel>
            <TabPanel value="start" className="flex flex-col gap-4 pt-4">
              <StartPicker
                templates={templates}
                chosen={startId}
                onChoose={setStartId}
                text={start.text}
                error={start.error}
                onRetry={start.retry}
              />
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
            <Button type="submit" tone="primary" busy={creating.busy} disabled={isRefused || isUnready}>
              Create agent
            </Button>
          </div>
        </form>
      </div>
      <OnceWanted wanted={go !== null}>
        {go && (
          <LeaveQuestion
            onStay={stay}
            onGo={() => {
              stay();
              go();
            }}
          />
        )}
      </OnceWanted>
    </main>
  );
}
