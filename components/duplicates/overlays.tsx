'use client';
/** The windows over the page of duplicates, each loaded when it is wanted first. */

import { lazy } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';

import type { CreateMergeAction } from './merge-dialog';
import type { Apart } from './use-apart';
import type { useOverlay } from './use-overlay';

const PairDialog = lazy(async () => ({ default: (await import('./pair-dialog')).PairDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog')).MergeDialog }));
const ApartDialog = lazy(async () => ({ default: (await import('./apart-dialog')).ApartDialog }));

export interface OverlaysProps extends ReturnType<typeof useOverlay> {
  workspace: string;
  canMerge: boolean;
  canDismiss: boolean;
  maxSources: number;
  createMerge: CreateMergeAction;
  apart: Apart;
}

export function Overlays(props: OverlaysProps) {
  const { workspace, overlay, open, canMerge, canDismiss, maxSources, createMerge, apart } = props;
  return (
    <>
      <OnceWanted wanted={overlay?.kind === 'pair'}>
        <PairDialog
          workspace={workspace}
          request={overlay?.kind === 'pair' ? overlay.request : null}
          onClose={open.close}
          apart={canDismiss ? apart : undefined}
          onMerge={canMerge ? open.mergePair : undefined}
        />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'merge'}>
        <MergeDialog
          workspace={workspace}
          request={overlay?.kind === 'merge' ? overlay.request : null}
          maxSources={maxSources}
          createMerge={createMerge}
          onClose={open.close}
        />
      </OnceWanted>
      <OnceWanted wanted={overlay?.kind === 'apart'}>
        <ApartDialog
          cluster={overlay?.kind === 'apart' ? overlay.cluster : null}
          apart={apart}
          onClose={open.close}
        />
      </OnceWanted>
    </>
  );
}
