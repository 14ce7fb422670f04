'use client';
/** What does the file say, field by field? The form is a lens over the text: each change goes straight into it. */

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useEditor, useFront } from '../context';
import { AuthorityFields } from './authority-fields';
import { ColorField } from './color-field';
import { DescriptionField } from './description-field';
import { FileProblems } from './field-row';
import { NestedField } from './nested-field';
import { ChoiceField, ListField, LongTextField, OfferedField, TextField, UnknownKeys } from './simple-fields';
import { hasKey } from './values';

export function AgentForm() {
  const form = useSharedUndo();
  const file = useFront();
  const unknown = file.fields.filter((field) => !field.known).length;
  const isAdvanced = ['hooks', 'mcpServers', 'experimental'].some((key) => hasKey(file, key));
  return (
    <div ref={form} className="flex flex-col">
      <FileProblems />
      {file.frontMatter?.parse === 'failed' && (
        <p className="px-4 pt-3 text-soft">
          The fields below are empty because the YAML cannot be read. Mend it first; nothing in the file is
          lost.
        </p>
      )}
      <Section title="Identity">
        <TextField fieldKey="name" mono />
        <ColorField />
      </Section>
      <Section title="When to use">
        <DescriptionField />
      </Section>
      <Section title="Authority">
        <AuthorityFields />
      </Section>
      <Section title="Behaviour">
        <div className="grid grid-cols-2 gap-x-3 gap-y-4">
          <OfferedField fieldKey="model" placeholder="inherit" />
          <OfferedField fieldKey="effort" placeholder="as the session" />
          <ChoiceField fieldKey="memory" />
          <ChoiceField fieldKey="isolation" />
          <ChoiceField fieldKey="background" />
          <OfferedField fieldKey="maxTurns" placeholder="no limit" />
        </div>
        <ListField fieldKey="skills" placeholder="None" />
        <LongTextField fieldKey="initialPrompt" />
        <ChoiceField fieldKey="omitClaudeMd" />
      </Section>
      <FoldedSection title="Advanced" isOpen={isAdvanced} note="hooks, MCP servers, experimental">
        <NestedField
          fieldKey="hooks"
          example={
            'PostToolUse:\n  - matcher: Edit\n    hooks:\n      - type: command\n        command: npm run lint'
          }
        />
        <NestedField
          fieldKey="mcpServers"
          example={'- github\n- docs:\n    type: http\n    url: https://example.org/mcp'}
        />
        <NestedField fieldKey="experimental" example="cacheTtl: 1h" />
      </FoldedSection>
      {unknown > 0 && (
        <Section
          title="Everything else"
          note={`${unknown} ${unknown === 1 ? 'key' : 'keys'} that Claude Code does not read`}
        >
          <UnknownKeys />
        </Section>
      )}
    </div>
  );
}

interface SectionProps {
  title: string;
  note?: string;
  children: ReactNode;
}

function Section({ title, note, children }: SectionProps) {
  return (
    <section className="border-b border-line px-4 pt-4 pb-5 last:border-0">
      <div className="mb-3 flex items-baseline justify-between gap-2">
        <h2 className="text-heading">{title}</h2>
        {note && <span className="text-small text-soft">{note}</span>}
      </div>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** A section that starts closed unless it has something to show; what is in it is made when it opens. */
function FoldedSection({ title, note, isOpen, children }: SectionProps & { isOpen: boolean }) {
  const [wasOpened, setOpened] = useState(isOpen);
  return (
    <details
      open={isOpen || undefined}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
      className="group border-b border-line px-4 py-4 last:border-0"
    >
      <summary className="flex list-none items-center gap-1.5 rounded-sm">
        <ChevronRight
          className="size-4 text-soft transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
        <h2 className="text-heading">{title}</h2>
        <span className="ml-auto text-small text-soft">{note}</span>
      </summary>
      <div className="flex flex-col gap-4 pt-3">{(wasOpened || isOpen) && children}</div>
    </details>
  );
}

/** Undo and redo in any input of the form are those of the one history, not the browser's own. */
function useSharedUndo() {
  const { store } = useEditor();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const turn = (event: Event, isRedo: boolean) => {
      event.preventDefault();
      if (isRedo) store.redo();
      else if (store.held) store.held();
      else store.undo();
      store.held = null;
    };
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z') turn(event, event.shiftKey);
      else if (key === 'y' && !event.shiftKey) turn(event, true);
    };
    const before = (event: InputEvent) => {
      if (event.inputType === 'historyUndo') turn(event, false);
      if (event.inputType === 'historyRedo') turn(event, true);
    };
    element.addEventListener('keydown', press);
    element.addEventListener('beforeinput', before);
    return () => {
      element.removeEventListener('keydown', press);
      element.removeEventListener('beforeinput', before);
    };
  }, [store]);
  return form;
}
