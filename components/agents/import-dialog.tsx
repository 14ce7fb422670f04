'use client';
/** What became of the files that were dropped? Progress first, then a line for each. */

import { Ban, CircleAlert, CircleCheck, CircleDashed, Copy, FileX2, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { memo, useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Dialog } from '@/components/ui/dialog';

import { type ImportLine, type LineState, needsAttention, summarise } from './import-lines';
import type { Import } from './use-import';

export interface ImportDialogProps {
  workspace: string;
  running: Import;
}

/** With fewer lines than this nobody needs a filter. */
const FILTER_FROM = 9;

export function ImportDialog({ workspace, running }: ImportDialogProps) {
  const { lines } = running;
  const [onlyAttention, setOnlyAttention] = useState(false);
  const done = lines.filter(({ state }) => state !== 'waiting').length;
  const attention = lines.filter(needsAttention).length;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOnlyAttention(false);
    running.close();
  };
  const shown = onlyAttention && attention > 0 ? lines.filter(needsAttention) : lines;
  return (
    <Dialog
      open={lines.length > 0}
      onOpenChange={(open) => !open && close()}
      initialFocus={button}
      persistent={running.running}
      closable={!running.running}
      size="wide"
      title={running.running ? `Importing ${done} of ${lines.length}` : summarise(lines)}
      description={
        running.running ? undefined : 'Files are kept exactly as they were; nothing in them was changed.'
      }
      footer={
        // One button throughout, so that the focus stays on it when the last file is done.
        <Button
          ref={button}
          tone={running.running ? 'plain' : 'primary'}
          onClick={running.running ? running.cancel : close}
        >
          {running.running ? 'Cancel' : 'Done'}
        </Button>
      }
    >
      {running.running && <Progress done={done} of={lines.length} />}
      {!running.running && lines.length >= FILTER_FROM && attention > 0 && (
        <div className="mb-2 flex gap-1">
          <Button
            size="dense"
            tone={onlyAttention ? 'quiet' : 'plain'}
            aria-pressed={!onlyAttention}
            onClick={() => setOnlyAttention(false)}
          >
            All {lines.length}
          </Button>
          <Button
            size="dense"
            tone={onlyAttention ? 'plain' : 'quiet'}
            aria-pressed={onlyAttention}
            onClick={() => setOnlyAttention(true)}
          >
            Needs attention {attention}
          </Button>
        </div>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {shown.map((line, index) => (
          // A path may come twice in one drop.
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
          <Line key={index} line={line} workspace={workspace} />
        ))}
      </ul>
    </Dialog>
  );
}

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <div
      role="progressbar"
      aria-label="Files imported"
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      className="mb-3 h-1 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full bg-accent transition-[width]" style={{ width: `${(100 * done) / of}%` }} />
    </div>
  );
}

const signs: Record<LineState, { icon: typeof Ban; tone: string; word: string }> = {
  waiting: { icon: CircleDashed, tone: 'text-soft', word: 'waiting' },
  imported: { icon: CircleCheck, tone: 'text-good', word: 'imported' },
  identical: { icon: Copy, tone: 'text-soft', word: 'already here' },
  'not-agent': { icon: FileX2, tone: 'text-attention', word: 'not an agent' },
  refused: { icon: CircleAlert, tone: 'text-bad', word: 'refused' },
  failed: { icon: CircleAlert, tone: 'text-bad', word: 'failed' },
  cancelled: { icon: Ban, tone: 'text-soft', word: 'cancelled' },
};
const brokenSign = { icon: TriangleAlert, tone: 'text-attention', word: 'will not load' };

const Line = memo(function Line({ line, workspace }: { line: ImportLine; workspace: string }) {
  const sign = line.state === 'imported' && !line.loads ? brokenSign : signs[line.state];
  const Icon = sign.icon;
  return (
    <li className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 py-2 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] max-md:grid-cols-1 max-md:gap-y-0.5">
      <span className={classNames('flex items-center gap-1.5 self-start', sign.tone)}>
        <Icon className="size-3.5 shrink-0" aria-hidden="true" />
        {sign.word}
      </span>
      <div className="min-w-0">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          {line.agentId ? (
            <Link
              href={`/w/${workspace}/agents/${line.agentId}`}
              className="truncate rounded-sm font-mono text-code font-medium text-accent hover:underline"
            >
              {line.name ?? line.path}
            </Link>
          ) : (
            <span className="truncate font-mono text-code">{line.path}</span>
          )}
          {line.agentId && line.name !== null && (
            <span className="truncate text-small text-soft">{line.path}</span>
          )}
        </div>
        {line.message.replace('.', '').toLowerCase() !== sign.word && line.message && (
          <p className="text-soft">{line.message}</p>
        )}
      </div>
    </li>
  );
});
