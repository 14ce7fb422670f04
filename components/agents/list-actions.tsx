/** What can be done with the list as a whole? */

import { Download, Plus, Upload } from 'lucide-react';

import { Button, ButtonLink } from '@/components/ui/button';

export interface ListActionsProps {
  /** Null for those who may not write. */
  newHref: string | null;
  searching: boolean;
  empty: boolean;
  onExport: () => void;
  onImport: (() => void) | null;
}

export function ListActions({ newHref, searching, empty, onExport, onImport }: ListActionsProps) {
  return (
    <>
      <Button
        icon={<Download className="size-4" />}
        onClick={onExport}
        disabled={searching || empty}
        title={searching ? 'Exports the whole workspace: clear the search, or select agents' : undefined}
      >
        Export
      </Button>
      {onImport && (
        <Button icon={<Upload className="size-4" />} onClick={onImport}>
          Import
        </Button>
      )}
      {newHref && (
        <ButtonLink tone="primary" icon={<Plus className="size-4" />} href={newHref}>
          New agent
        </ButtonLink>
      )}
    </>
  );
}
