/** How does a text get out of the editor when nothing else works? */

import { showToast } from '@/components/ui/toaster';

/** Copies the text, and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: 'The unsaved text is in the clipboard.', tone: 'good' });
  } catch {
    showToast({
      text: 'The browser did not allow copying. Select the text and copy it by hand.',
      tone: 'bad',
    });
  }
}
