import { AppError } from '../../lib/errors.ts';
import type { FileAnswer } from '../../lib/formats/format.ts';
import { joinParts } from '../../lib/formats/parse/join-parts.ts';
import {
  IMPORT_LIMITS,
  type FilesReading,
  type ReaderAsk,
  type ReaderProgress,
} from '../../lib/protocol/reader-messages.ts';
import type { ImportFileView, ImportedFile } from '../../lib/protocol/import-views.ts';
import { messageOf } from './entry-message.ts';
import { readFile } from './read-file.ts';

/** Half of what one message of Chromium holds; all that is not a name is short. */
const MAX_NAME_CHARACTERS = 15_000_000;

/** The chosen files and what was read of them, as long as the worker lives. */
export class ImportReader {
  #blobs: readonly Blob[] = [];
  #answers: readonly FileAnswer[] = [];
  readonly #onProgress: (progress: ReaderProgress) => void;

  constructor(onProgress: (progress: ReaderProgress) => void) {
    this.#onProgress = onProgress;
  }

  /** Throws 'import-too-large'. */
  async answer(ask: ReaderAsk): Promise<FilesReading> {
    switch (ask.kind) {
      case 'read':
        await this.#read(ask.files);
        break;
      case 'open':
        await this.#open(ask.index, ask.password);
        break;
      case 'again':
        break;
    }
    return readingOf(this.#answers);
  }

  /** Adds files to those before. One that cannot be read is no reason to lose the others. */
  async #read(blobs: readonly Blob[]): Promise<void> {
    const answers: FileAnswer[] = [];
    for (const blob of blobs) {
      this.#onProgress({ file: answers.length + 1, of: blobs.length });
      answers.push(await readFile(blob));
    }
    this.#blobs = [...this.#blobs, ...blobs];
    this.#answers = [...this.#answers, ...answers];
  }

  async #open(index: number, password: string): Promise<void> {
    const blob = this.#blobs[index];
    if (!blob) return;
    this.#answers = this.#answers.with(index, await readFile(blob, password));
  }
}

function readingOf(answers: readonly FileAnswer[]): FilesReading {
  const joined = joinParts(
    answers.flatMap((answer) => (answer.kind === 'read' ? answer.parts : [])),
  );
  const last = answers.length - 1;
  const contents = answers.map((answer, index): ImportedFile => {
    const entries = answer.kind === 'read' ? answer.entries : [];
    // An export has no one file of its own: its accounts stand with the last one.
    const all = index === last ? [...entries, ...joined.entries] : entries;
    const app = answer.kind === 'read' ? { app: answer.app } : {};
    return { ...app, entries: all.map((entry) => messageOf(entry)) };
  });
  checkSize(contents);
  return { files: answers.map((answer) => viewOf(answer)), missing: joined.missing, contents };
}

function checkSize(contents: readonly ImportedFile[]): void {
  let count = 0;
  let characters = 0;
  for (const { entries } of contents) {
    count += entries.length;
    for (const entry of entries) {
      const { issuer, label } = entry.kind === 'account' ? entry.account : entry;
      characters += issuer.length + label.length;
    }
  }
  if (count > IMPORT_LIMITS.entries || characters > MAX_NAME_CHARACTERS) {
    throw new AppError('import-too-large');
  }
}

function viewOf(answer: FileAnswer): ImportFileView {
  switch (answer.kind) {
    case 'read':
      return { kind: 'read', app: answer.app };
    case 'picture':
      return { kind: 'refused', reason: 'no-code' };
    case 'needs-password':
    case 'wrong-password':
    case 'refused':
      return answer;
  }
}
