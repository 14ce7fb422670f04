/** How are the columns of the board divided until somebody moves a divider? Sources, result, decide. */

export const BOARD_SPLIT: { id: string; sizes: readonly number[] } = {
  id: 'merge',
  sizes: [0.29, 0.43, 0.28],
};
