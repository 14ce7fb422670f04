'use client';
/** The editor: form, source and preview of one text, in step with each other. */

import Link from 'next/link';
import { lazy, Suspense, useEffect, useId, useState, useSyncExternalStore } from 'react';

import type { CommentActions } from '@/components/comments/comment-actions';
import { useLeaveGuard } from '@/components/drafts/use-leave-guard';
import { PageHeader } from '@/components/shell/page-header';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { Button } from '@/components/ui/button';
import { SplitPane } from '@/components/ui/split-pane';
import { Notice } from '@/components/ui/status';
import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import type {
  Action,
  AgentDocument,
  CreateTemplateInput,
  DuplicateAgentInput,
  SaveAgentInput,
  SaveAgentResult,
} from '@/lib/contract';

import { EditorProvider, useEditor, useFilePart } from './context';
import { EditorActions } from './editor-actions';
import type { ExportMenuProps } from './export-menu';
import { AgentForm } from './form/agent-form';
import { textAt } from './form/values';
import { PreviewPane } from './preview/preview-pane';
import { SaveRemarks } from './save/save-remarks';
import { SourcePane } from './source/source-pane';
import { EDITOR_SPLIT } from './split';
import { StatusLine } from './status-line';
import { type Pane, useAgentEditor } from './use-agent-editor';
import type { EditorDrafts } from './use-drafts';

const ConflictView = lazy(() =>
  import('./save/conflict-view').then(({ ConflictView }) => ({ default: ConflictView })),
);

const ReadOnlyNotice = lazy(() =>
  import('./read-only-notice').then(({ ReadOnlyNotice }) => ({ default: ReadOnlyNotice })),
);

const LeftDraftNotice = lazy(() =>
  import('./left-draft-notice').then(({ LeftDraftNotice }) => ({ default: LeftDraftNotice })),
);

const LeaveQuestion = lazy(() =>
  import('@/components/drafts/leave-question').then(({ LeaveQuestion }) => ({ default: LeaveQuestion })),
);

export interface AgentEditorProps {
  document: AgentDocument;
  nonce?: string;
  /** The remembered shares of the panes. */
  sizes: readonly number[];
  saveAgent: Action<SaveAgentInput, SaveAgentResult>;
  duplicateAgent: Action<DuplicateAgentInput, { agentId: string }>;
  createTemplate: Action<CreateTemplateInput, unknown>;
  comments: CommentActions;
}

export function AgentEditor(props: AgentEditorProps) {
  const { document, nonce, sizes, saveAgent, duplicateAgent, createTemplate } = props;
  const keysId = useId();
  const { editor, drafts, pane, setPane } = useAgentEditor({ document, nonce, keysId, saveAgent });
  return (
    <EditorProvider editor={editor}>
      <main className="flex min-h-0 flex-1 flex-col" data-pane={pane}>
        <Header document={document} duplicateAgent={duplicateAgent} createTemplate={createTemplate} />
        <Remarks document={document} drafts={drafts} />
        <PaneSwitch pane={pane} onChange={setPane} />
        <SplitPane
          id={EDITOR_SPLIT.id}
          sizes={sizes}
          defaultSizes={EDITOR_SPLIT.sizes}
          minimums={[300, 320, 280]}
          labels={['Form', 'Source', 'Preview']}
          className={`flex-1 ${PANES} ${PANE_SHOWN[pane]}`}
        >
          <section aria-label="Form" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto">
            <AgentForm />
          </section>
          <SourcePane keysId={keysId} />
          <PreviewPane workspace={document.workspace} agentId={document.id} comments={props.comments} />
        </SplitPane>
        <StatusLine />
        <ConflictDoor />
        <LeaveDoor />
      </main>
    </EditorProvider>
  );
}

// The row has five children: form, divider, source, divider, preview. Which of them show is the width's affair,
// so that the server's page is right at once on every screen.
const PANES = 'max-wide:*:nth-4:hidden max-md:*:nth-2:hidden';
const PANE_SHOWN: Record<Pane, string> = {
  form: 'max-wide:*:nth-5:hidden max-md:*:nth-3:hidden',
  source: 'max-wide:*:nth-5:hidden max-md:*:nth-1:hidden',
  preview: 'max-wide:*:nth-3:hidden max-md:*:nth-1:hidden',
};

