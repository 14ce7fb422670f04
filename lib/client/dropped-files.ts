/** Which files lie in what was dropped, picked or pasted, folders opened? */

export interface PickedFile {
  file: File;
  /** Where it lay inside the dropped folder, such as `agents/review.md`; the name for a single file. */
  path: string;
}

export interface FolderReading {
  /** Files beyond these are not read. */
  most: number;
  /** Hears how many files were found so far. */
  onFound?: (count: number) => void;
}

/** Folders that hold no agents, and thousands of files. */
const PASSED_OVER = new Set(['node_modules', '.git']);

/** All files of a drop, one more than `most` at the most. Call it in the event itself: the browser forgets the items afterwards. */
export async function readDroppedFiles(
  transfer: DataTransfer,
  reading: FolderReading,
): Promise<PickedFile[]> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found: PickedFile[] = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push({ file: entry, path: entry.name });
    else if (entry) await walk(entry, found, reading);
  }
  return found;
}

/** The files that a picker gave. */
export function readPickedFiles(list: FileList | null): PickedFile[] {
  return [...(list ?? [])]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !path.split('/').some((part) => PASSED_OVER.has(part)));
}

async function walk(entry: FileSystemEntry, found: PickedFile[], reading: FolderReading): Promise<void> {
  if (found.length > reading.most) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') });
    reading.onFound?.(found.length);
  } else if (isFolder(entry) && !PASSED_OVER.has(entry.name)) {
    for (const child of await readFolder(entry.createReader())) await walk(child, found, reading);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives at most 100 entries at a time, and an empty list at the end. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
