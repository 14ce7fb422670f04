'use client';
/** What can be done with the whole agent? Save, export, duplicate. */

import { ChevronDown, Clipboard, Copy, Download, Redo2, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useSyncExternalStore } from 'react';

import { ActionMenu } from '@/components/ui/action-menu';
import type { MenuAction } from '@/components/ui/action-panel';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Status } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { callAction } from '@/lib/client/use-action';
import type { Action, AgentDocument, DuplicateAgentInput } from '@/lib/contract';

import { useEditor, useFilePart, useFront } from './context';
import { ExportWarning } from './export-warning';

export interface EditorActionsProps {
  document: AgentDocument;
  duplicateAgent: Action<DuplicateAgentInput, { agentId: string }>;
}

export function EditorActions({ document, duplicateAgent }: EditorActionsProps) {
  const { readOnly } = useEditor();
  return (
    <>
      <Loads />
      {!readOnly && <UndoRedo />}
      <ButtonLink
        tone="quiet"
        prefetch={false}
        href={`/w/${document.workspace}/agents/${document.id}/history`}
      >
        History
      </ButtonLink>
      <ExportMenu document={document} duplicateAgent={duplicateAgent} />
      {!readOnly && <SaveButtons />}
    </>
  );
}

function Loads() {
  const { verdict } = useFront();
  return (
    <Status tone={verdict.loads ? 'good' : 'bad'} className="mr-1 max-wide:hidden">
      {verdict.loads ? 'Loads in Claude Code' : 'Does not load'}
    </Status>
  );
}

function UndoRedo() {
  const { store } = useEditor();
  const canUndo = useFilePart(() => store.canUndo());
  const canRedo = useFilePart(() => store.canRedo());
  return (
    <div className="flex max-md:hidden">
      <IconButton
        label="Undo"
        shortcut="⌘Z"
        disabled={!canUndo}
        icon={<Undo2 className="size-4" aria-hidden="true" />}
        onClick={store.undo}
      />
      <IconButton
        label="Redo"
        shortcut="⇧⌘Z"
        disabled={!canRedo}
        icon={<Redo2 className="size-4" aria-hidden="true" />}
        onClick={store.redo}
      />
    </div>
  );
}

function ExportMenu({ document, duplicateAgent }: EditorActionsProps) {
  const { store, session } = useEditor();
  const router = useRouter();
  const [warning, setWarning] = useState<'download' | 'copy' | null>(null);
  const href = `/api/w/${document.workspace}/agents/${document.id}/download`;

  function download() {
    const link = window.document.createElement('a');
    link.href = href;
    link.download = '';
    link.click();
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(store.getFile().text);
      const rest = session.isUnsaved ? ' It is the text on the screen, which is not saved yet.' : '';
      showToast({ text: `The file is in the clipboard.${rest}`, tone: 'good' });
    } catch {
      showToast({
        text: 'The browser did not allow copying. Select the text under File and copy it there.',
        tone: 'bad',
      });
    }
  }

  const act = { download, copy: () => void copy() };

  function ask(kind: 'download' | 'copy') {
    const isStale = kind === 'download' && session.isUnsaved;
    if (store.getFile().verdict.loads && !isStale) act[kind]();
    else setWarning(kind);
  }

  async function duplicate() {
    const { workspace, id } = document;
    const result = await callAction(duplicateAgent, { workspace, agentId: id });
    if (result.ok) router.push(`/w/${workspace}/agents/${result.data.agentId}`);
    else showToast({ text: result.error.message, tone: 'bad' });
  }

  const ways: MenuAction[] = [
    {
      label: 'Download .md',
      icon: <Download aria-hidden="true" />,
      detail: 'The saved text, character for character',
      onSelect: () => ask('download'),
    },
    {
      label: 'Copy the file',
      icon: <Clipboard aria-hidden="true" />,
      detail: 'The text on the screen, saved or not',
      onSelect: () => ask('copy'),
    },
  ];
  const duplication: MenuAction = {
    label: 'Duplicate',
    icon: <Copy aria-hidden="true" />,
    detail: 'A new agent with the saved text',
    onSelect: () => void duplicate(),
    apart: true,
  };

  return (
    <>
      <ActionMenu actions={document.canEdit ? [...ways, duplication] : ways}>
        Export <ChevronDown className="size-3.5" aria-hidden="true" />
      </ActionMenu>
      {warning && (
        <ExportWarning kind={warning} onClose={() => setWarning(null)} onGo={() => act[warning]()} />
      )}
    </>
  );
}

function SaveButtons() {
  const { session } = useEditor();
  const { phase, baseText } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const isUnsaved = useFilePart((file) => file.text !== baseText);
  const isOff = !isUnsaved || phase === 'conflict';

  return (
    <div className="flex">
      <Button
        tone="primary"
        busy={phase === 'saving'}
        disabled={isOff && phase !== 'saving'}
        onClick={() => void session.save()}
        className="flex-1 rounded-r-none max-md:h-10"
      >
        Save <span className="max-md:hidden">⌘S</span>
      </Button>
      <Popover
        title="Save with a message"
        trigger={(button) => (
          <Button
            {...button}
            tone="primary"
            disabled={isOff || phase === 'saving'}
            aria-label="Save with a message"
            className="rounded-l-none border-l-surface! px-1.5! max-md:h-10"
          >
            <ChevronDown className="size-3.5" aria-hidden="true" />
          </Button>
        )}
      >
        {(close) => <MessageForm onLeave={close} />}
      </Popover>
    </div>
  );
}

function MessageForm({ onLeave }: { onLeave: () => void }) {
  const { session } = useEditor();
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const message = String(new FormData(event.currentTarget).get('message') ?? '');
    onLeave();
    void session.save(message);
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <Field label="What changed" help="Shown in the history; may stay empty.">
        <Input name="message" maxLength={500} autoComplete="off" />
      </Field>
      <Button type="submit" tone="primary">
        Save
      </Button>
    </form>
  );
}
