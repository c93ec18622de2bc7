import { type Bytes, equalBytes } from '../../crypto/bytes.ts';
import { IMPORT_FILE_BYTES_MAX } from '../../limits.ts';
import type { ExportPart, FileAnswer, ImportEntry } from '../format.ts';
import { refusedEntry } from '../parse/entry.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { raivo } from '../raivo.ts';
import { findUnzipped, readZip, type ZipEntry } from './zip.ts';

/** The most files of an archive that are read. An export is one or two. */
const MAX_ARCHIVED = 20;

/** What an archive of macOS holds beside its files: resource forks (AppleDouble), and how a folder is shown. */
const SYSTEM_FILES = ['00051607', '0000000142756431'].map((hex) =>
  Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)),
);

type ReadFile = (bytes: Bytes, password?: string) => Promise<FileAnswer>;

/**
 * Raivo's export, and any other that someone packed: each of its files is told
 * by its content, and one that is not read is an entry with its name.
 */
export async function readArchive(
  bytes: Bytes,
  password: string | undefined,
  read: ReadFile,
): Promise<FileAnswer> {
  const members = readZip(bytes).filter(({ size }) => size > 0);
  if (members.some(({ name }) => name === 'export.data')) {
    throw new FileRefusal('unsupported-format', '1Password 1PUX');
  }
  if (members.length === 0) throw new FileRefusal('empty');
  if (members.length > MAX_ARCHIVED) throw new FileRefusal('too-large');
  if (members.every(({ encryption }) => encryption === 'other')) {
    throw new FileRefusal('unsupported-format', 'ZIP');
  }
  if (members.some(({ encryption }) => encryption === 'aes') && password === undefined) {
    return { kind: 'needs-password', app: raivo.app };
  }
  return new Archive(password ?? '', read).answer(members);
}

/** What the files of an archive gave. */
class Archive {
  readonly #password: string;
  readonly #read: ReadFile;
  readonly #entries: ImportEntry[] = [];
  readonly #parts: ExportPart[] = [];
  readonly #unread: { readonly name: string; readonly answer: FileAnswer }[] = [];
  #app: string | undefined;
  #bytesLeft = IMPORT_FILE_BYTES_MAX;

  constructor(password: string, read: ReadFile) {
    this.#password = password;
    this.#read = read;
  }

  async answer(members: readonly ZipEntry[]): Promise<FileAnswer> {
    for (const member of members) this.#take(member.name, await this.#readMember(member));
    const last = this.#unread.at(-1)?.answer;
    const isOfPictures = this.#unread.some(({ answer }) => answer.kind === 'picture');
    if (this.#app === undefined && last !== undefined && !isOfPictures) return last;
    const entries = [...this.#entries, ...this.#refusals()];
    return { kind: 'read', app: this.#app ?? 'ZIP', entries, parts: this.#parts };
  }

  /** Undefined for a file of the operating system's own. Throws FileRefusal 'too-large'. */
  async #readMember(member: ZipEntry): Promise<FileAnswer | undefined> {
    if (member.encryption === 'other') {
      return { kind: 'refused', reason: 'unsupported-format', app: 'ZIP' };
    }
    try {
      const unpacked = await findUnzipped(member, this.#bytesLeft, this.#password);
      if (unpacked === undefined) return { kind: 'wrong-password', app: raivo.app };
      this.#bytesLeft -= unpacked.length;
      if (SYSTEM_FILES.some((start) => equalBytes(unpacked.slice(0, start.length), start))) {
        return undefined;
      }
      // An archive in an archive may hold itself.
      const isArchive = unpacked[0] === 0x50 && unpacked[1] === 0x4b && (unpacked[2] ?? 99) < 9;
      if (isArchive) return { kind: 'refused', reason: 'unknown-format' };
      return await this.#read(unpacked, this.#password);
    } catch (thrown) {
      if (!(thrown instanceof FileRefusal) || thrown.reason === 'too-large') throw thrown;
      return { kind: 'refused', reason: thrown.reason };
    }
  }

  #take(name: string, answer: FileAnswer | undefined): void {
    if (answer === undefined) return;
    if (answer.kind !== 'read') {
      this.#unread.push({ name, answer });
      return;
    }
    this.#app ??= answer.app;
    for (const entry of answer.entries) this.#entries.push(entry);
    for (const part of answer.parts) this.#parts.push(part);
  }

  #refusals(): readonly ImportEntry[] {
    // Raivo packs a web page of the same accounts beside its export.
    const isRaivos = (answer: FileAnswer): boolean =>
      this.#app === raivo.app && answer.kind === 'refused' && answer.app === 'HTML';
    return this.#unread
      .filter(({ answer }) => !isRaivos(answer))
      .map(({ name }) => refusedEntry({ issuer: '', label: name }, 'not-unpacked'));
  }
}
