import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

interface ZipMember {
  readonly name: string;
  readonly content: string | Buffer;
  /** Encrypted as WinZip does (AE-2, AES-256) when present. */
  readonly password?: string;
  /** Sets the bit of ZIP's own old cipher, which is not read. */
  readonly oldCipher?: boolean;
}

interface Written {
  readonly local: Buffer;
  readonly central: Buffer;
}

/** 1 January 1980, the first day that the format has: an archive tells no time. */
const DATE = 0x0021;

/** A ZIP archive after PKWARE's APPNOTE, with deflate. */
export function zip(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  for (const member of members) {
    const offset = locals.reduce((sum, one) => sum + one.length, 0);
    const { local, central } = writeMember(member, offset);
    locals.push(local);
    centrals.push(central);
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(
    locals.reduce((sum, one) => sum + one.length, 0),
    16,
  );
  return Buffer.concat([...locals, directory, end]);
}

function writeMember(member: ZipMember, offset: number): Written {
  const { password } = member;
  const content = Buffer.from(member.content);
  const deflated = deflateRawSync(content, { level: 9 });
  const stored = password === undefined ? deflated : encrypt(deflated, password);
  const name = Buffer.from(member.name);
  const extra = Buffer.alloc(password === undefined ? 0 : 11);
  if (password !== undefined) {
    extra.writeUInt16LE(0x9901, 0);
    extra.writeUInt16LE(7, 2);
    extra.writeUInt16LE(2, 4);
    extra.write('AE', 6, 'latin1');
    extra.writeUInt8(3, 8);
    extra.writeUInt16LE(8, 9);
  }
  // Version, flags, method, time, date, CRC, both sizes and both lengths stand alike in both headers.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(password !== undefined || member.oldCipher === true ? 1 : 0, 2);
  common.writeUInt16LE(password === undefined ? 8 : 99, 4);
  common.writeUInt16LE(DATE, 8);
  common.writeUInt32LE(password === undefined ? crc32(content) : 0, 10);
  common.writeUInt32LE(stored.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const signature = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  return {
    local: Buffer.concat([signature(0x04034b50), common, name, extra, stored]),
    central: Buffer.concat([
      signature(0x02014b50),
      Buffer.from([20, 0]),
      common,
      tail,
      name,
      extra,
    ]),
  };
}

function encrypt(plaintext: Buffer, password: string): Buffer {
  const salt = randomBytes(16);
  const derived = pbkdf2Sync(password, salt, 1000, 66, 'sha1');
  const ciphertext = Buffer.from(plaintext);
  for (let at = 0; at < ciphertext.length; at += 16) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(at / 16 + 1);
    const aes = createCipheriv('aes-256-ecb', derived.subarray(0, 32), null).setAutoPadding(false);
    const stream = aes.update(counter);
    for (let byte = at; byte < Math.min(at + 16, ciphertext.length); byte++) {
      ciphertext[byte] = (ciphertext[byte] ?? 0) ^ (stream[byte - at] ?? 0);
    }
  }
  const mac = createHmac('sha1', derived.subarray(32, 64)).update(ciphertext).digest();
  return Buffer.concat([salt, derived.subarray(64), ciphertext, mac.subarray(0, 10)]);
}
