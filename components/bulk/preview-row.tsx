'use client';
/** What would become of this agent? */

import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { formatMany } from '@/components/ui/numbers';
import { Status } from '@/components/ui/status';
import type { BulkChange } from '@/lib/bulk';
import type { BulkPreview } from '@/lib/contract';
import { listWords } from '@/lib/text';

import { DiffLines } from './diff-lines';
import { PreviewDetail } from './preview-detail';

export interface RowCommands {
  onTick: (agentId: string, isIn: boolean) => void;
  onTickPlace: (agentId: string, index: number, isIn: boolean) => void;
  onOpen: (agentId: string, isOpen: boolean) => void;
}

export interface PreviewRowProps extends RowCommands {
  workspace: string;
  agent: BulkPreview;
  change: BulkChange;
  isIn: boolean;
  isOpen: boolean;
  skipped: readonly number[];
}

export const PreviewRow = memo(function PreviewRow(props: PreviewRowProps) {
  const { agent, isIn, isOpen, skipped } = props;
  const { agentId, title, outcome, message, diff, more, matches } = agent;
  return (
    <div className="flex flex-col gap-1.5 border-b border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {outcome === 'changed' ? (
          <Checkbox
            label={<Title>{title}</Title>}
            checked={isIn}
            onChange={(event) => props.onTick(agentId, event.target.checked)}
          />
        ) : (
          <Title>{title}</Title>
        )}
        <Remarks agent={agent} />
        {outcome === 'changed' && (more > 0 || matches > 0) && (
          <Button
            size="dense"
            tone="quiet"
            aria-expanded={isOpen}
            className="ml-auto"
            icon={isOpen ? <ChevronDown className="size-3.5" /> : <ChevronRight className="size-3.5" />}
            onClick={() => props.onOpen(agentId, !isOpen)}
          >
            {matches > 0 ? formatMany(matches, 'place') : `${formatMany(more, 'line')} more`}
          </Button>
        )}
      </div>
      {message && <p className={outcome === 'refused' ? 'text-ink' : 'text-soft'}>{message}</p>}
      {isOpen ? (
        <PreviewDetail
          workspace={props.workspace}
          agent={agent}
          change={props.change}
          skipped={skipped}
          onTickPlace={(index, isPlaceIn) => props.onTickPlace(agentId, index, isPlaceIn)}
        />
      ) : (
        diff.length > 0 && <DiffLines lines={diff} label={`Changes of ${title}`} />
      )}
    </div>
  );
});

function Title({ children }: { children: string }) {
  return <span className="font-mono text-code font-medium break-all">{children}</span>;
}

function Remarks({ agent: { gains, startsToLoad, outcome } }: { agent: BulkPreview }) {
  return (
    <>
      {gains.length > 0 && (
        <Status tone="attention" className="whitespace-normal!">
          {listWords(gains)}
        </Status>
      )}
      {startsToLoad && <Status tone="good">loads then</Status>}
      {outcome === 'refused' && <Status tone="bad">refused</Status>}
    </>
  );
}
