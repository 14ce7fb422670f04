'use client';
/** Which part of a good instruction shall be put in at the cursor? */

import { Plus } from 'lucide-react';
import { lazy } from 'react';

import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/once-wanted';
import { usePanelButton } from '@/components/ui/use-panel-button';

const load = () => import('./insert-panel');
const InsertPanel = lazy(async () => ({ default: (await load()).InsertPanel }));

export function InsertSection() {
  const { button, panel } = usePanelButton('menu', load);
  return (
    <>
      <Button size="dense" tone="quiet" icon={<Plus className="size-4" aria-hidden="true" />} {...button}>
        Insert
      </Button>
      <OnceWanted wanted={panel.open}>
        <InsertPanel {...panel} />
      </OnceWanted>
    </>
  );
}
