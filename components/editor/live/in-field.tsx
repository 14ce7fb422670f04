'use client';
/** Who else is in this field of the form? An outline in their colour, and their names beside the label. */

import { type CSSProperties, type ReactNode, useSyncExternalStore } from 'react';

import { useEditor } from '../context';
import { peerHues } from './peer-hues';

export interface InField {
  /** For an element around the field. */
  style: CSSProperties;
  className: string;
  names: ReactNode;
}

/** Returns how to show who is in the field; null while nobody else is. Renders again only when that changes. */
export function useInField(fieldKey: string): InField | null {
  const { live } = useEditor();
  const read = () => {
    const { peers } = live.getState();
    const here = peers.filter(({ place }) => place.field === fieldKey);
    if (!here[0]) return '';
    const { hue, ink } = peerHues(peers)(here[0].userId);
    return `${hue} ${ink} ${here.map(({ name }) => name).join(', ')}`;
  };
  const said = useSyncExternalStore(live.subscribe, read, () => '');
  if (said === '') return null;
  const [hue, ink] = said.split(' ');
  return {
    style: { '--peer-hue': hue, '--peer-ink': ink } as CSSProperties,
    className: 'rounded-sm outline-2 outline-offset-4 outline-(--peer-hue)',
    names: (
      <span className="rounded-sm bg-(--peer-hue) px-1 font-medium text-(--peer-ink)">
        <span className="sr-only">Here now: </span>
        {said.slice(`${hue} ${ink} `.length)}
      </span>
    ),
  };
}
