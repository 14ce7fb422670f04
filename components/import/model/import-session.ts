/** How does an import run? Read, looked over, written; stopped at any time, and what was written is known. */

import type { PickedFile } from '@/lib/client/dropped-files';
import type { ImportSending } from '@/lib/client/import-request';
import { RequestError, UNREACHABLE } from '@/lib/client/request';
import type { ImportedFile, ImportLimits, ImportLine, ImportOptions, SameName } from '@/lib/contract';

import {
  emptyRow,
  heard,
  type ImportRow,
  isLeft,
  isOffer,
  isToWrite,
  relate,
  tickOffers,
} from './import-rows';
import { type ImportRequest, planImport } from './requests';

export type ImportStage = 'reading' | 'preview' | 'writing' | 'done';

export interface ImportState {
  stage: ImportStage;
  rows: readonly ImportRow[];
  /** What stands in the way of archives, and what was left out. */
  notices: readonly string[];
  /** Why it ended early. */
  failure: string | null;
  sameName: SameName;
  /** Bytes that have gone, of all. */
  sent: number;
  total: number;
}

export interface ImportSessionOptions {
  workspace: string;
  limits: ImportLimits;
  send: (sending: ImportSending) => Promise<void>;
  /** Called when something was written. */
  onWritten: () => void;
}

/** Between two looks at the state while it runs: thousands of lines come in a second. */
const REDRAW_MS = 120;

/** One import, from the files that were brought to the list of what became of them. */
export class ImportSession {
  private state: ImportState;
  private rows: ImportRow[];
  private notices: string[];
  private readonly requests: readonly ImportRequest[];
  private readonly listeners = new Set<() => void>();
  private redraw: ReturnType<typeof setTimeout> | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly options: ImportSessionOptions,
    picked: readonly PickedFile[],
  ) {
    const plan = planImport(picked, options.limits);
    this.rows = plan.rows;
    this.notices = plan.notices;
    this.requests = plan.requests;
    const { rows, notices } = this;
    this.state = { stage: 'reading', rows, notices, failure: null, sameName: 'keep', sent: 0, total: 0 };
  }

  getState = (): ImportState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks what each file is; ends at the preview, also when it was stopped or failed. */
  async preview(): Promise<void> {
    await this.run('reading', 'preview', this.requests, (request) => ({
      form: formOfAll(request),
      keys: null,
    }));
    this.rows = tickOffers(relate(this.rows.map((row) => (row.state === 'waiting' ? unread(row) : row))));
    this.show({ stage: this.rows.some(isOffer) ? 'preview' : 'done' });
  }

  /** Imports what is ticked, or what is left of it. */
  async write(): Promise<void> {
    const chosen = this.requests.flatMap((request) => {
      const form = formOfChosen(request, this.rows, this.state.sameName);
      return form ? [{ request, form }] : [];
    });
    const forms = new Map(chosen.map(({ request, form }) => [request, form]));
    const requests = chosen.map(({ request }) => request);
    const failure = await this.run('writing', 'write', requests, (request) => {
      return forms.get(request) as ReturnType<ImportPart>;
    });
    this.rows = this.rows.map((row) => {
      if (isToWrite(row)) return left(row, failure);
      return isOffer(row) ? { ...row, state: 'skipped', message: 'You did not choose it.' } : row;
    });
    this.show({ stage: 'done' });
    this.options.onWritten();
  }

  stop = (): void => this.running?.abort(new DOMException('Somebody stopped the import.', 'AbortError'));

  tick(ids: ReadonlySet<number>, ticked: boolean): void {
    this.rows = this.rows.map((row) => (ids.has(row.id) && isOffer(row) ? { ...row, ticked } : row));
    this.show();
  }

  /** One answer for all namesakes; single ones that were given before it are forgotten. */
  answerAll(sameName: SameName): void {
    this.rows = this.rows.map((row) => (row.choice ? { ...row, choice: null } : row));
    this.show({ sameName });
  }

  answer(id: number, choice: SameName): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, choice } : row));
    this.show();
  }

  /** Sends the requests one after the other; returns why it ended early, and null when it did not. */
  private async run(
    stage: ImportStage,
    mode: 'preview' | 'write',
    requests: readonly ImportRequest[],
    partOf: ImportPart,
  ): Promise<string | null> {
    const controller = new AbortController();
    this.running = controller;
    const total = requests.reduce((sum, { bytes }) => sum + bytes, 0);
    this.show({ stage, failure: null, sent: 0, total });
    let before = 0;
    try {
      for (const request of requests) {
        const { form, keys } = partOf(request);
        await this.options.send({
          workspace: this.options.workspace,
          mode,
          form,
          signal: controller.signal,
          onLine: (line) => this.take(request, keys, line),
          onSent: (bytes) => this.soon({ sent: before + Math.min(bytes, request.bytes) }),
        });
        before += request.bytes;
      }
      return null;
    } catch (error) {
      if (controller.signal.aborted) return '';
      const { message } = error instanceof RequestError ? error.error : UNREACHABLE;
      this.soon({ failure: message });
      return message;
    } finally {
      this.running = null;
    }
  }

  private take(request: ImportRequest, keys: readonly number[] | null, line: ImportLine): void {
    if (line.kind === 'archive' && request.kind === 'archive') {
      this.notices = [...new Set([...this.notices, `${request.name}: ${line.message}`])];
    } else if (line.kind === 'file') {
      const id =
        request.kind === 'archive' ? this.rowInArchive(request, line) : looseRow(request, keys, line);
      const row = id === undefined ? undefined : this.rows[id];
      if (row) this.rows[row.id] = isNested(request, line) ? { ...row, ...MISNAMED } : heard(row, line);
    }
    this.soon();
  }

  private rowInArchive(request: Extract<ImportRequest, { kind: 'archive' }>, line: ImportedFile): number {
    const known = request.rows.get(line.key);
    if (known !== undefined) return known;
    const id = this.rows.length;
    request.rows.set(line.key, id);
    this.rows.push(emptyRow(id, line.path, request.name));
    return id;
  }

  private soon(changes: Partial<ImportState> = {}): void {
    this.state = { ...this.state, ...changes };
    this.redraw ??= setTimeout(() => this.show(), REDRAW_MS);
  }

  private show(changes: Partial<ImportState> = {}): void {
    if (this.redraw) clearTimeout(this.redraw);
    this.redraw = null;
    this.state = { ...this.state, ...changes, rows: [...this.rows], notices: this.notices };
    for (const listener of this.listeners) listener();
  }
}

