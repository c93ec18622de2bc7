import { expect, test } from 'vitest';
import * as index from '../../../lib/formats/index.ts';
import { ImportFile } from '../../../lib/formats/parse/import-file.ts';
import { accountsOf, bytesOf } from './accounts.ts';
import { samples } from './samples.ts';
import { enteExport } from './sealing.ts';

const plainFormats = index.formats.filter(({ app }) => !['', 'Ente Auth'].includes(app));

test('every format that can be read has its sample', () => {
  expect(Object.keys(samples)).toHaveLength(plainFormats.length);
});

test.each(Object.entries(samples))(
  '%s claims its sample, and no other format does',
  (_name, { text }) => {
    const file = new ImportFile(bytesOf(text));
    expect(index.formats.filter((format) => format.claims(file))).toHaveLength(1);
  },
);

test.each(Object.entries(samples))('%s gives its accounts as they are', async (_name, sample) => {
  expect(await accountsOf(sample.text)).toEqual(sample.accounts);
});

test('Ente claims its own, and no other format does', () => {
  const file = new ImportFile(bytesOf(enteExport('otpauth://totp/a?secret=AAAA', 'test')));
  const claiming = index.formats.filter((format) => format.claims(file));
  expect(claiming.map(({ app }) => app)).toEqual(['Ente Auth']);
});
