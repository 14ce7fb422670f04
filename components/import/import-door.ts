/** Through which door do files come in? What buttons and menus need of the import. */

export type ImportWay = 'files' | 'folder' | 'zip' | 'paste';

export interface ImportDoor {
  open: (way: ImportWay) => void;
}
