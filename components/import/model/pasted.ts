/** Is a pasted text meant as an agent, and what would its file be called? Pure. */

/** Front matter at the very beginning. */
export const looksLikeAgent = (text: string): boolean => /^\uFEFF?---[^\S\n]*\r?\n[\s\S]*?\n---/.test(text);

/**
 * The name of the file that a pasted text would be.
 *
 * @example fileNameOf('---\nname: code reviewer\n---\n') // 'code-reviewer.md'
 */
export function fileNameOf(text: string): string {
  const name = /^name:[^\S\n]*(.+)$/m.exec(text.slice(0, 4096))?.[1] ?? '';
  const stem = name
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${stem || 'pasted'}.md`;
}
