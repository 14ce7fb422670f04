'use client';
/** What will it look like rendered, which file will be exported, which agents are like it, and what is said of it? */

import { formatCount } from '@/components/ui/numbers';
import './preview.css';

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';

import type { CommentActions } from '@/components/comments/comment-actions';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { AgentFile } from '@/lib/agent-file';
import { useThreads } from '@/lib/client/comments';
import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import { createPreviewRenderer } from '@/lib/markdown';
import { mainLineEnd } from '@/lib/text';

import type { Wanted } from '../comments/wanted';
import { useEditor, useFilePart, useFront } from '../context';
import { swatchOf } from '../form/swatches';
import { textAt } from '../form/values';
import { useSimilarState, useSimilarWatch } from '../similar/use-similar';
import { buildLines, fileChunks } from './file-lines';
import { PanePatcher } from './patch';
import { buildPieces } from './sanitize';

const SimilarPane = lazy(async () => ({ default: (await import('../similar/similar-pane')).SimilarPane }));

/** Nobody asked for the marks: where their code does not come through, the page goes on without. */
const CommentsWatch = lazy(() =>
  import('../comments/comments-watch').then(
    ({ CommentsWatch }) => ({ default: CommentsWatch }),
    () => ({ default: () => null }),
  ),
);
const CommentsPane = lazy(async () => ({
  default: (await import('../comments/comments-pane')).CommentsPane,
}));

export interface PreviewPaneProps {
  workspace: string;
  agentId: string;
  comments: CommentActions;
}

export function PreviewPane({ workspace, agentId, comments }: PreviewPaneProps) {
  const [tab, setTab] = useState<'preview' | 'file' | 'similar' | 'comments'>('preview');
  const editor = useEditor();
  const { store, showPane } = editor;
  const { data } = useThreads(workspace, `agents/${agentId}`, useLate());
  const threads = useMemo(() => data?.threads.filter(({ resolved }) => !resolved) ?? [], [data]);
  // Marks that were there have to be taken away, too.
  const [hasMarks, setHasMarks] = useState(false);
  if (threads.length > 0 && !hasMarks) setHasMarks(true);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const showComments = (next: Wanted | null) => {
    showPane('preview');
    setTab('comments');
    setWanted(next);
  };
  useShortcuts(EDITOR_KEYS, {
    comment: () => {
      // Where the code of it does not come through, the pane says so.
      void import('../comments/wanted-in').then(
        ({ wantedIn }) => showComments(wantedIn(editor)),
        () => showComments(null),
      );
    },
  });
  useEffect(() => {
    // A link of the inbox leads to a thread.
    const threadId = new URLSearchParams(location.search).get('thread');
    if (!threadId) return;
    showPane('preview');
    setTab('comments');
    setWanted({ kind: 'thread', threadId });
  }, [showPane]);
  const { getFile, subscribe } = store;
  const watch = useSimilarWatch({ workspace, agentId, getFile, subscribe });
  const similar = useSimilarState(watch)?.agents?.length;
  return (
    <section aria-label="Preview" className="flex min-h-0 flex-1 flex-col">
      <Tabs value={tab} onValueChange={setTab} className="min-h-0 flex-1">
        <TabList
          label="What the preview shows"
          tabs={[
            { value: 'preview', label: 'Preview' },
            { value: 'file', label: 'File' },
            { value: 'similar', label: <>Similar {similar ? <span>{similar}</span> : null}</> },
            {
              value: 'comments',
              label: <>Comments {threads.length > 0 ? <span>{threads.length}</span> : null}</>,
            },
          ]}
          aside={tab === 'file' ? <FileFacts /> : undefined}
        />
        <TabPanel value="preview" className="overflow-y-auto px-5 py-4" keepMounted={false}>
          <Rendered />
        </TabPanel>
        <TabPanel value="file" className="overflow-y-auto px-5 py-4" keepMounted={false}>
          <RawFile />
        </TabPanel>
        <TabPanel value="similar" className="overflow-y-auto px-5 py-4" keepMounted={false}>
          <Suspense fallback={null}>
            {watch && (
              <SimilarPane
                workspace={workspace}
                watch={watch}
                agent={{ agentId, title: textAt(getFile(), 'name') || 'This agent' }}
              />
            )}
          </Suspense>
        </TabPanel>
        <TabPanel value="comments" className="overflow-y-auto px-5 py-4" keepMounted={false}>
          <Suspense fallback={null}>
            <CommentsPane {...{ workspace, agentId, wanted }} actions={comments} />
          </Suspense>
        </TabPanel>
      </Tabs>
      {hasMarks && (
        <Suspense fallback={null}>
          <CommentsWatch threads={threads} onWant={showComments} />
        </Suspense>
      )}
    </section>
  );
}

/** What nobody waits for is loaded when everything else is there. */
function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 1_200);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

function Rendered() {
  const { store } = useEditor();
  const pane = useRef<HTMLDivElement>(null);
  const file = useFront();
  const isEmpty = useFilePart((present) => present.text.slice(present.body.from).trim() === '');

  useEffect(() => {
    if (!pane.current) return;
    const renderer = createPreviewRenderer();
    const patcher = new PanePatcher(pane.current, buildPieces);
    const show = () => {
      const { text, body } = store.getFile();
      performance.mark('muster:preview:start');
      patcher.show(renderer.update(text.slice(body.from)).pieces.map((piece) => piece.html));
      performance.measure('muster:preview', 'muster:preview:start');
      performance.clearMarks('muster:preview:start');
    };
    show();
    const stop = store.subscribe(show);
    return () => {
      stop();
      patcher.stop();
    };
  }, [store]);

  return (
    <>
      <Title file={file} />
      {isEmpty && (
        <p className="text-soft">
          The body is empty: the agent gets no instruction of its own. Write in the source, or insert a
          section.
        </p>
      )}
      <div ref={pane} className="md-preview" />
    </>
  );
}

function Title({ file }: { file: AgentFile }) {
  const color = swatchOf(file.effective.color);
  return (
    <p className="mb-4 flex items-center gap-2 border-b border-line pb-2 text-title">
      {color && <span className="size-2.5 shrink-0 rounded-full" style={{ backgroundColor: color }} />}
      <span className="min-w-0 truncate">{textAt(file, 'name') || 'No name yet'}</span>
    </p>
  );
}

function RawFile() {
  const { store } = useEditor();
  const pane = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (!pane.current) return;
    const patcher = new PanePatcher(pane.current, buildLines);
    const show = () => patcher.show(fileChunks(store.getFile().text));
    show();
    const stop = store.subscribe(show);
    return () => {
      stop();
      patcher.stop();
    };
  }, [store]);
  return <pre ref={pane} className="font-mono text-code break-words whitespace-pre-wrap" />;
}

function FileFacts() {
  const facts = useFilePart(({ text }) => {
    const ends = mainLineEnd(text) === '\r\n' ? 'CRLF' : 'LF';
    return `${ends}${text.startsWith('\uFEFF') ? ' · BOM' : ''} · ${formatCount(text.length)} characters`;
  });
  return <span className="text-small whitespace-nowrap text-soft">{facts}</span>;
}
