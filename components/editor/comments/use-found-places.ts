'use client';
/** Where do threads stand in the text as it is now? Looked for anew shortly after the text has changed. */

import { useEffect, useState } from 'react';

import { type Found, findPlace } from '@/lib/anchors';
import type { ThreadRow } from '@/lib/contract';

import type { TextStore } from '../text/text-store';

const AFTER_MS = 400;

export type Places = ReadonlyMap<string, Found>;

export function useFoundPlaces(store: TextStore, threads: readonly ThreadRow[]): Places {
  const [places, setPlaces] = useState<Places>(() => findAll(store, threads));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => setPlaces(findAll(store, threads));
    look();
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(look, AFTER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, threads]);
  return places;
}

function findAll(store: TextStore, threads: readonly ThreadRow[]): Places {
  const { text } = store.getFile();
  return new Map(
    threads.flatMap(({ threadId, place }) =>
      place.kind === 'text' ? [[threadId, findPlace(place, text)] as const] : [],
    ),
  );
}
