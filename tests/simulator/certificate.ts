import { createHash, generateKeyPairSync, sign } from 'node:crypto';

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(4, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const integer = (hex: string): Buffer => der(0x02, Buffer.from(hex, 'hex'));

function generalizedTime(ms: number): Buffer {
  const text = new Date(ms)
    .toISOString()
    .replaceAll(/[-:T]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  return der(0x18, Buffer.from(text, 'ascii'));
}

/** RFC 5280 section 4.2: OID, critical?, OCTET STRING around the value. */
function extension(id: string, value: Uint8Array): Buffer {
  return sequence(oid(id), der(0x04, value));
}

const OID_ECDSA_SHA256 = '2a8648ce3d040302';
const OID_COMMON_NAME = '550403';
const OID_SUBJECT_ALT_NAME = '551d11';
const OID_BASIC_CONSTRAINTS = '551d13';

export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** base64 of SHA-256 over the SubjectPublicKeyInfo: by it Chromium is told to trust the key. */
  readonly keyHash: string;
}

/**
 * A self-signed X.509 v3 certificate (RFC 5280) on a new P-256 key, thrown
 * away with the process. `hosts` become its subjectAltName.
 */
export function makeCertificate(hosts: readonly string[], nowMs: number): ServerCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyInfo = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(
    der(
      0x31,
      sequence(
        oid(OID_COMMON_NAME),
        der(0x0c, Buffer.from('A stand-in for VMS Cloud, not TP-Link')),
      ),
    ),
  );
  const algorithm = sequence(oid(OID_ECDSA_SHA256));
  const names = hosts.map((host) =>
    /^\d+(\.\d+){3}$/.test(host)
      ? der(0x87, Uint8Array.from(host.split('.').map(Number)))
      : der(0x82, Buffer.from(host, 'ascii')),
  );
  const dayMs = 86_400_000;
  const body = sequence(
    der(0xa0, integer('02')),
    integer(`01${nowMs.toString(16).padStart(14, '0')}`),
    algorithm,
    name,
    sequence(generalizedTime(nowMs - 400 * dayMs), generalizedTime(nowMs + 400 * dayMs)),
    name,
    keyInfo,
    der(
      0xa3,
      sequence(
        extension(OID_BASIC_CONSTRAINTS, sequence()),
        extension(OID_SUBJECT_ALT_NAME, sequence(...names)),
      ),
    ),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    keyHash: createHash('sha256').update(keyInfo).digest('base64'),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
