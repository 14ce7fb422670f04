/** Has a text become more than text? Hears scripts that ran, requests that left, and elements that no page of ours has. */

import type { BrowserContext } from '@playwright/test';

/** What was heard in all pages of one browser, in words. */
export class Alarm {
  readonly heard: string[] = [];

  /** Listens in every page that the context opens from now on. */
  static async in(context: BrowserContext, origin: string): Promise<Alarm> {
    const alarm = new Alarm();
    const note = (words: string) => alarm.heard.push(words);
    await context.exposeFunction('__ran', (number: number) => note(`${number} ran`));
    await context.exposeFunction('__seen', note);
    await context.addInitScript(watch, origin);
    context.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (/^(?:https?|wss?|ftp):$/.test(protocol) && asked !== origin) note(`asked ${request.url()}`);
    });
    context.on('dialog', (dialog) => {
      // Leaving with unsaved work asks, and is to.
      if (dialog.type() !== 'beforeunload') note(`a dialog says ${dialog.message()}`);
      void dialog.accept();
    });
    return alarm;
  }
}

/** Runs in the page, before anything of it. */
function watch(origin: string): void {
  const FOREIGN =
    'iframe, frame, frameset, object, embed, applet, portal, base, marquee, math, foreignObject, image, use, animate, set, ' +
    'xmp, plaintext, noembed, isindex, picture, video, audio, track, source, form[action^="http"], meta[http-equiv], ' +
    'xss-card, [id^="clobbered"], [name^="clobbered"], [srcset], [ping], [background], [srcdoc], [formaction], [contenteditable][autofocus]';
  const ADDRESSES = new Set(['href', 'src', 'action', 'data', 'poster', 'xlink:href', 'cite', 'manifest']);
  const seen = (words: string) =>
    void (window as unknown as { __seen: (words: string) => void }).__seen(words);
  const told = (element: Element) => `${element.outerHTML.slice(0, 200)} in ${location.href.slice(0, 200)}`;

  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    seen(
      `the policy stopped ${effectiveDirective} ${blockedURI} ${sample} in ${location.href.slice(0, 200)}`,
    ),
  );

  /** React puts this on a form that a function answers; it throws and does nothing else. */
  const isOfReact = (value: string) => value.startsWith("javascript:throw new Error('");
  /** A link that a person may follow, which tells the other side nothing and gets no hold of the page. */
  const isPlainLink = (element: Element, { protocol }: URL) =>
    element instanceof HTMLAnchorElement &&
    (protocol === 'mailto:' ||
      (/^https?:$/.test(protocol) && element.target === '_blank' && element.relList.contains('noopener')));

  function wrongAddress(element: Element, value: string): boolean {
    const url = URL.canParse(value, origin) ? new URL(value, origin) : null;
    return url !== null && url.origin !== origin && !isOfReact(value) && !isPlainLink(element, url);
  }

  function checkAttribute(element: Element, name: string): void {
    const value = element.getAttribute(name) ?? '';
    const isWrong =
      /^on/i.test(name) ||
      (ADDRESSES.has(name) && wrongAddress(element, value)) ||
      (name === 'style' && /out\.example|url\(|expression|binding/i.test(value));
    if (isWrong) seen(`attribute ${name}: ${told(element)}`);
  }

  function check(element: Element): void {
    if (element.matches(FOREIGN)) seen(`element: ${told(element)}`);
    if (
      element instanceof HTMLScriptElement &&
      element.nonce === '' &&
      !element.src.startsWith(`${origin}/_next/`)
    )
      seen(`script: ${told(element)}`);
    if (element instanceof HTMLStyleElement && element.textContent?.includes('out.example'))
      seen(`style: ${told(element)}`);
    for (const name of element.getAttributeNames()) checkAttribute(element, name);
  }

  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes') checkAttribute(target as Element, attributeName ?? '');
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        check(node);
        for (const inner of node.querySelectorAll('*')) check(inner);
      }
    }
    if ('polluted' in {}) seen(`a prototype was changed in ${location.href}`);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}
