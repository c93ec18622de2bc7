import type { ReaderAsk, ReaderReply } from '../../../lib/protocol/reader-messages.ts';
import type { ImportLine, ImportView } from '../../../lib/protocol/import-views.ts';

const LONG = 'a.very.long.address.of.somebody.who.has.a.long.name@mail.department.example.com';

/** What an import of three files would bring, every kind of line once. */
const list: ImportView = {
  files: [
    { kind: 'read', app: 'Aegis' },
    { kind: 'refused', reason: 'unsupported-format', app: 'Authy' },
    { kind: 'refused', reason: 'damaged', app: '2FAS' },
  ],
  lines: [
    {
      kind: 'new',
      file: 0,
      issuer: 'TP-Link',
      label: 'harbour@example.com',
      assumed: 'period',
    },
    { kind: 'new', file: 0, issuer: 'GitHub', label: LONG },
    { kind: 'same-name', file: 0, issuer: 'TP-Link', label: 'maria@example.com' },
    { kind: 'there', file: 0, issuer: 'Example', label: 'maria' },
    { kind: 'twice', file: 0, issuer: 'GitHub', label: LONG },
    { kind: 'trashed', file: 0, issuer: 'Old', label: 'maria' },
    { kind: 'refused', file: 0, issuer: 'Bank', label: 'token', code: 'label-too-long' },
    { kind: 'refused', file: 0, issuer: 'Short', label: 'maria', code: 'algorithm-unsupported' },
    { kind: 'refused', file: 0, line: 12, issuer: '', label: '', reason: 'not-otpauth' },
  ],
  missing: [{ size: 4, numbers: [2, 4] }],
};

/** What the background says of each entry of those files; of none before they are open. */
export function importLines(files: readonly unknown[]): readonly ImportLine[] {
  return files.length === list.files.length ? list.lines : [];
}

/** What the sample reader says to an ask; 'delayed' is in the midst of five files. */
function replyTo({ kind }: ReaderAsk, password: 'right' | 'wrong' | 'delayed'): ReaderReply {
  if (password === 'delayed') return { kind: 'progress', progress: { file: 2, of: 5 } };
  if (kind !== 'read' && password === 'right') {
    const contents = list.files.map(() => ({ entries: [] }));
    return { kind: 'reading', reading: { ...list, contents } };
  }
  const locked = kind === 'read' ? ('needs-password' as const) : ('wrong-password' as const);
  const files = [{ kind: locked, app: 'Ente Auth', memoryMib: 1024 }];
  return { kind: 'reading', reading: { files, missing: [], contents: [] } };
}

/**
 * In place of the worker that reads the files: asks for a password first, and
 * then for another where the scene says it is wrong.
 */
export function sampleReader(password: 'right' | 'wrong' | 'delayed'): typeof Worker {
  return class extends EventTarget {
    postMessage(ask: ReaderAsk): void {
      const message = new MessageEvent('message', { data: replyTo(ask, password) });
      queueMicrotask(() => this.dispatchEvent(message));
    }
    terminate(): void {}
  } as unknown as typeof Worker;
}
