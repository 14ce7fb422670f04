/** Which sign has each way to move agents? */

import { Archive, ArchiveRestore, ArchiveX, Trash2, Undo2 } from 'lucide-react';

import type { Move } from './list-commands';

const ICONS = {
  delete: Trash2,
  restore: Undo2,
  archive: Archive,
  unarchive: ArchiveRestore,
  purge: ArchiveX,
};

export function MoveIcon({ move, className }: { move: Move; className?: string }) {
  const Icon = ICONS[move];
  return <Icon aria-hidden="true" className={className} />;
}
