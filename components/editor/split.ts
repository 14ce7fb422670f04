/** How are the panes of the editor divided until somebody moves a divider? Form, source, preview. */

export const EDITOR_SPLIT: { id: string; sizes: readonly number[] } = {
  id: 'editor',
  sizes: [0.31, 0.38, 0.31],
};
