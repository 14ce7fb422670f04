/** What happened, in a sentence that leads to what it is about? */

import Link from 'next/link';

import type { ActivityRow } from '@/lib/contract';

export interface SentenceProps {
  workspace: string;
  said: ActivityRow['said'];
}

export function Sentence({ workspace, said }: SentenceProps) {
  return (
    <span className="wrap-anywhere">
      {said.map(({ text, path }, at) =>
        path ? (
          <Link
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
            key={at}
            href={`/w/${workspace}/${path}`}
            prefetch={false}
            className="rounded-sm font-mono text-code text-accent [unicode-bidi:isolate] hover:underline"
          >
            {text}
          </Link>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={at}>{text}</span>
        ),
      )}
    </span>
  );
}
