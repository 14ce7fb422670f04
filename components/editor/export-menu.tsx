'use client';
/** How does an agent leave the editor? As a file, as text, as a twin, as a template. */

import { ChevronDown, Clipboard, Copy, Download, LayoutTemplate, ScrollText } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ComponentType, lazy, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { ActionMenu } from '@/components/ui/action-menu';
import type { MenuAction } from '@/components/ui/action-panel';
import { OnceWanted } from '@/components/ui/once-wanted';
import { showToast } from '@/components/ui/toaster';
import type { AgentFile } from '@/lib/agent-file';
import { callAction } from '@/lib/client/use-action';
import type { Action, AgentDocument, CreateTemplateInput, DuplicateAgentInput } from '@/lib/contract';
import { can } from '@/lib/policy';

import { useEditor } from './context';
import type { ExportWarningProps } from './export-warning';

const SaveTemplateDialog = lazy(async () => ({
  default: (await import('@/components/templates/template-dialog')).TemplateDialog,
}));

interface Warning {
  kind: ExportWarningProps['kind'];
  /** Loaded when there is something to ask. */
  Question: ComponentType<ExportWarningProps>;
}

export interface ExportMenuProps {
  document: AgentDocument;
  duplicateAgent: Action<DuplicateAgentInput, { agentId: string }>;
  createTemplate: Action<CreateTemplateInput, unknown>;
}

export function ExportMenu({ document, duplicateAgent, createTemplate }: ExportMenuProps) {
  const { store, session } = useEditor();
  const router = useRouter();
  const [warning, setWarning] = useState<Warning | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const { workspace: place } = useShell();
  const href = `/api/w/${document.workspace}/agents/${document.id}/download`;

  function download(which = 'as=saved') {
    const link = window.document.createElement('a');
    link.href = `${href}?${which}`;
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

  const act = { download: () => download(), copy: () => void copy() };

  async function ask(kind: Warning['kind']) {
    const isStale = kind === 'download' && session.isUnsaved;
    const isPlain = store.getFile().verdict.loads && !isStale;
    // Where the question does not come through, as without a network, what was asked for is done.
    const loaded = isPlain ? null : await import('./export-warning').catch(() => null);
    if (loaded) setWarning({ kind, Question: loaded.ExportWarning });
    else act[kind]();
  }

  async function duplicate() {
    const { workspace, id } = document;
    const result = await callAction(duplicateAgent, { workspace, agentId: id });
    if (result.ok) router.push(`/w/${workspace}/agents/${result.data.agentId}`);
    else showToast({ text: result.error.message, tone: 'bad' });
  }

  const publishedWay: MenuAction = {
    label: 'Download what is published',
    icon: <Download aria-hidden="true" />,
    detail: `v${document.published}, as exports give it`,
    onSelect: () => download('label=published'),
  };
  const ways: MenuAction[] = [
    {
      label: 'Download .md',
      icon: <Download aria-hidden="true" />,
      detail: 'The saved text, character for character',
      onSelect: () => void ask('download'),
    },
    ...(document.published === null ? [] : [publishedWay]),
    {
      label: 'Copy the file',
      icon: <Clipboard aria-hidden="true" />,
      detail: 'The text on the screen, saved or not',
      onSelect: () => void ask('copy'),
    },
  ];
  const duplication: MenuAction = {
    label: 'Duplicate',
    icon: <Copy aria-hidden="true" />,
    detail: 'A new agent with the saved text',
    onSelect: () => void duplicate(),
    apart: true,
  };

  const proposal: MenuAction = {
    label: 'Propose changes…',
    icon: <ScrollText aria-hidden="true" />,
    detail: 'The saved text, to be read and published',
    onSelect: () => router.push(`/w/${document.workspace}/reviews/new?agent=${document.id}`),
    apart: true,
  };

  const template: MenuAction = {
    label: 'Save as template…',
    icon: <LayoutTemplate aria-hidden="true" />,
    detail: 'The text on the screen, to begin new agents from',
    onSelect: () => setKeeping(true),
    apart: !document.canEdit,
  };
  const actions = [
    ...ways,
    ...(document.canPropose ? [proposal] : []),
    ...(document.canEdit ? [duplication] : []),
    ...(place && can(place.role, 'template:edit') ? [template] : []),
  ];

  return (
    <>
      <ActionMenu actions={actions}>
        Export <ChevronDown className="size-3.5" aria-hidden="true" />
      </ActionMenu>
      <OnceWanted wanted={isKeeping}>
        <SaveTemplateDialog
          open={isKeeping}
          onOpenChange={setKeeping}
          workspace={document.workspace}
          content={() => templateOf(store.getFile(), document.fileName)}
          createTemplate={createTemplate}
        />
      </OnceWanted>
      {warning && (
        <warning.Question
          kind={warning.kind}
          onClose={() => setWarning(null)}
          onGo={() => act[warning.kind]()}
        />
      )}
    </>
  );
}

function templateOf({ effective, text }: AgentFile, fileName: string | null) {
  return { title: effective.name ?? fileName ?? '', purpose: '', text };
}
