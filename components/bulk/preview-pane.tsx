'use client';
/** What would the change do? What is to be known first, then each agent by what becomes of it. */

import { useState } from 'react';

import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { formatCount, formatMany } from '@/components/ui/numbers';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Notice } from '@/components/ui/status';
import { listWords } from '@/lib/text';

import { PreviewList } from './preview-list';
import { type Group, groupAgents, type Ticks, tickAgents } from './ticks';
import type { Preview } from './use-preview';

const GROUPS: Record<Group, string> = {
  changed: 'Will change',
  widening: 'May do more',
  refused: 'Refused',
  unchanged: 'Stay as they are',
};
const ORDER: readonly Group[] = ['changed', 'widening', 'refused', 'unchanged'];
/** Agents that are named before they are counted. */
const NAMED = 8;

export interface PreviewPaneProps {
  workspace: string;
  preview: Preview;
  ticks: Ticks;
  onTicks: (change: (ticks: Ticks) => Ticks) => void;
  onRetry: () => void;
}

export function PreviewPane({ workspace, preview, ticks, onTicks, onRetry }: PreviewPaneProps) {
  const [wanted, setGroup] = useState<Group>('changed');
  const groups = groupAgents(preview.agents);
  const group =
    groups[wanted].length > 0 ? wanted : (ORDER.find((each) => groups[each].length > 0) ?? wanted);
  const shown = groups[group];
  const ticked = shown.filter(({ agentId }) => !ticks.out.has(agentId)).length;
  const places = preview.agents.reduce((sum, { matches }) => sum + matches, 0);
  return (
    <section
      aria-label="Preview"
      className="flex min-h-0 min-w-0 flex-1 flex-col rounded-md border border-line"
    >
      <p aria-live="polite" className="px-3 pt-2 text-soft tabular-nums">
        {progressWords(preview)}
        {places > 0 && ` ${formatMany(places, 'place')} found.`}
      </p>
      {preview.error && (
        <div className="px-3 pt-2">
          <RetryNotice onRetry={onRetry}>{preview.error}</RetryNotice>
        </div>
      )}
      {groups.widening.length > 0 && (
        <div className="px-3 pt-2">
          <Notice tone="attention">
            {formatMany(groups.widening.length, 'agent')} may do more then:{' '}
            {listWords(
              groups.widening.map(({ title, gains }) => `${title} ${listWords(gains)}`),
              NAMED,
            )}
            .
          </Notice>
        </div>
      )}
      <fieldset className="flex flex-wrap items-center gap-1 border-b border-line px-2 py-2">
        <legend className="sr-only">Which agents are shown</legend>
        {ORDER.filter((each) => groups[each].length > 0 || each === 'changed').map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === group}
            onClick={() => setGroup(each)}
            className={classNames(
              'h-7 rounded-md px-2 whitespace-nowrap tabular-nums',
              each === group ? 'bg-hover font-medium text-ink' : 'text-soft hover:text-ink',
            )}
          >
            {GROUPS[each]} {formatCount(groups[each].length)}
          </button>
        ))}
        {(group === 'changed' || group === 'widening') && shown.length > 0 && (
          <Checkbox
            className="ml-auto px-1"
            label={`${formatCount(ticked)} of ${formatCount(shown.length)}`}
            aria-label="All that are shown"
            checked={ticked === shown.length}
            indeterminate={ticked > 0 && ticked < shown.length}
            onChange={(event) => {
              const isIn = event.target.checked;
              onTicks((now) =>
                tickAgents(
                  now,
                  shown.map(({ agentId }) => agentId),
                  isIn,
                ),
              );
            }}
          />
        )}
      </fieldset>
      {shown.length > 0 && (
        <PreviewList
          key={group}
          label={`${GROUPS[group]}: ${shown.length} agents`}
          agents={shown}
          change={preview.change}
          {...{ workspace, ticks, onTicks }}
        />
      )}
    </section>
  );
}

function progressWords({ agents, total, isWhole, error }: Preview): string {
  if (error) return `${formatMany(agents.length, 'agent')} looked at.`;
  if (total === null) return 'Looking…';
  if (!isWhole) return `Looking: ${formatCount(agents.length)} of ${formatCount(total)}.`;
  return `${formatMany(total, 'agent')} looked at.`;
}
