'use client';
/** Which values does a field of the filter offer, and how many agents have each? */

import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { FacetField, FacetValue } from '@/lib/contract';

import { type AgentView, without } from './agent-filter';
import { facetKey, facetUrl } from './agents-key';
import { requestJson } from './request';

/** The values under the other fields, so that choosing one of them changes none of the counts. */
export function useFacet(workspace: string, view: AgentView, field: FacetField, wanted: boolean) {
  const others: AgentView = { filter: without(view.filter, field), sort: 'name' };
  return useQuery({
    queryKey: facetKey(workspace, others, field),
    queryFn: ({ signal }) => requestJson<FacetValue[]>(facetUrl(workspace, others, field), { signal }),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
}
