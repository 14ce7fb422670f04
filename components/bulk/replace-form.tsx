'use client';
/** What is found, where, and what takes its place? */

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { FIELDS } from '@/lib/agent-file';
import { isReplaceable, type ReplaceChange } from '@/lib/bulk';

const SCOPES = [
  { value: 'file', label: 'Whole file' },
  { value: 'body', label: 'Body' },
  ...FIELDS.filter(({ key }) => isReplaceable(key)).map(({ key, label }) => ({
    value: key as string,
    label,
  })),
];

export interface ReplaceFormProps {
  change: ReplaceChange;
  /** What is wrong with what is to be found. */
  fault: string | null;
  onChange: (change: ReplaceChange) => void;
}

export function ReplaceForm({ change, fault, onChange }: ReplaceFormProps) {
  const { find, insert, isPattern, matchCase, wholeWord, scope } = change;
  const put = (some: Partial<ReplaceChange>) => onChange({ ...change, ...some });
  return (
    <>
      <Field label="Find" problem={find === '' ? undefined : fault}>
        <Input mono value={find} spellCheck={false} onChange={(event) => put({ find: event.target.value })} />
      </Field>
      <div className="flex flex-col gap-2">
        <Checkbox
          label="Match case"
          checked={matchCase}
          onChange={(event) => put({ matchCase: event.target.checked })}
        />
        <Checkbox
          label="Whole words"
          checked={wholeWord}
          onChange={(event) => put({ wholeWord: event.target.checked })}
        />
        <Checkbox
          label="Regular expression"
          checked={isPattern}
          onChange={(event) => put({ isPattern: event.target.checked })}
        />
      </div>
      <Field
        label="Replace by"
        help={isPattern ? '$1 is what the first group found, $& all of it.' : 'Nothing takes it out.'}
      >
        <Input
          mono
          value={insert}
          spellCheck={false}
          onChange={(event) => put({ insert: event.target.value })}
        />
      </Field>
      <Field label="Look in">
        <Select options={SCOPES} value={scope} onValueChange={(value) => put({ scope: value })} />
      </Field>
    </>
  );
}
