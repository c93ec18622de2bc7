/** One account as Google Authenticator exports it. */
export interface Exported {
  readonly issuer: string;
  readonly name: string;
  readonly secret: Uint8Array;
  /** 1 is SHA-1, which it is where absent; 4 is MD5. */
  readonly algorithm?: number;
  /** Of an account by counter. */
  readonly counter?: number;
}

/** A field of a protocol buffer: a number as varint, anything else with its length. */
function field(number: number, value: number | string | Uint8Array): Buffer {
  if (typeof value === 'number') return Buffer.from([number << 3, value]);
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
}

/** The text of QR number `index` (from 0) of an export in `size` of them; every length here is under 128. */
export function exportUri(accounts: readonly Exported[], size: number, index: number): string {
  const entries = accounts.map(({ issuer, name, secret, algorithm = 1, counter }) =>
    field(
      1,
      Buffer.concat([
        field(1, secret),
        field(2, name),
        field(3, issuer),
        field(4, algorithm),
        field(5, 1),
        field(6, counter === undefined ? 2 : 1),
        ...(counter === undefined ? [] : [field(7, counter)]),
      ]),
    ),
  );
  const payload = Buffer.concat([
    ...entries,
    field(2, 1),
    field(3, size),
    field(4, index),
    field(5, 77),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
}