/** What of a request goes out: the form, and for loose files the row of each of its parts. */
type ImportPart = (request: ImportRequest) => { form: FormData; keys: readonly number[] | null };

const MISNAMED = {
  state: 'refused',
  message: 'This is a zip archive, although its name says otherwise. Call it .zip and bring it again.',
} as const;

const isNested = ({ kind }: ImportRequest, { key }: ImportedFile) => kind === 'loose' && key.includes('.');

function looseRow(
  request: Extract<ImportRequest, { kind: 'loose' }>,
  keys: readonly number[] | null,
  { key }: ImportedFile,
): number | undefined {
  const part = Number.parseInt(key, 10);
  return keys ? keys[part] : request.files[part]?.row;
}

const unread = (row: ImportRow): ImportRow => ({
  ...row,
  state: 'stopped',
  message: 'It was not looked at.',
});

function left(row: ImportRow, failure: string | null): ImportRow {
  if (failure) return { ...row, state: 'failed', message: `Not imported. ${failure}` };
  return { ...row, state: 'stopped', message: 'Not imported: you stopped.' };
}

function formOfAll(request: ImportRequest): FormData {
  if (request.kind === 'archive') return makeForm({}, [request.file]);
  return makeForm(
    { paths: request.files.map(({ path }) => path) },
    request.files.map(({ file }) => file),
  );
}

/** The form of what is to be written of a request; null when nothing is. */
function formOfChosen(
  request: ImportRequest,
  rows: readonly ImportRow[],
  sameName: SameName,
): { form: FormData; keys: readonly number[] | null } | null {
  if (request.kind === 'archive') {
    const chosen = [...request.rows].filter(([, id]) => isToWrite(rows[id] as ImportRow));
    if (chosen.length === 0) return null;
    const choices = choicesOf(chosen.map(([key, id]) => [key, rows[id]]));
    const form = makeForm({ sameName, choices, take: chosen.map(([key]) => key) }, [request.file]);
    return { form, keys: null };
  }
  const chosen = request.files.filter(({ row }) => isToWrite(rows[row] as ImportRow));
  if (chosen.length === 0) return null;
  const choices = choicesOf(chosen.map(({ row }, part) => [String(part), rows[row]]));
  const paths = chosen.map(({ path }) => path);
  const form = makeForm(
    { sameName, choices, paths },
    chosen.map(({ file }) => file),
  );
  return { form, keys: chosen.map(({ row }) => row) };
}

function choicesOf(rows: readonly (readonly [string, ImportRow | undefined])[]): Record<string, SameName> {
  return Object.fromEntries(rows.flatMap(([key, row]) => (row?.choice ? [[key, row.choice]] : [])));
}

function makeForm(options: ImportOptions, files: readonly File[]): FormData {
  const form = new FormData();
  form.append('options', JSON.stringify(options));
  for (const file of files) form.append('file', file);
  return form;
}

/** Says whether some rows can be tried again. */
export const canTryAgain = ({ rows }: ImportState): boolean => rows.some((row) => row.ticked && isLeft(row));
