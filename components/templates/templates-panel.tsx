'use client';
/** Which templates has the workspace, and what is done with them? */

import { LayoutTemplate } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { TimeAgo } from '@/lib/client/now';
import { useAction } from '@/lib/client/use-action';
import type {
  Action,
  ChangeTemplateInput,
  CreateTemplateInput,
  DeleteTemplateInput,
  TemplateContent,
  TemplateRow,
} from '@/lib/contract';

import { TemplateWords } from './template-dialog';

export interface TemplatesPanelProps {
  workspace: string;
  templates: readonly TemplateRow[];
  canEdit: boolean;
  canCreateAgents: boolean;
  createTemplate: Action<CreateTemplateInput, unknown>;
  changeTemplate: Action<ChangeTemplateInput, unknown>;
  deleteTemplate: Action<DeleteTemplateInput, TemplateContent>;
}

export function TemplatesPanel(props: TemplatesPanelProps) {
  const { workspace, templates } = props;
  const router = useRouter();
  const [renaming, setRenaming] = useState<TemplateRow | null>(null);
  const refresh = () => router.refresh();
  const changing = useAction(props.changeTemplate, () => {
    setRenaming(null);
    refresh();
  });
  const restoring = useAction(props.createTemplate, refresh);
  const deleting = useAction(props.deleteTemplate, (content) => {
    refresh();
    const undo = () => restoring.run({ workspace, ...content });
    showToast({ text: `“${content.title}” was deleted`, action: { label: 'Undo', run: undo } });
  });
  const error = deleting.error ?? restoring.error;

  if (templates.length === 0) {
    return (
      <p className="text-soft">
        None yet. “Save as template” in the Export menu of an agent makes one, for others to begin from.
      </p>
    );
  }
  return (
    <>
      {error && (
        <div className="mb-3">
          <Notice tone="bad">{error.message}</Notice>
        </div>
      )}
      <ul aria-label="Templates" className="flex flex-col">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5 first:border-t-0"
          >
            <LayoutTemplate className="size-4 shrink-0 text-soft" aria-hidden="true" />
            <div className="min-w-40 flex-1">
              <p className="font-medium break-words">{template.title}</p>
              <p className="text-small text-soft">
                {template.purpose} · {template.createdBy}, <TimeAgo time={template.createdAt} />
              </p>
            </div>
            <span className="flex flex-wrap gap-2">
              {props.canCreateAgents && (
                <ButtonLink size="dense" href={`/w/${workspace}/agents/new?template=${template.id}`}>
                  Use
                </ButtonLink>
              )}
              {props.canEdit && (
                <>
                  <Button
                    size="dense"
                    aria-label={`Rename ${template.title}`}
                    onClick={() => setRenaming(template)}
                  >
                    Rename
                  </Button>
                  <Button
                    size="dense"
                    tone="danger"
                    aria-label={`Delete ${template.title}`}
                    onClick={() => deleting.run({ workspace, templateId: template.id })}
                  >
                    Delete
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <TemplateWords
        key={renaming?.id}
        open={renaming !== null}
        onOpenChange={(open) => !open && setRenaming(null)}
        title="Rename the template"
        words={renaming ?? { title: '', purpose: '' }}
        saving={changing}
        onSave={(words) => renaming && changing.run({ workspace, templateId: renaming.id, ...words })}
      />
    </>
  );
}
