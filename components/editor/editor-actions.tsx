'use client';
/** What can be done with the whole agent? Save, export, duplicate. */

import { ChevronDown, Redo2, Undo2 } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useSyncExternalStore } from 'react';

import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Status } from '@/components/ui/status';
import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import { keysInWords, type ShortcutId, shortcut } from '@/lib/client/shortcuts/shortcut';

import { useEditor, useFilePart, useFront } from './context';
import { ExportMenu, type ExportMenuProps } from './export-menu';

/** Only where somebody else is; where its code does not come through, the page goes on without. */
const Here = lazy(() =>
  import('./live/here').then(
    ({ Here }) => ({ default: Here }),
    () => ({ default: () => null }),
  ),
);

export function EditorActions(props: ExportMenuProps) {
  const { document } = props;
  const { readOnly, live } = useEditor();
  const isShared = useSyncExternalStore(
    live.subscribe,
    () => live.getState().peers.length > 0,
    () => false,
  );
  return (
    <>
      {isShared && (
        <Suspense fallback={null}>
          <Here />
        </Suspense>
      )}
      <Loads />
      {!readOnly && <UndoRedo />}
      <ButtonLink
        tone="quiet"
        prefetch={false}
        href={`/w/${document.workspace}/agents/${document.id}/history`}
      >
        History
      </ButtonLink>
      <ExportMenu {...props} />
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

const keyOf = (id: ShortcutId<typeof EDITOR_KEYS>) => keysInWords(shortcut(EDITOR_KEYS, id))[0];

function UndoRedo() {
  const { store } = useEditor();
  const canUndo = useFilePart(() => store.canUndo());
  const canRedo = useFilePart(() => store.canRedo());
  return (
    <div className="flex max-md:hidden">
      <IconButton
        label="Undo"
        shortcut={keyOf('undo')}
        disabled={!canUndo}
        icon={<Undo2 className="size-4" aria-hidden="true" />}
        onClick={store.undo}
      />
      <IconButton
        label="Redo"
        shortcut={keyOf('redo')}
        disabled={!canRedo}
        icon={<Redo2 className="size-4" aria-hidden="true" />}
        onClick={store.redo}
      />
    </div>
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
        Save <span className="max-md:hidden">{keyOf('save')}</span>
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
