'use client';
/** How are text, choices, numbers, lists and switches filled in? One component for each kind of the field table. */

import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { Textarea } from '@/components/ui/textarea';
import { type FieldKey, fieldRule } from '@/lib/agent-file';

import { useEditor, useFront } from '../context';
import { FieldRow } from './field-row';
import { useDraft } from './use-draft';
import { choiceChange, listChange, textAt, textChange } from './values';

export function TextField({ fieldKey, mono }: { fieldKey: FieldKey; mono?: boolean }) {
  const { store, readOnly } = useEditor();
  useFront();
  const required = fieldRule(fieldKey)?.required ?? false;
  const draft = useDraft(
    () => textAt(store.getFile(), fieldKey),
    (text) => store.edit(textChange(fieldKey, text, required)),
  );
  return (
    <FieldRow fieldKey={fieldKey} refusal={draft.refusal}>
      <Input
        mono={mono}
        readOnly={readOnly}
        value={draft.text}
        spellCheck={!mono}
        autoComplete="off"
        onChange={(event) => draft.change(event.target.value)}
      />
    </FieldRow>
  );
}

export function LongTextField({ fieldKey }: { fieldKey: FieldKey }) {
  const { store, readOnly } = useEditor();
  useFront();
  const draft = useDraft(
    () => textAt(store.getFile(), fieldKey),
    (text) => store.edit(textChange(fieldKey, text, false)),
  );
  return (
    <FieldRow fieldKey={fieldKey} refusal={draft.refusal}>
      <Textarea
        rows={2}
        readOnly={readOnly}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
      />
    </FieldRow>
  );
}

/** A text or a number, with the usual values offered: a model, an effort, a count. */
export function OfferedField({ fieldKey, placeholder }: { fieldKey: FieldKey; placeholder?: string }) {
  const { store, readOnly } = useEditor();
  useFront();
  const draft = useDraft(
    () => textAt(store.getFile(), fieldKey),
    (text) => store.edit(choiceChange(fieldKey, text)),
  );
  const values = fieldRule(fieldKey)?.values;
  const isNumber = fieldRule(fieldKey)?.kind === 'count';
  return (
    <FieldRow fieldKey={fieldKey} refusal={draft.refusal}>
      <Input
        readOnly={readOnly}
        value={draft.text}
        placeholder={placeholder}
        inputMode={isNumber ? 'numeric' : undefined}
        autoComplete="off"
        list={values && `values-${fieldKey}`}
        onChange={(event) => draft.change(event.target.value)}
      />
      {values && (
        <datalist id={`values-${fieldKey}`}>
          {values.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </FieldRow>
  );
}

const LEFT_OUT = '(left out)';

/** One of a few values, or left out. A value that is none of them is shown, so that nothing is hidden. */
export function ChoiceField({
  fieldKey,
  details = {},
}: {
  fieldKey: FieldKey;
  details?: Record<string, string>;
}) {
  const { store, readOnly } = useEditor();
  useFront();
  const rule = fieldRule(fieldKey);
  const values = rule?.kind === 'flag' ? ['true', 'false'] : (rule?.values ?? []);
  const present = textAt(store.getFile(), fieldKey);
  const options = [
    { value: LEFT_OUT, label: 'Left out', detail: details[''] },
    ...values.map((value) => ({ value, label: WORDS[value] ?? value, detail: details[value] })),
  ];
  if (present !== '' && !values.includes(present)) {
    options.push({ value: present, label: `${present} (not a value)`, detail: 'Claude Code ignores it.' });
  }
  return (
    <FieldRow fieldKey={fieldKey}>
      <Select
        options={options}
        value={present === '' ? LEFT_OUT : present}
        disabled={readOnly}
        onValueChange={(value) => store.edit(choiceChange(fieldKey, value === LEFT_OUT ? '' : value))}
      />
    </FieldRow>
  );
}

const WORDS: Record<string, string> = { true: 'Yes', false: 'No' };

export function ListField({ fieldKey, placeholder }: { fieldKey: 'skills'; placeholder: string }) {
  const { store, readOnly } = useEditor();
  useFront();
  return (
    <FieldRow fieldKey={fieldKey}>
      <TagInput
        values={store.getFile().effective[fieldKey]}
        placeholder={placeholder}
        disabled={readOnly}
        onValuesChange={(values) => store.edit(listChange(fieldKey, values))}
      />
    </FieldRow>
  );
}

/** Keys that Claude Code does not read: kept as they are, or removed. */
export function UnknownKeys() {
  const { store, readOnly, reveal } = useEditor();
  const file = useFront();
  const unknown = file.fields.filter((field) => !field.known);
  if (unknown.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {unknown.map((field) => (
        <li key={`${field.key}-${field.entry.from}`} className="border-b border-line py-2 last:border-0">
          <FieldRow
            fieldKey={field.key}
            as="group"
            label={<span className="font-mono text-code">{field.key}</span>}
            aside={
              <span className="-my-1 flex">
                <Button
                  size="dense"
                  tone="quiet"
                  aria-label={`Show ${field.key} in the source`}
                  onClick={() => reveal(field.entry.from)}
                >
                  Show
                </Button>
                {!readOnly && (
                  <Button
                    size="dense"
                    tone="quiet"
                    aria-label={`Remove ${field.key}`}
                    onClick={() => store.edit({ kind: 'unset', key: field.key })}
                  >
                    Remove
                  </Button>
                )}
              </span>
            }
          >
            <code className="line-clamp-2 font-mono text-code break-words whitespace-pre-wrap text-soft">
              {field.value ? file.text.slice(field.value.from, field.value.to) : 'empty'}
            </code>
          </FieldRow>
        </li>
      ))}
    </ul>
  );
}
