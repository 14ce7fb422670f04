'use client';
/** What will the zip hold, and which of its files will Claude Code not load? Said before it is made. */

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import Link from 'next/link';

import { Button, buttonClass } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { Notice, Status } from '@/components/ui/status';
import { downloadUrl, exportUrl, fetchExportNotices } from '@/lib/client/export';
import type { ExportNotice } from '@/lib/contract';

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
      footer={request && <Footer workspace={workspace} request={request} onClose={onClose} />}
    >
      {request && <Notices workspace={workspace} request={request} />}
    </Dialog>
  );
}

function titleOf({ ids, count }: ExportRequest): string {
  const agents = formatAgents(count);
  return ids ? `Export ${agents}` : `Export the whole workspace: ${agents}`;
}

function Footer({
  workspace,
  request,
  onClose,
}: Omit<ExportDialogProps, 'request'> & { request: ExportRequest }) {
  const { ids } = request;
  const only = ids?.length === 1 ? ids[0] : undefined;
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
        <Button type="submit" tone={only ? 'plain' : 'primary'} icon={<Download className="size-4" />}>
          Download zip
        </Button>
      </form>
      {only && (
        <a
          href={downloadUrl(workspace, only)}
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

function Notices({ workspace, request }: { workspace: string; request: ExportRequest }) {
  const { data, error, isPending } = useQuery({
    queryKey: ['export-notices', workspace, request.ids],
    queryFn: ({ signal }) => fetchExportNotices(workspace, request.ids, signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (isPending) return <Skeleton className="h-5 w-2/3" />;
  if (error) {
    return (
      <Notice tone="attention">
        Whether all files load could not be found out: {error.message} The zip can be made all the same.
      </Notice>
    );
  }
  if (data.length === 0) return <Status tone="good">Claude Code loads all of them.</Status>;
  const files = groupByAgent(data);
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
