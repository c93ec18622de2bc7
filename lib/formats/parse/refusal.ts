import type { EntryReason, FileReason } from '../../errors.ts';

/** One entry cannot be taken; caught where the entry's names are known. */
export class EntryRefusal extends Error {
  readonly reason: EntryReason;
  constructor(reason: EntryReason) {
    super(reason);
    this.name = 'EntryRefusal';
    this.reason = reason;
  }
}

/** The file cannot be taken at all; caught by the register. */
export class FileRefusal extends Error {
  readonly reason: FileReason;
  /** The app whose file it seems to be, where that is known. */
  readonly app: string | undefined;
  /** With 'not-enough-memory': how much it takes. */
  readonly memoryMib: number | undefined;
  constructor(reason: FileReason, app?: string, memoryMib?: number) {
    super(reason);
    this.name = 'FileRefusal';
    this.reason = reason;
    this.app = app;
    this.memoryMib = memoryMib;
  }
}
