/** How does a text of an agent leave the browser as a file? */

/** Has the browser save the text under this title. */
export function downloadText(title: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = `${title.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'agent'}.md`;
  link.click();
  URL.revokeObjectURL(address);
}
