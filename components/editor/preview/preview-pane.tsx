'use client';
/** What will it look like rendered, which file will be exported, and which agents are like it? */

import { formatCount } from '@/components/ui/numbers';
import './preview.css';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';

import { TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { AgentFile } from '@/lib/agent-file';
import { createPreviewRenderer } from '@/lib/markdown';
import { mainLineEnd } from '@/lib/text';

import { useEditor, useFilePart, useFront } from '../context';
import { swatchOf } from '../form/swatches';
import { textAt } from '../form/values';
import { useSimilarState, useSimilarWatch } from '../similar/use-similar';
import { buildLines, fileChunks } from './file-lines';
import { PanePatcher } from './patch';
import { buildPieces } from './sanitize';

const SimilarPane = lazy(async () => ({ default: (await import('../similar/similar-pane')).SimilarPane }));

export interface PreviewPaneProps {
  workspace: string;
  agentId: string;
}

export function PreviewPane({ workspace, agentId }: PreviewPaneProps) {
  const [tab, setTab] = useState<'preview' | 'file' | 'similar'>('preview');
  const { store } = useEditor();
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
      </Tabs>
    </section>
  );
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
