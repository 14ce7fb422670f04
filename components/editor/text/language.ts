/** What colours does the source have? Loaded after the first sight, for nobody waits for colours. */

import { yamlLanguage } from '@codemirror/lang-yaml';
import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { parseMixed } from '@lezer/common';
import { tags } from '@lezer/highlight';
import { type BlockContext, GFM, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

/** Front matter as the loader finds it: also after a BOM and with any line ends, where other parsers see none. */
const frontMatter: MarkdownConfig = {
  defineNodes: ['FrontMatter', 'FrontMatterContent'],
  parseBlock: [{ name: 'FrontMatter', before: 'HorizontalRule', parse: readFrontMatter }],
  wrap: parseMixed((node) => (node.name === 'FrontMatterContent' ? { parser: yamlLanguage.parser } : null)),
};

function readFrontMatter(context: BlockContext, line: Line): boolean {
  if (context.lineStart !== 0 || !/^\uFEFF?---\s*$/.test(line.text)) return false;
  const content = line.text.length + 1;
  while (context.nextLine()) {
    if (!line.text.startsWith('---')) continue;
    const close = context.lineStart;
    const end = close + line.text.length;
    const child = context.elt('FrontMatterContent', content, close);
    context.addElement(context.elt('FrontMatter', 0, end, content < close ? [child] : []));
    context.nextLine();
    return true;
  }
  return false;
}

const markdown = new Language(defineLanguageFacet(), parser.configure([GFM, frontMatter]), [], 'markdown');

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading, fontWeight: '600' },
    { tag: tags.strong, fontWeight: '600' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strikethrough, textDecoration: 'line-through' },
    { tag: [tags.link, tags.url], color: 'var(--color-accent)' },
    { tag: tags.monospace, color: 'var(--color-good)' },
    { tag: tags.quote, color: 'var(--color-soft)' },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], color: 'var(--color-faint)' },
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--color-accent)' },
    { tag: tags.comment, color: 'var(--color-faint)', fontStyle: 'italic' },
    { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--color-faint)' },
    { tag: [tags.keyword, tags.labelName, tags.typeName], color: 'var(--color-attention)' },
  ]),
);

/** Markdown below YAML front matter. */
export function agentFileLanguage(): Extension {
  return [new LanguageSupport(markdown), colours];
}

/** YAML alone, for the small editors of nested values. */
export function yamlOnly(): Extension {
  return [new LanguageSupport(yamlLanguage), colours];
}
