'use client';
/** What can be done now? Stop while it runs, import what is chosen, take the results along. */

import { Download } from 'lucide-react';
import type { RefObject } from 'react';

import { ActionMenu } from '@/components/ui/action-menu';
import { Button } from '@/components/ui/button';
import { formatMany } from '@/components/ui/numbers';

import { countToWrite } from './dialog-words';
import { canTryAgain, type ImportSession, type ImportState } from './model/import-session';
import { resultsAsCsv, resultsAsJson } from './model/results';

export interface ImportFooterProps {
  session: ImportSession;
  state: ImportState;
  /** Keeps the focus from stage to stage. */
  primary: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export function ImportFooter({ session, state, primary, onClose }: ImportFooterProps) {
  const { stage, rows } = state;
  const chosen = countToWrite(state);
  const isBusy = stage === 'reading' || stage === 'writing';
  const stop = { label: 'Stop', run: session.stop, disabled: false };
  const main = {
    reading: stop,
    preview: {
      label: `Import ${formatMany(chosen, 'agent')}`,
      run: () => void session.write(),
      disabled: chosen === 0,
    },
    writing: stop,
    done: { label: 'Done', run: onClose, disabled: false },
  }[stage];
  return (
    <>
      {!isBusy && rows.length > 0 && <Results rows={rows} />}
      {stage === 'preview' && <Button onClick={onClose}>Cancel</Button>}
      {stage === 'done' && canTryAgain(state) && (
        <Button onClick={() => void session.write()}>Import the rest</Button>
      )}
      {/* One button throughout, so that the focus stays on it from stage to stage. */}
      <Button ref={primary} tone={isBusy ? 'plain' : 'primary'} disabled={main.disabled} onClick={main.run}>
        {main.label}
      </Button>
    </>
  );
}

function Results({ rows }: { rows: ImportState['rows'] }) {
  return (
    <ActionMenu
      className="mr-auto"
      icon={<Download className="size-4" />}
      actions={[
        {
          label: 'As CSV',
          detail: 'For a spreadsheet',
          onSelect: () => saveFile('import-results.csv', 'text/csv', resultsAsCsv(rows)),
        },
        {
          label: 'As JSON',
          onSelect: () => saveFile('import-results.json', 'application/json', resultsAsJson(rows)),
        },
      ]}
    >
      Download results
    </ActionMenu>
  );
}

/** Has the browser save a text as a file. */
function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
