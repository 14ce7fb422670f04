'use client';
/** What becomes of files whose agents have a name that is taken? One answer for all; single ones can differ. */

import { Users } from 'lucide-react';

import { Select } from '@/components/ui/select';
import type { SameName } from '@/lib/contract';

import { SAME_NAME_WORDS } from './model/row-words';

export interface SameNameBarProps {
  count: number;
  value: SameName;
  onValueChange: (value: SameName) => void;
}

const OPTIONS = (Object.keys(SAME_NAME_WORDS) as SameName[]).map((value) => ({
  value,
  ...SAME_NAME_WORDS[value],
}));

export function SameNameBar({ count, value, onValueChange }: SameNameBarProps) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-attention-soft px-3 py-2">
      <Users className="size-4 shrink-0 text-attention" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-60">
        {count === 1 ? 'One file has a name' : `${count.toLocaleString('en-US')} files have a name`} that is
        taken: in one project Claude Code loads only one agent of a name.
      </p>
      <Select
        dense
        aria-label="What becomes of files with a name that is taken"
        options={OPTIONS}
        value={value}
        onValueChange={onValueChange}
        className="w-34! max-md:h-10!"
      />
    </div>
  );
}
