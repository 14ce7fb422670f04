'use client';
/** From which text does a new agent begin? Starters of ours and templates of the workspace, each to be read before. */

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';

import { classNames } from '@/components/ui/class-names';
import { RetryNotice } from '@/components/ui/retry-notice';
import { requestJson } from '@/lib/client/request';
import type { TemplateContent, TemplateRow } from '@/lib/contract';
import { STARTERS } from '@/lib/starters';

export interface StartPickerProps {
  templates: readonly TemplateRow[];
  chosen: string;
  onChoose: (id: string) => void;
  /** The text of what is chosen, null while it is fetched. */
  text: string | null;
  error: Error | null;
  onRetry: () => void;
}

export function StartPicker({ templates, chosen, onChoose, text, error, onRetry }: StartPickerProps) {
  return (
    <div className="grid gap-4 md:grid-cols-[17rem_1fr]">
      <div className="flex flex-col gap-4 md:max-h-[58dvh] md:overflow-y-auto md:p-1">
        <Choices legend="Starters" choices={STARTERS} chosen={chosen} onChoose={onChoose} />
        {templates.length > 0 && (
          <Choices
            legend="Templates of this workspace"
            choices={templates}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </div>
      <section aria-label="Text of the choice" className="flex min-w-0 flex-col">
        {error ? (
          <RetryNotice onRetry={onRetry}>The template could not be fetched. {error.message}</RetryNotice>
        ) : (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
            tabIndex={0}
            className="max-h-[58dvh] min-h-40 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-code break-words whitespace-pre-wrap max-md:max-h-72"
          >
            {text ?? ''}
          </pre>
        )}
      </section>
    </div>
  );
}

interface ChoicesProps {
  legend: string;
  choices: readonly { id: string; title: string; purpose: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

function Choices({ legend, choices, chosen, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small text-soft">{legend}</legend>
      <div className="flex flex-col gap-1">
        {choices.map(({ id, title, purpose }) => (
          <label
            key={id}
            className={classNames(
              'flex cursor-pointer flex-col rounded-md border px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              id === chosen ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <span className="font-medium break-words">{title}</span>
            <span className="text-small text-soft">{purpose}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Returns the text of a starter at once, and that of a template when it is there. */
export function useStart(workspace: string, id: string) {
  const starter = STARTERS.find((each) => each.id === id);
  const template = useQuery({
    queryKey: ['template', workspace, id],
    queryFn: ({ signal }) => requestJson<TemplateContent>(`/api/w/${workspace}/templates/${id}`, { signal }),
    enabled: !starter && id !== '',
  });
  return {
    text: starter?.text ?? template.data?.text ?? null,
    error: starter ? null : template.error,
    retry: () => void template.refetch(),
  };
}
