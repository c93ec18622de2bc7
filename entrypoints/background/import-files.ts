import { blobOfDataUrl, pixelsOf } from '../../lib/browser/picture.ts';
import type { FileAnswer, ImportEntry } from '../../lib/formats/format.ts';
import { joinParts } from '../../lib/formats/parse/join-parts.ts';
import type { ImportAsk, ImportFileView, MissingCodes } from '../../lib/protocol/views.ts';
import { readTexts } from './read-qr.ts';

/** What one file gave. */
export interface FileReading {
  readonly view: ImportFileView;
  readonly entries: readonly ImportEntry[];
}

export interface FilesReading {
  readonly files: readonly FileReading[];
  /** Of exports spread over several codes, whichever files those were in. */
  readonly missing: readonly MissingCodes[];
}

/** Reads every file; one that cannot be read is no reason to lose the others. */
export async function readFiles(asked: readonly ImportAsk[]): Promise<FilesReading> {
  const answers: FileAnswer[] = [];
  for (const { dataUrl, password } of asked) answers.push(await readFile(dataUrl, password));
  const joined = joinParts(
    answers.flatMap((answer) => (answer.kind === 'read' ? answer.parts : [])),
  );
  const files = answers.map((answer): FileReading => {
    const entries = answer.kind === 'read' ? answer.entries : [];
    return { view: viewOf(answer), entries };
  });
  // An export has no one file of its own: its accounts stand with the last one.
  const last = files.at(-1);
  const all = last ? [...files.slice(0, -1), withEntries(last, joined.entries)] : files;
  return { files: all, missing: joined.missing };
}

function withEntries({ view, entries }: FileReading, more: readonly ImportEntry[]): FileReading {
  return { view, entries: [...entries, ...more] };
}

function viewOf(answer: FileAnswer): ImportFileView {
  switch (answer.kind) {
    case 'read':
    case 'needs-password':
    case 'wrong-password':
      return { kind: answer.kind, app: answer.app };
    case 'picture':
      return { kind: 'refused', reason: 'no-code' };
    case 'refused': {
      const { reason, app } = answer;
      return { kind: 'refused', reason, ...(app === undefined ? {} : { app }) };
    }
  }
}

async function readFile(dataUrl: string, password: string | undefined): Promise<FileAnswer> {
  // Not before it is needed: a background that wakes for a code has no time for it.
  const { readImport } = await import('../../lib/formats/index.ts');
  const blob = blobOfDataUrl(dataUrl);
  const answer = await readImport(new Uint8Array(await blob.arrayBuffer()), password);
  return answer.kind === 'picture' ? readPicture(blob) : answer;
}

/** The QR codes of a picture are a list of texts; a picture without one stays a picture. */
async function readPicture(blob: Blob): Promise<FileAnswer> {
  try {
    const texts = await readTexts(await pixelsOf(blob));
    if (texts.length === 0) return { kind: 'picture' };
    const { readImport } = await import('../../lib/formats/index.ts');
    return await readImport(new TextEncoder().encode(texts.join('\n')));
  } catch {
    return { kind: 'picture' };
  }
}
