'use client';
/** Which field is set in all of them, and to what? */

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TagInput } from '@/components/ui/tag-input';
import { Textarea } from '@/components/ui/textarea';
import { FIELDS, type FieldRule, fieldRule } from '@/lib/agent-file';
import { TOOLS } from '@/lib/authority';
import { type FieldEdit, isList, isSettable, type SetFieldChange } from '@/lib/bulk';

const SETTABLE = FIELDS.filter(({ key }) => isSettable(key)).map(({ key, label, help }) => ({
  value: key,
  label,
  detail: help,
}));

const HOW: Record<FieldEdit, string> = {
  set: 'Set it to',
  add: 'Add to it',
  remove: 'Take out of it',
  unset: 'Remove the field',
};

export interface FieldFormProps {
  change: SetFieldChange;
  onChange: (change: SetFieldChange) => void;
}

export function FieldForm({ change, onChange }: FieldFormProps) {
  const { key, how } = change;
  const rule = fieldRule(key);
  const ways: FieldEdit[] = isList(key) ? ['set', 'add', 'remove', 'unset'] : ['set', 'unset'];
  return (
    <>
      <Field label="Field" help={rule?.help}>
        <Select
          options={SETTABLE}
          value={key as (typeof SETTABLE)[number]['value']}
          onValueChange={(next) =>
            onChange({ ...change, key: next, how: isList(next) ? 'add' : 'set', values: [] })
          }
        />
      </Field>
      <Field label="Change">
        <Select
          options={ways.map((value) => ({ value, label: HOW[value] }))}
          value={how}
          onValueChange={(next) => onChange({ ...change, how: next })}
        />
      </Field>
      {how !== 'unset' && rule && (
        <Field label={isList(key) ? 'Names' : 'Value'} help={rule.rule}>
          <Value rule={rule} change={change} onValues={(values) => onChange({ ...change, values })} />
        </Field>
      )}
    </>
  );
}

interface ValueProps {
  rule: FieldRule;
  change: SetFieldChange;
  onValues: (values: string[]) => void;
}

function Value({ rule, change: { key, values }, onValues }: ValueProps) {
  const [value = ''] = values;
  const put = (text: string) => onValues(text === '' ? [] : [text]);
  if (isList(key)) {
    const known = rule.kind === 'tools' ? TOOLS.map(({ name }) => name) : [];
    return (
      <TagInput values={values} onValuesChange={onValues} suggestions={known} placeholder="Type a name" />
    );
  }
  if (rule.kind === 'flag')
    return <Select options={YES_NO} value={value || null} onValueChange={put} placeholder="Choose" />;
  if (rule.kind === 'choice')
    return (
      <Select
        options={(rule.values ?? []).map((each) => ({ value: each, label: each }))}
        value={value || null}
        onValueChange={put}
        placeholder="Choose"
      />
    );
  if (rule.kind === 'long-text')
    return <Textarea value={value} onChange={(event) => put(event.target.value)} />;
  return (
    <>
      <Input
        mono
        value={value}
        list={rule.values && 'bulk-values'}
        inputMode={rule.kind === 'count' ? 'numeric' : undefined}
        onChange={(event) => put(event.target.value)}
      />
      {rule.values && (
        <datalist id="bulk-values">
          {rule.values.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}

const YES_NO = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];
