'use client';
/** What can be done with the list as a whole? */

import { Download, Ellipsis, Layers, Plus, TextSearch } from 'lucide-react';

import type { ImportWay } from '@/components/import/import-door';
import { ImportMenu } from '@/components/import/import-menu';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { ActionMenu } from '@/components/ui/action-menu';
import { Button, ButtonLink } from '@/components/ui/button';
import { LIST_KEYS } from '@/lib/client/shortcuts/list';

export interface ListActionsProps {
  /** Null for those who may not write. */
  newHref: string | null;
  /** What is shown is not the whole workspace. */
  filtered: boolean;
  empty: boolean;
  onExport: () => void;
  onImport: ((way: ImportWay) => void) | null;
  /** Opens find and replace over all that match; null for those who may not. */
  onReplace: (() => void) | null;
  onChanges: () => void;
}

export function ListActions(props: ListActionsProps) {
  const { newHref, filtered, empty, onExport, onImport, onReplace, onChanges } = props;
  useShortcuts(LIST_KEYS, {
    export: filtered || empty ? undefined : onExport,
    import: onImport ? () => onImport('files') : undefined,
  });
  return (
    <>
      <Button
        icon={<Download className="size-4" />}
        onClick={onExport}
        disabled={filtered || empty}
        title={filtered ? 'Exports the whole workspace: clear the filters, or select agents' : undefined}
      >
        Export
      </Button>
      <ActionMenu
        aria-label="More"
        icon={<Ellipsis className="size-4" />}
        actions={[
          ...(onReplace && !empty
            ? [{ label: 'Find and replace…', icon: <TextSearch />, onSelect: onReplace }]
            : []),
          { label: 'Changes of many', icon: <Layers />, onSelect: onChanges },
        ]}
      />
      {onImport && <ImportMenu onOpen={onImport} />}
      {newHref && (
        <ButtonLink tone="primary" icon={<Plus className="size-4" />} href={newHref}>
          New agent
        </ButtonLink>
      )}
    </>
  );
}
