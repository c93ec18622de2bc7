/** A writer of Google Authenticator's export codes: protocol buffers by hand. */

interface ExportedAccount {
  readonly secret: Uint8Array;
  readonly name: string | Uint8Array;
  readonly issuer?: string;
  readonly algorithm?: number;
  readonly digits?: number;
  readonly type?: number;
  readonly counter?: bigint;
}

interface Batch {
  readonly version?: number;
  readonly size?: number;
  readonly index?: number;
  readonly id?: number;
  readonly textId?: string;
}

/** Negative numbers are written as int64: ten bytes. */
function varint(value: bigint): Buffer {
  let left = BigInt.asUintN(64, value);
  const bytes: number[] = [];
  do {
    const more = left > 0x7fn;
    bytes.push(Number(left & 0x7fn) | (more ? 0x80 : 0));
    left >>= 7n;
  } while (left > 0n);
  return Buffer.from(bytes);
}

function numberField(field: number, value: number | bigint | undefined): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  return Buffer.concat([varint(BigInt(field << 3)), varint(BigInt(value))]);
}

function bytesField(field: number, value: string | Uint8Array | undefined): Buffer {
  if (value === undefined) return Buffer.alloc(0);
  const bytes = Buffer.from(value as string);
  return Buffer.concat([varint(BigInt((field << 3) | 2)), varint(BigInt(bytes.length)), bytes]);
}

export function exportPayload(accounts: readonly ExportedAccount[], batch: Batch = {}): Buffer {
  const parts = accounts.map((account) =>
    bytesField(
      1,
      Buffer.concat([
        bytesField(1, account.secret),
        bytesField(2, account.name),
        bytesField(3, account.issuer),
        numberField(4, account.algorithm),
        numberField(5, account.digits),
        numberField(6, account.type),
        numberField(7, account.counter),
      ]),
    ),
  );
  return Buffer.concat([
    ...parts,
    numberField(2, batch.version ?? 1),
    numberField(3, batch.size ?? 1),
    numberField(4, batch.index ?? 0),
    numberField(5, batch.id),
    bytesField(8, batch.textId),
  ]);
}

export function exportUri(accounts: readonly ExportedAccount[], batch: Batch = {}): string {
  const data = exportPayload(accounts, batch).toString('base64');
  return `otpauth-migration://offline?data=${encodeURIComponent(data)}`;
}
