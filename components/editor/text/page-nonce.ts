/** Which nonce does this page's policy want? */

/**
 * Returns the nonce that the open document was served with. After a navigation in the browser the server has
 * made a new one, which the policy of the document, still the old one, does not know.
 */
export function pageNonce(fromServer: string | undefined): string | undefined {
  if (typeof window === 'undefined') return fromServer;
  return window.document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || fromServer;
}
