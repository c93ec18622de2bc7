import { expect, test } from 'vitest';
import { fileWordsOf } from '../../../components/import/import-words.ts';
import { formats } from '../../../lib/formats/index.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Readonly<Record<string, { readonly message: string }>> = messages;

function wordsOf(app: string | undefined): string {
  const file = { kind: 'refused', reason: 'unsupported-format', ...(app && { app }) } as const;
  return (texts[fileWordsOf(file)]?.message ?? '').replaceAll('$1', app ?? '');
}

const NAMED = [
  'Nightlatch',
  'KeePass',
  'FreeOTP 2',
  'FreeOTP',
  'SQLite',
  'PDF',
  'OpenPGP',
  'Authy',
  'Battle.net',
  'WinAuth',
  'HTML',
  'XML',
  'ZIP',
  'Microsoft Authenticator',
  '1Password 1PUX',
  ...formats.map(({ app }) => app).filter((app) => app !== ''),
];

test.each(NAMED)('words about a file that cannot be read name it: %s', (app) => {
  expect(wordsOf(app)).toContain(app === '1Password 1PUX' ? '1Password' : app);
});

test('words about a file of which nothing is known name nothing', () => {
  expect(wordsOf(undefined)).toMatch(/^Nightlatch cannot read this kind of file\./u);
});

test.each([
  // Neither of them can export without encryption in the form it was found in.
  ['WinAuth', /text file without a password/u],
  ['OpenPGP', /Remove the encryption/u],
  ['Nightlatch', /Restore it/u],
  ['Microsoft Authenticator', /Turn two-factor authentication off and on again/u],
])('advice for %s is true', (app, advice) => {
  expect(wordsOf(app)).toMatch(advice);
});
