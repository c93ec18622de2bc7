/** Kinds uri, typed and migration: texts that are read, saved and looked at again. */
import { isRecord, verdictOf, type Case, type Verdict } from './case.ts';
import { codeOf, linkOfScan, resultsOf, secretOf, type Instrument } from './instrument.ts';
import { askAsOwnPage } from '../../e2e/driver/nightlatch.ts';
import { ImportReader } from '../../../entrypoints/import-reader/import-reader.ts';
import type { ImportLine } from '../../../lib/protocol/import-views.ts';
import type { ScanView } from '../../../lib/protocol/views.ts';

/** Kinds of QR code that are shown as what they are; without a review nothing becomes an account unasked. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['hotp', 'steam']);

export async function runUri({ own }: Instrument, { input, expected }: Case): Promise<Verdict> {
  const [result] = await resultsOf(own, String(input));
  if (!result?.scan) {
    const isUnsupported = UNSUPPORTED.has(result?.kind ?? '');
    const code = result?.code ?? (isUnsupported ? 'otp-type-unsupported' : result?.kind);
    return verdictOf(expected['refused'] === code, `refused: ${code ?? 'nothing found'}`);
  }
  const { scan } = result;
  if (expected['refused'] !== undefined) return verdictOf(false, 'accepted');
  const link = await linkOfScan(own, scan);
  const came: Readonly<Record<string, unknown>> = {
    issuer: scan.issuer,
    label: scan.label,
    algorithm: scan.algorithm,
    digits: scan.digits,
    ...(scan.type === 'hotp' ? { counter: scan.counter } : { periodSeconds: scan.periodSeconds }),
    secretBytes: secretOf(link).bytes.length,
  };
  const wanted = expected['accepted'] ?? expected['acceptedWith'];
  const differing = isRecord(wanted)
    ? Object.entries(wanted).filter(([name, value]) => came[name] !== value)
    : [];
  const code = expected['code'];
  const isCode =
    isRecord(code) && codeOf(link, Number(code['atMs'])) !== code['digits'] ? ['another code'] : [];
  const faults = [...differing.map(([name]) => `${name}: ${String(came[name])}`), ...isCode];
  return verdictOf(faults.length === 0, `accepted${faults.map((one) => `; ${one}`).join('')}`);
}

export async function runTyped({ own }: Instrument, one: Case): Promise<Verdict> {
  const typed = {
    type: 'totp',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
    secret: String(one.input),
  };
  const names = { issuer: 'Typed', label: one.id };
  let scan;
  try {
    scan = (await askAsOwnPage(own, 'readTyped', { ...names, ...typed })) as ScanView;
  } catch (thrown) {
    return verdictOf(false, String(thrown));
  }
  const link = await linkOfScan(own, scan);
  const bytes = secretOf(link).bytes.length;
  return verdictOf(bytes === one.expected['secretBytes'], `${bytes} bytes`);
}

export async function runMigration({ own }: Instrument, one: Case): Promise<Verdict> {
  const reader = new ImportReader(() => undefined);
  const files = [new Blob([String(one.input)])];
  const { contents } = await reader.answer({ kind: 'read', files });
  const ask = { files: contents };
  const lines = (await askAsOwnPage(own, 'importPreview', ask)) as readonly ImportLine[];
  const refused = lines.filter(({ kind }) => kind === 'refused');
  const accounts = lines.length - refused.length;
  const named = refused.filter(({ issuer, label }) => issuer !== '' || label !== '').length;
  const { entries, accounts: wanted } = one.expected;
  // Where the number is put into words, all entries but one have to be accounts.
  const least = typeof wanted === 'number' ? wanted : Number(entries) - 1;
  const codes = refused.map(({ code, reason }) => code ?? reason).join(', ');
  return verdictOf(
    accounts + named === entries && accounts >= least,
    `${accounts} accounts, ${named} refused by name${codes ? ` (${codes})` : ''}`,
  );
}
