/** Which parts does a good instruction have, for those who do not want to start from nothing? */

export interface Section {
  title: string;
  /** What the part is for, in one line. */
  purpose: string;
  markdown: string;
}

export const SECTIONS: readonly Section[] = [
  {
    title: 'Role',
    purpose: 'Who it is, and what it answers for',
    markdown:
      'You are a [role] for [kind of project]. You answer for [result], and you leave [what is not yours] to others.',
  },
  {
    title: 'When invoked',
    purpose: 'The first steps, in order',
    markdown:
      '## When invoked\n\n1. Read the request and the files it names.\n2. Say in one sentence what you are going to do.\n3. Do the smallest thing that fulfils the request.\n4. Check the result before you report it.',
  },
  {
    title: 'Checklist',
    purpose: 'What must be true before it is done',
    markdown:
      '## Checklist\n\n- [ ] Every part of the request is answered.\n- [ ] The tests that concern the change pass.\n- [ ] Nothing else changed.',
  },
  {
    title: 'Output format',
    purpose: 'What the answer looks like',
    markdown:
      '## Output format\n\nAnswer in this order:\n\n- **Summary**: one or two sentences.\n- **Findings**: a list, the most serious first, each with file and line.\n- **Next step**: one action.',
  },
  {
    title: 'Boundaries',
    purpose: 'What it must not do, and when it must ask',
    markdown:
      '## Boundaries\n\n- Do not change files outside [folder].\n- Do not add dependencies.\n- Ask before you delete anything or change a public interface.',
  },
];

/** Returns the section with the empty lines that it needs between the text before and after the insertion. */
export function spaced(markdown: string, before: string, after: string): string {
  const trimmed = before.replace(/[ \t\r]+$/gm, '');
  const above =
    trimmed.trim() === '' || trimmed.endsWith('\n\n') ? '' : trimmed.endsWith('\n') ? '\n' : '\n\n';
  const next = after.replace(/\r/g, '');
  const below =
    next.trim() === '' ? '\n' : next.startsWith('\n\n') ? '' : next.startsWith('\n') ? '\n' : '\n\n';
  return `${above}${markdown}${below}`;
}
