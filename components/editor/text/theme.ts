/** How does CodeMirror look? With the tokens of the interface, so that both themes come by themselves. */

import { EditorView } from '@codemirror/view';

const shared = {
  '.cm-ink-mark': { color: 'var(--color-faint)' },
  '.cm-ink-heading': { fontWeight: '600' },
  '.cm-ink-strong': { fontWeight: '600' },
  '.cm-ink-emphasis': { fontStyle: 'italic' },
  '.cm-ink-code': { color: 'var(--color-good)' },
  '.cm-ink-link': { color: 'var(--color-accent)' },
  '.cm-ink-key': { color: 'var(--color-accent)' },
  '.cm-ink-comment': { color: 'var(--color-faint)', fontStyle: 'italic' },
  '.cm-ink-string': { color: 'var(--color-good)' },
  '.cm-ink-word': { color: 'var(--color-attention)' },
  '[class*="cm-squiggle-"]': { textUnderlineOffset: '3px', textDecorationSkipInk: 'none' },
  '.cm-squiggle-error': { textDecoration: 'underline wavy var(--color-bad) 1px' },
  '.cm-squiggle-warning': { textDecoration: 'underline wavy var(--color-attention) 1px' },
  '.cm-squiggle-info': { textDecoration: 'underline dotted var(--color-soft) 1px' },
  '.cm-tooltip': {
    border: 'none',
    borderRadius: 'var(--radius-lg)',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    boxShadow: 'var(--shadow-float)',
    maxWidth: 'min(28rem, 90vw)',
  },
  '.cm-problems': {
    padding: '8px 12px',
    display: 'grid',
    gap: '8px',
    font: 'var(--text-ui)/1.25rem var(--font-sans)',
  },
  '.cm-problems button': {
    display: 'block',
    marginTop: '6px',
    padding: '2px 8px',
    borderRadius: 'var(--radius-md)',
    border: '1px solid var(--color-line)',
    backgroundColor: 'var(--color-surface)',
  },
};

/** The pane of the source. */
export const sourceTheme = EditorView.theme({
  ...shared,
  '&': { height: '100%', backgroundColor: 'var(--color-surface)', color: 'var(--color-ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontSize: 'var(--text-code)',
    lineHeight: '1.25rem',
    overflow: 'auto',
  },
  // A phone zooms in on smaller type, and does not zoom out again.
  '@media (max-width: 47.99rem)': { '.cm-scroller': { fontSize: 'var(--text-touch)', lineHeight: '1.5rem' } },
  '.cm-content': { padding: '8px 0 40vh', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': {
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-faint)',
    border: 'none',
    paddingLeft: '4px',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '32px', padding: '0 8px 0 4px' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--color-sunken)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--color-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-accent)', borderLeftWidth: '2px' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { backgroundColor: 'light-dark(oklch(0.9 0.05 255), oklch(0.36 0.08 257))' },
  '.cm-panels': { backgroundColor: 'var(--color-sunken)', color: 'var(--color-ink)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--color-line)' },
  '.cm-panel.cm-search': { padding: '8px 32px 8px 12px', fontFamily: 'var(--font-sans)' },
  '.cm-panel.cm-search label': { fontSize: 'var(--text-small)' },
  '.cm-textfield': {
    border: '1px solid var(--color-control)',
    borderRadius: 'var(--radius-md)',
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-ink)',
    fontSize: 'var(--text-ui)',
    padding: '3px 8px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    border: '1px solid var(--color-line)',
    borderRadius: 'var(--radius-md)',
    backgroundColor: 'var(--color-surface)',
    color: 'var(--color-ink)',
    fontSize: 'var(--text-ui)',
    padding: '3px 8px',
  },
  '.cm-panel.cm-search [name=close]': {
    fontSize: '18px',
    right: '8px',
    top: '4px',
    padding: '4px 8px',
    color: 'var(--color-soft)',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--color-attention-soft)',
    outline: '1px solid var(--color-attention)',
  },
  '.cm-searchMatch-selected': {
    backgroundColor: 'var(--color-accent-soft)',
    outline: '2px solid var(--color-accent)',
  },
});

/** A small box in the form. */
export const boxTheme = EditorView.theme({
  ...shared,
  '&': { backgroundColor: 'var(--color-surface)', color: 'var(--color-ink)', maxHeight: '20rem' },
  '&.cm-focused': { outline: '2px solid var(--color-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-code)', lineHeight: '1.25rem' },
  '.cm-content': { padding: '6px 0', minHeight: '4rem', caretColor: 'var(--color-ink)' },
  '.cm-line': { padding: '0 10px' },
  '.cm-placeholder': { color: 'var(--color-faint)' },
});
