/** What colours does the source have? Loaded after the first sight, for nobody waits for colours. */

import { yamlFrontmatter, yamlLanguage } from '@codemirror/lang-yaml';
import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { GFM, parser } from '@lezer/markdown';

const markdown = new Language(defineLanguageFacet(), parser.configure(GFM), [], 'markdown');

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
  return [yamlFrontmatter({ content: new LanguageSupport(markdown) }), colours];
}

/** YAML alone, for the small editors of nested values. */
export function yamlOnly(): Extension {
  return [new LanguageSupport(yamlLanguage), colours];
}
