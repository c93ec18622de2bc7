import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatRecoveryCode,
  parseRecoveryCode,
} from '../../../../lib/vault/format/recovery-code.ts';

const secrets = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Uint8Array.from(bytes));

describe('a recovery code', () => {
  test('is seven groups of four that give back the 128 bits', async () => {
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        const code = await formatRecoveryCode(secret);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
        expect(await parseRecoveryCode(code)).toEqual(secret);
      }),
    );
  });

  test('of known bits is known', async () => {
    expect(await formatRecoveryCode(new Uint8Array(16))).toMatch(/^(0000-){6}0[0-9A-Z]{3}$/);
    expect(await formatRecoveryCode(new Uint8Array(16).fill(255))).toMatch(/^(ZZZZ-){6}Z/);
  });

  test('is read as people write', async () => {
    const secret = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    const code = await formatRecoveryCode(secret);
    const ways = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ' — '),
      `“${code}”.`,
      `\u200b${code}\n`,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('0', 'o').replaceAll('1', 'I'),
      code
        .split('')
        .map((character) =>
          character.replace(/[A-Z0-9]/, (c) =>
            String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0),
          ),
        )
        .join(''),
    ];
    for (const way of ways) expect(await parseRecoveryCode(way)).toEqual(secret);
  });

  test('with one wrong character or two swapped is nearly always told to be a slip', async () => {
    let unnoticed = 0;
    await fc.assert(
      fc.asyncProperty(
        secrets,
        fc.nat(27),
        fc.integer({ min: 1, max: 31 }),
        async (secret, at, by) => {
          const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
          const characters = (await formatRecoveryCode(secret)).replaceAll('-', '').split('');
          const slip = [...characters];
          slip[at] = alphabet.charAt((alphabet.indexOf(characters[at] ?? '') + by) % 32);
          const swapped = [...characters];
          [swapped[at], swapped[(at + 1) % 28]] = [swapped[(at + 1) % 28] ?? '', swapped[at] ?? ''];
          for (const wrong of [slip, swapped]) {
            if (wrong.join('') === characters.join('')) continue;
            await parseRecoveryCode(wrong.join('')).then(
              () => {
                unnoticed += 1;
              },
              (thrown: unknown) => {
                expect(thrown).toHaveProperty('code', 'recovery-code-malformed');
              },
            );
          }
        },
      ),
      { numRuns: 500, seed: 1 },
    );
    // 12 check bits: one in 4096.
    expect(unnoticed).toBeLessThanOrEqual(2);
  });

  test('of another length or alphabet is malformed, whatever it is', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => new TextDecoder('utf-16').decode(bytes)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await expect(parseRecoveryCode(text)).rejects.toThrow('recovery-code-malformed');
      }),
    );
  });
});
