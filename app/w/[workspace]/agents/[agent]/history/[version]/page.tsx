/** One version of an agent, by its number or by a label that it carries. */

import type { Metadata } from 'next';

import { VersionPage } from '@/components/history/version/version-page';
import { requireVersion } from '@/lib/server/reads/history';

import { putLabel, removeLabel, restoreVersion } from '../../../../actions';

interface Props {
  params: Promise<{ workspace: string; agent: string; version: string }>;
  searchParams: Promise<{ lines?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, agent, version } = await params;
  const { agent: of, version: shown } = await requireVersion(workspace, agent, version);
  return { title: `${of.title} v${shown.number}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { workspace, agent, version } = await params;
  const document = await requireVersion(workspace, agent, version);
  return (
    <VersionPage
      key={document.version.versionId}
      document={document}
      blamed={(await searchParams).lines === 'who'}
      restoreVersion={restoreVersion}
      putLabel={putLabel}
      removeLabel={removeLabel}
    />
  );
}
