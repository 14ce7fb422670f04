'use client';
/** What is shown at the address of a version that is not there? Which one was asked for, and where to find those that are. */

import { usePathname } from 'next/navigation';

import { PageMessage } from '@/components/shell/page-message';
import { ButtonLink } from '@/components/ui/button';

import { historyPath } from './paths';

/** `compare` is the page of two versions, whose numbers or labels stand behind the path. */
export function NoVersion({ compare = false }: { compare?: boolean }) {
  const [, , workspace = '', , id = '', , asked = ''] = usePathname().split('/');
  const agent = { workspace, id };
  return (
    <PageMessage
      title={compare ? 'One of these versions is not there' : titleOf(asked)}
      actions={
        <>
          <ButtonLink href={historyPath(agent)} prefetch={false} tone="primary">
            Show the versions
          </ButtonLink>
          {compare && (
            <ButtonLink href={`${historyPath(agent)}/compare`} prefetch={false}>
              Compare the last two
            </ButtonLink>
          )}
        </>
      }
    >
      {compare ? WORDS.compare : isNumber(asked) ? WORDS.number : WORDS.label}
    </PageMessage>
  );
}

const WORDS = {
  number:
    'The agent has not so many versions, or the address was not copied whole. The history lists all that there are.',
  label:
    'A label is put on a version in the history, by the menu of the version; this address then leads to it. Perhaps it was taken off again.',
  compare:
    'The agent has no version with this number, or none that carries this label. The history lists all that there are.',
};

const isNumber = (asked: string): boolean => /^v?\d+$/.test(asked);

function titleOf(asked: string): string {
  const name = nameOf(asked);
  return isNumber(name)
    ? `There is no version ${name.replace(/^v/, '')}`
    : `No version carries the label “${name}”`;
}

function nameOf(asked: string): string {
  try {
    return decodeURIComponent(asked);
  } catch {
    return asked;
  }
}
