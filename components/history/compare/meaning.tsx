/** What does the change mean? In sentences, what the agent may do first. */

import { CircleAlert, CircleCheck, Dot, ShieldAlert, ShieldCheck } from 'lucide-react';

import type { AuthorityDifference, Sentence, SentenceTone } from '@/lib/compare';

const LOOKS: Record<SentenceTone, { Icon: typeof Dot; text: string }> = {
  widens: { Icon: ShieldAlert, text: 'text-attention' },
  narrows: { Icon: ShieldCheck, text: 'text-good' },
  good: { Icon: CircleCheck, text: 'text-good' },
  bad: { Icon: CircleAlert, text: 'text-bad' },
  plain: { Icon: Dot, text: 'text-soft' },
};

export interface MeaningProps {
  sentences: readonly Sentence[];
  authority: AuthorityDifference;
}

export function Meaning({ sentences, authority }: MeaningProps) {
  return (
    <ul aria-label="What it means" className="flex flex-col gap-1 text-prose">
      {sentences.map(({ words, tone, code }) => {
        const { Icon, text } = LOOKS[tone];
        return (
          <li key={words} className="flex gap-2">
            <Icon className={`mt-0.75 size-4 shrink-0 ${text}`} aria-hidden="true" />
            <div className="min-w-0 wrap-anywhere">
              <span className={tone === 'plain' ? '' : 'font-medium'}>{words}</span>
              {code === 'gains' && <Details authority={authority} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What exactly it gains, where the sentence does not say all. */
function Details({ authority: { widenings } }: Pick<MeaningProps, 'authority'>) {
  const detailed = widenings.filter(({ detail }) => detail !== null);
  if (detailed.length === 0) return null;
  return (
    <ul className="mt-0.5 flex flex-col gap-0.5 text-ui text-soft">
      {detailed.map(({ key, words, detail }) => (
        <li key={key} className="wrap-anywhere">
          {words.replace(/^gains /, '')}: <span className="font-mono text-code">{detail}</span>
        </li>
      ))}
    </ul>
  );
}
