'use client';
/** How are nested values, such as hooks, written? As YAML, in a small editor that points at the line that is wrong. */

import { lazy, Suspense } from 'react';

import { type FieldKey, fieldSource } from '@/lib/agent-file';

import { useEditor, useFront } from '../context';
import { FieldRow } from './field-row';
import { useDraft } from './use-draft';

const YamlBox = lazy(() => import('./yaml-box').then(({ YamlBox }) => ({ default: YamlBox })));

export function NestedField({ fieldKey, example }: { fieldKey: FieldKey; example: string }) {
  const { store, readOnly } = useEditor();
  useFront();
  const draft = useDraft(
    () => fieldSource(store.getFile().text, fieldKey),
    (text) =>
      store.edit(
        text.trim() === ''
          ? { kind: 'unset', key: fieldKey }
          : { kind: 'set-source', key: fieldKey, yaml: text },
      ),
  );
  return (
    <FieldRow fieldKey={fieldKey} as="group" refusal={draft.refusal}>
      <Suspense fallback={<div className="h-16 rounded-md border border-line bg-sunken" />}>
        <YamlBox
          key={String(readOnly)}
          label={fieldKey}
          text={draft.text}
          example={example}
          readOnly={readOnly}
          onChange={draft.change}
        />
      </Suspense>
    </FieldRow>
  );
}
