/** Which keys does the editor know? */

import type { Shortcut } from './shortcut';

export const EDITOR_KEYS = [
  {
    ...{ id: 'save', keys: ['mod+s'], needs: 'agent:save', when: 'always' },
    words: 'Save',
    inPalette: true,
  },
  {
    ...{ id: 'next-problem', keys: ['F8'], when: 'typing' },
    words: 'Go to the next problem',
    inPalette: true,
  },
  {
    ...{ id: 'previous-problem', keys: ['shift+F8'], when: 'typing' },
    words: 'Go to the former problem',
    inPalette: true,
  },
  {
    ...{ id: 'comment', keys: ['F9'], when: 'typing' },
    words: 'Comment on what is selected, or open its thread',
    inPalette: true,
  },
  {
    id: 'undo',
    keys: ['mod+z'],
    words: 'Undo, wherever the last change was made',
    needs: 'agent:save',
    own: true,
  },
  { id: 'redo', keys: ['shift+mod+z'], words: 'Redo', needs: 'agent:save', own: true },
  { id: 'find', keys: ['mod+f'], words: 'Find and replace in the source', own: true },
  {
    id: 'continue',
    keys: ['Enter'],
    words: 'Continue a list or quotation',
    needs: 'agent:save',
    own: true,
  },
  {
    id: 'indent',
    keys: ['Tab'],
    words: 'Indent; Shift and Tab take it back',
    needs: 'agent:save',
    own: true,
  },
  {
    ...{ id: 'leave-source', keys: ['Escape Tab'], own: true },
    words: 'Leave the source with the keyboard',
  },
] as const satisfies readonly Shortcut[];
