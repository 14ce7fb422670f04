/** Which Markdown, addresses and disguised characters could become HTML that runs? */

import { base64, call, hexadecimal, host, image, numeric, type Try } from './payload-tries';

/** Addresses that run, or that lead away without being asked. */
export const ADDRESSES: Try[] = [
  (n) => `javascript:${call(n)}`,
  (n) => `JaVaScRiPt:${call(n)}`,
  (n) => `java&Tab;script:${call(n)}`,
  (n) => `java&#10;script&colon;${call(n)}`,
  (n) => `&#106;&#97;vascript:${call(n)}`,
  (n) => `&#x01;javascript:${call(n)}`,
  (n) => `java\tscript:${call(n)}`,
  (n) => `\u00a0javascript:${call(n)}`,
  (n) => `javascript\\:${call(n)}`,
  (n) => `javascript%3A${call(n)}`,
  (n) => `javascript://example.org/%0A${call(n)}`,
  (n) => `javascript:/*https://example.org*/${call(n)}`,
  (n) => `data:text/html,<script>${call(n)}</script>`,
  (n) => `data:text/html;base64,${base64(`<script>${call(n)}</script>`)}`,
  (n) => `data:image/svg+xml,<svg/onload=${call(n)}>`,
  (n) => `vbscript:${call(n)}`,
  (n) => `feed:javascript:${call(n)}`,
  (n) => `//${host(n)}`,
  (n) => `\\\\${host(n)}`,
  (n) => `file:///${host(n)}`,
];

/** Every way in which Markdown says an address. */
export const LINKS: ((url: string, n: number) => string)[] = [
  (url) => `[a](${url})`,
  (url) => `[a](<${url}> "title")`,
  (url, n) => `[a][r${n}]\n\n[r${n}]: ${url}`,
  (url, n) => `[s${n}]\n\n[s${n}]: <${url}>\n  'title'`,
  (url) => `<${url}>`,
  (url) => `![a](${url})`,
  (url, n) => `![a][i${n}]\n\n[i${n}]: <${url}>`,
  (url) => `[![a](${url})](<${url}>)`,
];

export const MARKDOWN: Try[] = [
  (n) => `[a](https://example.org/ "x\\" onmouseover=${call(n)} y=\\"")`,
  (n) => `[a](https://example.org/ '" autofocus onfocus=${call(n)} x="')`,
  (n) => `[a](<https://example.org/"onmouseover="${call(n)}>)`,
  (n) => `[a](https://example.org/'onmouseover='${call(n)})`,
  (n) => `![" onerror=${call(n)} x="](x)`,
  (n) => `![a](x"onerror="${call(n)})`,
  (n) => `![${image(n)}](x "${image(n)}")`,
  (n) => `[${image(n)}](https://example.org/)`,
  (n) => `<https://example.org/"onmouseover="${call(n)}>`,
  (n) => `<a@example.org"onmouseover="${call(n)}>`,
  (n) => `<mailto:a@example.org?subject=${image(n)}>`,
  (n) => `<a@example.org><script>${call(n)}</script>`,
  (n) => `\`\`\`"><script>${call(n)}</script>\nx\n\`\`\``,
  (n) => `~~~ html onload=${call(n)}\n${image(n)}\n~~~`,
  (n) => `    ${image(n)}`,
  (n) => `\`${image(n)}\` \`\`</code>${image(n)}\`\``,
  (n) => `| ${image(n)} | a |\n| :-- | --: |\n| \\| ${image(n)} | [b](javascript:${call(n)}) |`,
  (n) => `# ${image(n)} {#clobbered-${n} onclick=${call(n)}}`,
  (n) => `${image(n)}\n===`,
  (n) => `- [ ] ${image(n)}\n- [x] [a](javascript:${call(n)})`,
  (n) => `[^${n}]: ${image(n)}\n\nA note.[^${n}]`,
  (n) => `<div markdown="1">\n\n${image(n)}\n\n</div>`,
  (n) => `**a${image(n)}** ~~${image(n)}~~ *<b* onclick=${call(n)}>*`,
  (n) => `[a]: <javascript:${call(n)}> "${image(n)}"\n\n[a] [a][] [b][a]`,
  (n) => `[__proto__]\n\n[__proto__]: javascript:${call(n)}\n[constructor]: javascript:${call(n)}`,
  (n) => `:::script\n${call(n)}\n::: $$\\href{javascript:${call(n)}}{a}$$`,
];

export const ENCODED: Try[] = [
  (n) => `&lt;img src=x onerror=${call(n)}&gt;`,
  (n) => `&amp;lt;img src=x onerror=${call(n)}&amp;gt;`,
  (n) => `&#60;img src=x onerror=${call(n)}&#62;`,
  (n) => `&#x3c;img src=x onerror=${call(n)}&#x3E`,
  (n) => `&#0000060img src=x onerror=${call(n)}&#0000062`,
  (n) => `&LT;img src=x onerror&equals;__ran&lpar;${n}&rpar;&GT;`,
  (n) => numeric(image(n)),
  (n) => hexadecimal(image(n)),
  (n) => encodeURIComponent(image(n)),
  (n) => encodeURIComponent(encodeURIComponent(image(n))),
  (n) => `+ADw-img src=x onerror=${call(n)}+AD4-`,
  (n) => `\uff1cimg src=x onerror=${call(n)}\uff1e`,
  (n) => `\u2039img src=x onerror=${call(n)}\u203a \ufe64svg onload=${call(n)}\ufe65`,
  (n) => `\\3c img src=x onerror=${call(n)}\\3e`,
  (n) => `=HYPERLINK("javascript:${call(n)}","a")`,
];

/** Characters that a reader does not see, or that a filter may drop. */
export const UNSEEN = [
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u000b',
  '\u000c',
  '\u0085',
];
export const AROUND_UNSEEN: ((hidden: string, n: number) => string)[] = [
  (hidden, n) => `<${hidden}img${hidden}src=x onerror=${call(n)}>`,
  (hidden, n) => `<img src=x on${hidden}error=${call(n)}>${hidden}<script${hidden}>${call(n)}</script>`,
  (hidden, n) => `[a](java${hidden}script:${call(n)})`,
];
