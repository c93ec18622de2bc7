import { languageNames } from './lang/index.ts';
import { qrVariantNames } from './qr/index.ts';
import { uriVariantNames } from './uri/index.ts';
import { variantNames } from './variants/index.ts';

/** Every switch with its choices; the first is the default. What nobody knows of the real service is here. */
export const SWITCHES = {
  /** Where the log-in form is: G1 portal, G2 redirect to the id host, G3 same-host frame, G3X frame of another host. */
  flow: ['G2', 'G1', 'G3', 'G3X'],
  /** VMS Local: L1 a local user, L2 the ID's tab which posts there, opens a window, or redirects. */
  local: ['user', 'post', 'popup', 'redirect'],
  variant: variantNames,
  qr: qrVariantNames,
  qrPlace: ['dialog', 'page', 'shadow', 'closed-shadow', 'frame', 'cross-frame', 'scrolled'],
  uri: uriVariantNames,
  language: languageNames,
  /** What the log-in asks for; 'as-enrolled' is what the account has. */
  mfa: ['as-enrolled', 'none', 'totp', 'email', 'chooser'],
  window: ['adjacent', 'exact'],
  replay: ['refused', 'allowed'],
  counters: ['shown', 'omitted'],
  wrongCode: ['kept', 'cleared'],
  trustDevice: ['absent', 'shown'],
  privacy: ['absent', 'shown'],
  cookieBar: ['absent', 'shown'],
  notice: ['absent', 'shown'],
  decoys: ['absent', 'present'],
  /** What else goes on in the portal: a 4000×4000 canvas repainted each frame, 10,000 pictures, 5,000 nodes. */
  clutter: ['none', 'noise', 'images', 'nodes'],
  theme: ['light', 'dark'],
  /** Content-Security-Policy of the pages. */
  csp: ['none', 'strict'],
} as const satisfies Record<string, readonly string[]>;

/** Every number with its default and bounds. */
export const NUMBERS = {
  qrSize: { initial: 134, least: 40, most: 1000 },
  latencyMs: { initial: 0, least: 0, most: 60_000 },
  skewSeconds: { initial: 0, least: -100_000, most: 100_000 },
  passwordLockAfter: { initial: 5, least: 1, most: 1000 },
  codeLockAfter: { initial: 5, least: 1, most: 1000 },
  lockMinutes: { initial: 30, least: 1, most: 100_000 },
  processMinutes: { initial: 5, least: 1, most: 100_000 },
  sessionMinutes: { initial: 60, least: 1, most: 100_000 },
  /** The enrolment's QR is replaced by a new secret after so long; 0 = never. */
  qrReplaceSeconds: { initial: 0, least: 0, most: 100_000 },
} as const;

type Switches = { readonly [K in keyof typeof SWITCHES]: (typeof SWITCHES)[K][number] };
type Numbers = { readonly [K in keyof typeof NUMBERS]: number };
export type SimulatorConfig = Switches & Numbers;
export type ConfigPatch = Partial<SimulatorConfig>;

export const initialConfig: SimulatorConfig = parseWhole({
  ...Object.fromEntries(Object.entries(SWITCHES).map(([name, choices]) => [name, choices[0]])),
  ...Object.fromEntries(Object.entries(NUMBERS).map(([name, { initial }]) => [name, initial])),
});

function isOneOf<T extends string>(choices: readonly T[], value: unknown): value is T {
  return choices.some((choice) => choice === value);
}

function checked(name: string, value: unknown): string | number {
  if (Object.hasOwn(SWITCHES, name)) {
    const choices: readonly string[] =
      Object.entries(SWITCHES).find(([key]) => key === name)?.[1] ?? [];
    if (isOneOf(choices, value)) return value;
    throw new Error(`${name} must be one of ${choices.join(', ')}`);
  }
  const bounds = Object.entries(NUMBERS).find(([key]) => key === name)?.[1];
  if (bounds === undefined) throw new Error(`no such switch: ${name}`);
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number === 'number' && number >= bounds.least && number <= bounds.most) return number;
  throw new Error(`${name} must be ${bounds.least} to ${bounds.most}`);
}

function parseWhole(raw: Readonly<Record<string, unknown>>): SimulatorConfig {
  const whole = Object.fromEntries(
    [...Object.keys(SWITCHES), ...Object.keys(NUMBERS)].map((name) => [
      name,
      checked(name, raw[name]),
    ]),
  );
  // Every key of SimulatorConfig was just checked against its own table.
  return whole as unknown as SimulatorConfig;
}

/** Known keys of `raw` laid over `base`; throws on an unknown key or value. */
export function patchConfig(base: SimulatorConfig, raw: unknown): SimulatorConfig {
  if (typeof raw !== 'object' || raw === null) throw new Error('a JSON object is needed');
  for (const [name, value] of Object.entries(raw)) checked(name, value);
  return parseWhole({ ...base, ...raw });
}

/** `?variant=B&qrSize=256` laid over `base`; keys that are no switch are left to others. */
export function configOfQuery(base: SimulatorConfig, query: URLSearchParams): SimulatorConfig {
  const known = [...query].filter(
    ([name]) => Object.hasOwn(SWITCHES, name) || Object.hasOwn(NUMBERS, name),
  );
  return known.length === 0 ? base : patchConfig(base, Object.fromEntries(known));
}
