import type { ReaderAsk, ReaderReply } from '../../../lib/protocol/reader-messages.ts';
import type { ImportLine, ImportView } from '../../../lib/protocol/views.ts';

const LONG = 'a.very.long.address.of.somebody.who.has.a.long.name@mail.department.example.com';

/** What an import of three files would bring, every kind of line once. */
const list: ImportView = {
  files: [
    { kind: 'read', app: 'Aegis' },
    { kind: 'refused', reason: 'unsupported-format', app: 'Authy' },
    { kind: 'refused', reason: 'damaged', app: '2FAS' },
  ],
  lines: [
    { kind: 'new', file: 0, issuer: 'TP-Link', label: 'harbour@example.com' },
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

/**
 * In place of the worker that reads the files: asks for a password first, and
 * then for another where the scene says it is wrong.
 */
export function sampleReader(password: 'right' | 'wrong' | 'delayed'): typeof Worker {
  return class extends EventTarget {
    postMessage({ kind }: ReaderAsk): void {
      const isOpen = kind !== 'read' && password === 'right';
      const locked = kind === 'read' ? ('needs-password' as const) : ('wrong-password' as const);
      const reading = isOpen
        ? { ...list, contents: list.files.map(() => ({ entries: [] })) }
        : { files: [{ kind: locked, app: 'Aegis' }], missing: [], contents: [] };
      const reply: ReaderReply = { kind: 'reading', reading };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: reply })));
    }
    terminate(): void {}
  } as unknown as typeof Worker;
}