function Header({ document, ...actions }: ExportMenuProps) {
  const title = useFilePart((file) => textAt(file, 'name') || document.fileName || 'New agent');
  const { session } = useEditor();
  // Also where there is nothing to save: the browser would offer to save the page.
  useShortcuts(EDITOR_KEYS, { save: () => void session.save() });
  return (
    <PageHeader
      trail={[{ label: 'Agents', href: `/w/${document.workspace}/agents` }]}
      title={title}
      aside={(document.published !== null || document.canPropose) && <PublishedState {...document} />}
      actions={<EditorActions document={document} {...actions} />}
    />
  );
}

/** Which version others use, beside the one that is written on, and the way from one to the other. */
function PublishedState({ workspace, id, published, canPropose }: AgentDocument) {
  const { session } = useEditor();
  const { base } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  return (
    <span className="text-small max-md:hidden">
      v{base.number} · {published === null ? 'not published' : `published v${published}`}
      {canPropose && base.number !== published && (
        <span className="max-wide:hidden">
          {' · '}
          <Link
            href={`/w/${workspace}/reviews/new?agent=${id}`}
            prefetch={false}
            className="rounded-sm text-accent hover:underline"
          >
            Propose changes…
          </Link>
        </span>
      )}
    </span>
  );
}

function PaneSwitch({ pane, onChange }: { pane: Pane; onChange: (pane: Pane) => void }) {
  const options: { value: Pane; label: string; className: string }[] = [
    { value: 'form', label: 'Form', className: 'md:hidden' },
    { value: 'source', label: 'Source', className: '' },
    { value: 'preview', label: 'Preview', className: '' },
  ];
  return (
    <div
      role="group"
      aria-label="Which pane"
      className="flex shrink-0 gap-1 border-b border-line bg-sunken p-1 md:justify-end wide:hidden"
    >
      {options.map(({ value, label, className }) => {
        // With two panes the form always shows, and its neighbour is the source unless the preview is chosen.
        const isShown = pane === value;
        const isBesideForm = pane === 'form' && value === 'source';
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isShown}
            onClick={() => onChange(value)}
            className={`h-8 flex-1 rounded-md px-4 text-soft hover:text-ink aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink md:h-7 md:flex-none ${isBesideForm ? 'md:bg-surface md:font-medium md:text-ink' : ''} ${className}`}
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}

/** What concerns the whole page: that one may only read, that a save failed, that a draft was left. */
function Remarks({ document, drafts }: { document: AgentDocument; drafts: EditorDrafts }) {
  const { left, restore, discard } = drafts;
  return (
    <>
      {!document.canEdit && (
        <div className="shrink-0 border-b border-line px-3 py-2">
          <Suspense fallback={null}>
            <ReadOnlyNotice document={document} />
          </Suspense>
        </div>
      )}
      {left && (
        <Suspense fallback={null}>
          <LeftDraftNotice key={left.id} draft={left} restore={restore} discard={discard} />
        </Suspense>
      )}
      <SaveRemarks />
    </>
  );
}

function LeaveDoor() {
  const { session, live, readOnly } = useEditor();
  const { go, stay } = useLeaveGuard(() => session.isUnsaved && !live.isStored);
  async function save(): Promise<boolean> {
    await session.save();
    return !session.isUnsaved;
  }
  function leave() {
    stay();
    go?.();
  }
  if (!go) return null;
  return (
    <Suspense fallback={null}>
      <LeaveQuestion onGo={leave} onStay={stay} save={readOnly ? undefined : save} />
    </Suspense>
  );
}

function ConflictDoor() {
  const { session } = useEditor();
  const { phase } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (phase === 'conflict') setOpen(true);
  }, [phase]);
  if (phase !== 'conflict') return null;
  return (
    <>
      <div className="shrink-0 border-t border-line px-3 py-2">
        <Notice
          tone="bad"
          actions={
            <Button size="dense" tone="primary" onClick={() => setOpen(true)}>
              Join the texts
            </Button>
          }
        >
          Not saved: somebody else saved changes of the same lines. Both texts are kept.
        </Notice>
      </div>
      {isOpen && (
        <Suspense fallback={null}>
          <ConflictView onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
