/** How does the source look and which keys does it know, before anything is loaded on demand? */

import { defaultKeymap, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';

import { squiggles } from '../problems/squiggles';
import { agentFileColours } from './colours';
import { continueList } from './continue-list';
import { sourceTheme } from './theme';

/** Parts that are set after the start: search, line wrap, where others are, whether it can be changed. */
export const slots = {
  search: new Compartment(),
  others: new Compartment(),
  wrap: new Compartment(),
  readOnly: new Compartment(),
};

/** Whether the source can be typed into from now on. */
export const setReadOnly = (readOnly: boolean) =>
  slots.readOnly.reconfigure(EditorState.readOnly.of(readOnly));

export interface SourceOptions {
  /** The nonce that the page's policy wants on style elements. */
  nonce: string | undefined;
  readOnly: boolean;
  /** The id of the text that explains the keys. */
  describedBy: string;
  onFind: () => void;
}

/** The extensions with which a source view starts. */
export function sourceExtensions(options: SourceOptions): Extension {
  return [
    options.nonce ? EditorView.cspNonce.of(options.nonce) : [],
    slots.readOnly.of(EditorState.readOnly.of(options.readOnly)),
    EditorState.tabSize.of(4),
    sourceTheme,
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    dropCursor(),
    slots.wrap.of(EditorView.lineWrapping),
    agentFileColours(),
    squiggles(),
    slots.search.of([]),
    slots.others.of([]),
    EditorView.contentAttributes.of({
      'aria-label': 'Source',
      'aria-describedby': options.describedBy,
      spellcheck: 'true',
      tabindex: '0',
    }),
    keymap.of([
      { key: 'Enter', run: continueList },
      { key: 'Tab', run: indentMore, shift: indentLess },
      {
        key: 'Mod-f',
        run: () => {
          options.onFind();
          return true;
        },
      },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
  ];
}
