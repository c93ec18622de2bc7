import { expect, test } from 'vitest';
import { ImportReader } from '../../entrypoints/import-reader/import-reader.ts';
import { IMPORT_LIMITS, type ReaderProgress } from '../../lib/protocol/reader-messages.ts';
import { ownSchemas } from '../../lib/protocol/own-schemas.ts';
import { base32, secretBytes } from '../lib/formats/accounts.ts';

const SECRET = base32(secretBytes(1));

test('tells which of how many files it reads', async () => {
  const told: ReaderProgress[] = [];
  const reader = new ImportReader((progress) => told.push(progress));
  await reader.answer({ kind: 'read', files: [new Blob(['a']), new Blob(['b'])] });
  expect(told).toEqual([
    { file: 1, of: 2 },
    { file: 2, of: 2 },
  ]);
});

test('gives nothing that the background would refuse: a name without end is cut', async () => {
  const reader = new ImportReader(() => undefined);
  const label = 'x'.repeat(5000);
  const text = JSON.stringify([{ secret: SECRET, issuer: 'A', label, type: 'TOTP', digits: 6 }]);
  const { contents } = await reader.answer({ kind: 'read', files: [new Blob([text])] });
  const [entry] = contents[0]?.entries ?? [];
  expect(entry).toMatchObject({ kind: 'account', account: { issuer: 'A' } });
  const message: unknown = JSON.parse(JSON.stringify({ files: contents }));
  expect(ownSchemas.importPreview(message).files).toEqual(contents);
});

test('refuses more entries than one message may carry', async () => {
  const half = `otpauth://totp/a?secret=${SECRET}\n`.repeat(IMPORT_LIMITS.entries / 2 + 1);
  const reader = new ImportReader(() => undefined);
  await expect(
    reader.answer({ kind: 'read', files: [new Blob([half]), new Blob([half])] }),
  ).rejects.toMatchObject({ code: 'import-too-large' });
});
