/** What is to be changed in many files, and what would become of each? The types of both. */

/** `add` and `remove` are for fields that hold a list. */
export type FieldEdit = 'set' | 'unset' | 'add' | 'remove';

/** One field, set alike in every file. */
export interface SetFieldChange {
  kind: 'set-field';
  key: string;
  how: FieldEdit;
  /** Several for a field that holds a list, else one; none to remove the field. */
  values: string[];
}

/** Text that is found and replaced; `scope` is the whole file, its body, or the value of one field by its key. */
export interface ReplaceChange {
  kind: 'replace';
  scope: string;
  find: string;
  insert: string;
  isPattern: boolean;
  matchCase: boolean;
  wholeWord: boolean;
}

export type BulkChange = SetFieldChange | ReplaceChange;

/** One place where text was found. */
export interface Match {
  /** Counts from 0 within its file. */
  index: number;
  /** Counts from 1 in the file; null within the value of a field, which may be written in another way. */
  line: number | null;
  /** What stands around it on its line, the text that was found, and what takes its place. */
  before: string;
  found: string;
  insert: string;
  after: string;
}

/** What the change would make of one file; `message` says why nothing. */
export type Planned =
  | { outcome: 'unchanged' | 'refused'; message: string; matches: Match[] }
  | {
      outcome: 'changed';
      text: string;
      matches: Match[];
      /** What the agent may do then and may not now, as verb phrases. */
      gains: string[];
      /** Claude Code does not load the file now, and would then. */
      startsToLoad: boolean;
    };
