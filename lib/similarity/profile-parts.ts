/** Which parts of an agent say what it is for? */

import type { AgentFile } from '@/lib/agent-file';
import { splitDescription } from '@/lib/units';

/** The texts that a profile is made of; `code` is what stands in fenced blocks. */
export interface ProfileTexts {
  name: string;
  description: string;
  opening: string;
  headings: string;
  prose: string;
  code: string;
}

/** How much of the prose still counts as the opening, in characters; two or three sentences. */
const OPENING_LENGTH = 320;

/** Takes an agent file apart. One that does not load, or has no front matter, gives what can be read of it. */
export function readProfileTexts({ text, effective, body }: AgentFile): ProfileTexts {
  return {
    name: effective.name ?? '',
    description: withoutExamples(effective.description ?? ''),
    ...readBody(text.slice(body.from, body.to)),
  };
}

/** A sentence such as "Examples:" announces what is left out. */
function withoutExamples(description: string): string {
  return splitDescription(description)
    .filter((unit) => unit.kind === 'trigger' && !/^\p{L}{4,10}:$/u.test(unit.text))
    .map((unit) => unit.text)
    .join('\n');
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const BLANK = /^[\s\p{P}\p{S}]*$/u;

function readBody(body: string): Pick<ProfileTexts, 'opening' | 'headings' | 'prose' | 'code'> {
  const prose: string[] = [];
  const headings: string[] = [];
  const code: string[] = [];
  const opening: string[] = [];
  let fence: string | null = null;
  let left = OPENING_LENGTH;
  for (const line of body.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && BLANK.test(line)) fence = null;
      else code.push(line);
      continue;
    }
    if (mark) {
      fence = mark;
      code.push(line);
      continue;
    }
    prose.push(line);
    if (HEADING.test(line)) headings.push(line);
    else if (left > 0 && !BLANK.test(line)) {
      opening.push(line.slice(0, left));
      left -= line.length;
    }
  }
  const join = (lines: string[]) => lines.join('\n');
  return { opening: join(opening), headings: join(headings), prose: join(prose), code: join(code) };
}
