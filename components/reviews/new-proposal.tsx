'use client';
/** Which changes are proposed for publishing, why, and who is asked to read them? */

import { ScrollText } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';

import { useKeptWords } from '@/components/comments/kept-words';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import { Textarea } from '@/components/ui/textarea';
import { useFreshReviews } from '@/lib/client/reviews';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateProposalInput, Proposable } from '@/lib/contract';

import { TurnOn } from './turn-on';

export interface NewProposalProps {
  workspace: string;
  isOn: boolean;
  canTurnOn: boolean;
  agents: readonly Proposable[];
  people: readonly { userId: string; name: string }[];
  /** Ids of agents that are chosen at first. */
  chosen: readonly string[];
  createProposal: Action<CreateProposalInput, { proposalId: string }>;
}

export function NewProposal(props: NewProposalProps) {
  const { workspace, isOn, canTurnOn, agents } = props;
  return (
    <>
      <PageHeader trail={[{ label: 'Reviews', href: `/w/${workspace}/reviews` }]} title="Propose changes" />
      <main className="min-h-0 flex-1 overflow-y-auto">
        {!isOn && <TurnOn workspace={workspace} canTurnOn={canTurnOn} />}
        {isOn && agents.length === 0 && (
          <EmptyState icon={<ScrollText />} title="Everything is published">
            Each agent says what is published of it. Change one, save it, and come back.
          </EmptyState>
        )}
        {isOn && agents.length > 0 && <ProposalForm {...props} />}
      </main>
    </>
  );
}

function ProposalForm({ workspace, agents, people, chosen, createProposal }: NewProposalProps) {
  const router = useRouter();
  const refresh = useFreshReviews(workspace);
  const [title, setTitle] = useKeptWords(`proposal title ${workspace}`);
  const [reason, setReason] = useKeptWords(`proposal reason ${workspace}`);
  const [picked, setPicked] = useState<ReadonlySet<string>>(
    () => new Set(agents.length === 1 ? agents.map(({ agentId }) => agentId) : chosen),
  );
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState('');
  const creating = useAction(createProposal, ({ proposalId }) => {
    setTitle('');
    setReason('');
    void refresh();
    router.push(`/w/${workspace}/reviews/${proposalId}`);
  });
  const wanted = filter.trim().toLowerCase();
  const shown = agents.filter((agent) => agent.title.toLowerCase().includes(wanted));
  const proposed = agents.filter(({ agentId }) => picked.has(agentId));

  function submit(event: FormEvent) {
    event.preventDefault();
    creating.run({
      ...{ workspace, title, reason, reviewers: [...asked] },
      agents: proposed.map(({ agentId, versionId }) => ({ agentId, versionId })),
    });
  }

  return (
    <form onSubmit={submit} noValidate className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-6 md:px-6">
      <Field
        label="What changes"
        help="One line: reviewers see it first."
        problem={creating.problem('title')}
      >
        <Input
          name="title"
          maxLength={120}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <Field label="Why" help="Optional.">
        <Textarea maxLength={4_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Field
        as="group"
        label="Agents"
        help="Those whose newest version is not the published one."
        problem={creating.problem('agents')}
        aside={<span className="text-small text-soft">{proposed.length} chosen</span>}
      >
        {agents.length > 8 && (
          <Input
            aria-label="Filter the agents"
            placeholder="Filter"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        )}
        <ul className="max-h-80 overflow-y-auto rounded-md border border-line">
          {shown.map(({ agentId, title: name, number, publishedNumber }) => (
            <li key={agentId} className="border-b border-line px-3 py-2 last:border-b-0">
              <Checkbox
                checked={picked.has(agentId)}
                onChange={() => setPicked(toggled(picked, agentId))}
                label={<span className="font-mono text-code wrap-anywhere">{name}</span>}
                detail={
                  publishedNumber === null
                    ? `v${number}, nothing published yet`
                    : `v${number}, published v${publishedNumber}`
                }
              />
            </li>
          ))}
        </ul>
      </Field>
      {people.length > 0 && (
        <Field as="group" label="Ask for a review" help="They find it in their inbox.">
          <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
            {people.map(({ userId, name }) => (
              <li key={userId}>
                <Checkbox
                  checked={asked.has(userId)}
                  onChange={() => setAsked(toggled(asked, userId))}
                  label={name}
                />
              </li>
            ))}
          </ul>
        </Field>
      )}
      {creating.error && <Notice tone="bad">{creating.error.message}</Notice>}
      <div>
        <Button
          type="submit"
          tone="primary"
          busy={creating.busy}
          disabled={title.trim() === '' || proposed.length === 0}
        >
          Propose
        </Button>
      </div>
    </form>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
