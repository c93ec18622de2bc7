import type { ImportAsk, ImportView } from '../../../lib/protocol/views.ts';

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
    { kind: 'refused', file: 0, issuer: 'Bank', label: 'token', code: 'otp-type-unsupported' },
    { kind: 'refused', file: 0, issuer: 'Short', label: 'maria', code: 'secret-too-short' },
    { kind: 'refused', file: 0, line: 12, issuer: '', label: '', reason: 'not-otpauth' },
  ],
  missing: [{ size: 4, numbers: [2, 4] }],
};

/** Asks for a password first, and then for another where the scene says it is wrong. */
export function importAnswer(
  files: readonly ImportAsk[],
  password: 'right' | 'wrong' | 'delayed',
): ImportView {
  const given = files.some((file) => file.password !== undefined);
  if (given && password === 'right') return list;
  const kind = given ? 'wrong-password' : 'needs-password';
  return { files: [{ kind, app: 'Aegis' }], lines: [], missing: [] };
}
