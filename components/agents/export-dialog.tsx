'use client';
/** What will the zip hold, and which of its files will Claude Code not load? Said before it is made. */

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { Button, buttonClass } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Skeleton } from '@/components/ui/skeleton';
import { Notice, Status } from '@/components/ui/status';
import { downloadUrl, type ExportWay, exportUrl, fetchExportOutlook } from '@/lib/client/export';
import type { ExportNotice, ExportOutlook } from '@/lib/contract';

import { formatAgents } from './row-words';

type FileOfNotices = [ExportNotice, ...ExportNotice[]];

/** The notices of each file, in the order in which the files come first. */
function groupByAgent(notices: readonly ExportNotice[]): FileOfNotices[] {
  const files = new Map<string, FileOfNotices>();
  for (const notice of notices) {
    const file = files.get(notice.agentId);
    if (file) file.push(notice);
    else files.set(notice.agentId, [notice]);
  }
  return [...files.values()];
}

/** `ids` null: the whole workspace. */
export interface ExportRequest {
  ids: readonly string[] | null;
  count: number;
}

export interface ExportDialogProps {
  workspace: string;
  request: ExportRequest | null;
  onClose: () => void;
}

export function ExportDialog({ workspace, request, onClose }: ExportDialogProps) {
  const [way, setWay] = useState<ExportWay>('usual');
  const [former, setFormer] = useState(request);
  if (request && request !== former) {
    setFormer(request);
    setWay('usual');
  }
  const outlook = useOutlook(workspace, request, way);
  return (
    <Dialog
      open={request !== null}
      onOpenChange={(open) => !open && onClose()}
      title={request ? titleOf(request) : ''}
      description={
        <>
          A zip with <code className="font-mono text-code">.claude/agents/</code>: unpack it in a project or
          in your home folder.
        </>
      }
      footer={request && <Footer {...{ workspace, request, onClose, way }} outlook={outlook.data} />}
    >
      {outlook.data && <Ways outlook={outlook.data} way={way} onWay={setWay} />}
      {request && <Notices {...{ workspace, way }} outlook={outlook} />}
    </Dialog>
  );
}

function useOutlook(workspace: string, request: ExportRequest | null, way: ExportWay) {
  const ids = request?.ids ?? null;
  return useQuery({
    enabled: request !== null,
    queryKey: ['export-outlook', workspace, ids, way],
    queryFn: ({ signal }) => fetchExportOutlook(workspace, { ids, way }, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

/** How many files the zip holds. */
const heldBy = ({ meant, published }: ExportOutlook, way: ExportWay): number =>
  way === 'saved' ? meant : (published ?? meant);

interface WaysProps {
  outlook: ExportOutlook;
  way: ExportWay;
  onWay: (way: ExportWay) => void;
}

/** Which text of each agent: only where the workspace publishes there are two. */
function Ways({ outlook, way, onWay }: WaysProps) {
  const { meant, published } = outlook;
  if (published === null || meant === 0) return null;
  return (
    <Field as="group" label="Which text" className="mb-4">
      <RadioGroup<ExportWay>
        name="way"
        value={way}
        onValueChange={onWay}
        options={[
          { value: 'usual', label: 'What is published', detail: publishedInWords(outlook) },
          {
            value: 'saved',
            label: 'What was saved last',
            detail: `${meant === 1 ? 'The agent' : `All ${formatAgents(meant)}`}, with changes that nobody may have approved yet.`,
          },
        ]}
      />
    </Field>
  );
}

function publishedInWords({ meant, published, unpublished }: ExportOutlook): string {
  const without = meant - (published ?? 0);
  if (without === 0)
    return meant === 1 ? 'As it was approved.' : `All ${formatAgents(meant)}, as they were approved.`;
  if (meant === 1) return 'Nothing of this agent is published yet.';
  const names = unpublished.map(({ title }) => title);
  const rest = without - names.length;
  const which = `${names.join(', ')}${rest > 0 ? ` and ${rest.toLocaleString('en-US')} more` : ''}`;
  const left = `nothing is published yet of ${which}`;
  return published === 0
    ? `None of the ${formatAgents(meant)}: ${left}.`
    : `${formatAgents(published ?? 0)} of ${meant.toLocaleString('en-US')}. Left out, because ${left}.`;
}

function titleOf({ ids, count }: ExportRequest): string {
  const agents = formatAgents(count);
  return ids ? `Export ${agents}` : `Export the whole workspace: ${agents}`;
}

interface FooterProps extends Omit<ExportDialogProps, 'request'> {
  request: ExportRequest;
  way: ExportWay;
  outlook: ExportOutlook | undefined;
}

function Footer({ workspace, request, onClose, way, outlook }: FooterProps) {
  const { ids } = request;
  const only = ids?.length === 1 ? ids[0] : undefined;
  // What cannot be found out is tried all the same.
  const isEmpty = outlook !== undefined && heldBy(outlook, way) === 0;
  return (
    <>
      <DialogClose render={<Button>Cancel</Button>} />
      {/* The browser itself takes the answer: the zip is streamed to the disk, not into the page. */}
      <form
        method={ids ? 'post' : 'get'}
        action={exportUrl(workspace)}
        onSubmit={() => setTimeout(onClose, 100)}
      >
        {ids?.map((id) => (
          <input key={id} type="hidden" name="ids" value={id} />
        ))}
        {way === 'saved' && <input type="hidden" name="as" value="saved" />}
        <Button
          type="submit"
          tone={only && !isEmpty ? 'plain' : 'primary'}
          disabled={isEmpty}
          icon={<Download className="size-4" aria-hidden="true" />}
        >
          Download zip
        </Button>
      </form>
      {only && !isEmpty && (
        <a
          href={downloadUrl(workspace, only, way)}
          download
          onClick={() => setTimeout(onClose, 100)}
          className={buttonClass('primary')}
        >
          Download .md
        </a>
      )}
    </>
  );
}

interface NoticesProps {
  workspace: string;
  way: ExportWay;
  outlook: UseQueryResult<ExportOutlook>;
}

function Notices({ workspace, way, outlook: { data, error, isPending } }: NoticesProps) {
  if (isPending) return <Skeleton className="h-5 w-2/3" />;
  if (error) {
    return (
      <Notice tone="attention">
        Whether all files load could not be found out: {error.message} The zip can be made all the same.
      </Notice>
    );
  }
  if (heldBy(data, way) === 0) {
    const wayOut = data.meant > 0 ? ' Choose what was saved last, or have something published first.' : '';
    return <Notice tone="attention">There is nothing to export.{wayOut}</Notice>;
  }
  if (data.notices.length === 0) return <Status tone="good">Claude Code loads all of them.</Status>;
  const files = groupByAgent(data.notices);
  return (
    <>
      <p className="mb-2">
        {files.length === 1 ? 'One file needs' : `${files.length} files need`} your attention. The text is
        exported as it was saved.
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {files.map((notices) => (
          <FileNotices key={notices[0].agentId} notices={notices} workspace={workspace} />
        ))}
      </ul>
    </>
  );
}

function FileNotices({ notices, workspace }: { notices: FileOfNotices; workspace: string }) {
  const [notice] = notices;
  return (
    <li className="py-2">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <Link
          href={`/w/${workspace}/agents/${notice.agentId}`}
          className="truncate rounded-sm font-mono text-code font-medium text-accent hover:underline"
        >
          {notice.title}
        </Link>
        <span className="truncate text-small text-soft">{notice.path}</span>
      </div>
      {notices.map(({ message }) => (
        <p key={message} className="text-soft">
          {message}
        </p>
      ))}
    </li>
  );
}
