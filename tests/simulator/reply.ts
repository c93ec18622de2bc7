import type { SimulatorConfig } from './config.ts';
import { ERRORS } from './error-codes.ts';
import type { World } from './world.ts';

/** One call of the page to its own server. */
export interface Call {
  readonly world: World;
  /** The stand-in's switches with this page's own query laid over them. */
  readonly config: SimulatorConfig;
  readonly nowMs: number;
  readonly host: string;
  readonly place: 'cloud' | 'local';
  readonly session: string | undefined;
  readonly trustedDevice: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** HTTP 200 always, `errorCode` decides: as open-source clients of the family report. */
export interface Reply {
  readonly errorCode: number;
  readonly msg: string;
  readonly result: Readonly<Record<string, unknown>>;
  /** Cookies to set: name → value, '' deletes. */
  readonly cookies?: Readonly<Record<string, string>>;
}

export function accepted(
  result: Reply['result'] = {},
  cookies: Readonly<Record<string, string>> = {},
): Reply {
  return { errorCode: 0, msg: 'Success.', result, cookies };
}

export function refused(error: keyof typeof ERRORS, result: Reply['result'] = {}): Reply {
  return { errorCode: ERRORS[error], msg: error, result };
}

/** A string member of the body, '' when absent or of another type. */
export function text(call: Call, name: string): string {
  const value = call.body[name];
  return typeof value === 'string' ? value : '';
}
