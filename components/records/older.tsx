'use client';
/** How does one see what is older? */

import { ListFoot, type ListFootProps } from '@/components/ui/list-foot';

export interface OlderProps {
  list: ListFootProps['list'];
  /** That a long stretch held nothing that the filter lets through: there may be more before it. */
  isSparse: boolean;
}

export function Older({ list, isSparse }: OlderProps) {
  const sparse = { more: 'Look further back', remark: 'Nothing of that among the last 100,000 events.' };
  return <ListFoot list={list} what="What is older" {...(isSparse ? sparse : { more: 'Older' })} />;
}
