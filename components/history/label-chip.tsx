/** Which label stands here? `published` is the one that exports may follow. */

import { CircleCheckBig, Tag } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';
import { PUBLISHED } from './published';

export function LabelChip({ name, className }: { name: string; className?: string }) {
  const isPublished = name === PUBLISHED;
  const Icon = isPublished ? CircleCheckBig : Tag;
  return (
    <span
      className={classNames(
        'inline-flex max-w-60 items-center gap-1 rounded-sm px-1.5 text-small leading-5',
        isPublished ? 'bg-good-soft text-good' : 'bg-accent-soft text-accent',
        className,
      )}
    >
      <Icon className="size-3 shrink-0" aria-hidden="true" />
      <span className="truncate">{name}</span>
    </span>
  );
}
