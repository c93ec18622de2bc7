import { describe, expect, test } from 'vitest';
import { readTexts } from '../../../lib/formats/index.ts';
import type { ImportEntry } from '../../../lib/formats/format.ts';
import { base32, plain, secretBytes } from './accounts.ts';
import { exportUri } from './google.ts';

const SECRET = base32(plain.secret);

async function entriesOf(...texts: readonly string[]): Promise<readonly ImportEntry[]> {
  const answer = await readTexts(texts);
  if (answer.kind !== 'read') throw new Error(JSON.stringify(answer));
  return [...answer.entries, ...answer.parts.flatMap((part) => part.entries)];
}

describe('the texts of QR codes', () => {
  test.each(['\r\n', '\n', '\r'])('may hold a line end anywhere: %j', async (end) => {
    const uri = `otpauth://totp/Acme:maria@example.com?issuer=Acme&secret=${SECRET.slice(0, 8)}${end}${SECRET.slice(8)}`;
    const code = exportUri([{ secret: secretBytes(2), name: 'other' }]);
    const broken = code.slice(0, 50) + end + code.slice(50) + end;
    expect(await entriesOf(uri, broken)).toMatchObject([
      { kind: 'account', account: plain },
      { kind: 'account', account: { label: 'other', secret: secretBytes(2) } },
    ]);
  });

  test('may be a list each', async () => {
    const list = ['a', 'b'].map((name) => `otpauth://totp/${name}?secret=${SECRET}`).join('\n');
    expect(await entriesOf(list, `otpauth://totp/c?secret=${SECRET}`)).toMatchObject(
      ['a', 'b', 'c'].map((label) => ({ account: { label } })),
    );
  });

  test('say that the default stands for a period of 0, as a scan does', async () => {
    const uri = `otpauth://totp/x?secret=${SECRET}&period=0`;
    expect(await entriesOf(uri)).toMatchObject([
      { kind: 'account', assumed: 'period', account: { periodSeconds: 30 } },
    ]);
  });

  test('that are no links are told as any other file', async () => {
    expect(await readTexts(['WIFI:S:home;;'])).toMatchObject({ reason: 'unknown-format' });
  });
});
