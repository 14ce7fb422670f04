'use client';
/** What is a new agent called, and what is to be known of pasted text before it becomes one? */

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/status';
import { accepts, readAgentFile } from '@/lib/agent-file';

export interface NameFieldProps {
  name: string;
  /** The name that the agent will have; another than `name` while that is empty. */
  wanted: string;
  /** A name that is free. */
  offered: string;
  takenNames: readonly string[];
  onName: (name: string) => void;
}

export function NameField({ name, wanted, offered, takenNames, onName }: NameFieldProps) {
  const refusal = accepts('name', wanted);
  const clash = takenNames.includes(wanted)
    ? 'Another agent here has this name: in one project Claude Code loads only one of them.'
    : undefined;
  return (
    <Field
      label="Name"
      help="What the agent is called. Lower case with hyphens is best; it can be changed later."
      problem={refusal?.message ?? clash}
      problemTone={refusal ? 'bad' : 'attention'}
    >
      <Input
        mono
        value={name}
        placeholder={offered}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onName(event.target.value)}
      />
    </Field>
  );
}

export function PastedFile({ text, takenNames }: { text: string; takenNames: readonly string[] }) {
  const { effective, verdict } = readAgentFile(text);
  if (!verdict.loads) {
    return (
      <Notice tone="attention">
        Claude Code would not load this file: {verdict.reasons[0]?.message} You can create it and mend it in
        the editor.
      </Notice>
    );
  }
  const isTaken = effective.name !== null && takenNames.includes(effective.name);
  return (
    <Notice tone={isTaken ? 'attention' : 'good'}>
      <span className="font-mono">{effective.name}</span>{' '}
      {isTaken
        ? 'is the name of another agent here: in one project Claude Code loads only one of them.'
        : 'loads in Claude Code.'}
    </Notice>
  );
}
