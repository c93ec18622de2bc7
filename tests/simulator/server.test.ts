import { request } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD } from './accounts.ts';
import { startSimulator, type Simulator } from './server.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'test' });
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.reset();
  simulator.clock.freeze(1_800_000_000_000);
});

interface Answer {
  readonly errorCode: number;
  readonly result: Readonly<Record<string, unknown>>;
  readonly cookie: string;
  readonly date: string;
}

function post(name: string, body: object, cookie = '', query = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: simulator.port,
        path: `/api/v1/${name}${query}`,
        method: 'POST',
        // The certificate is thrown away with the process; nobody could know it beforehand.
        rejectUnauthorized: false,
        headers: { host: 'vms.tplinkcloud.com', cookie },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => {
          const { errorCode, result } = JSON.parse(text) as Answer;
          const set = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
          resolve({ errorCode, result, cookie: set.join('; '), date: response.headers.date ?? '' });
        });
      },
    );
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}

const enrolled = { email: 'enrolled@example.com', password: PASSWORD };

async function openPrompt(query = ''): Promise<object> {
  const { errorCode, result } = await post('login', enrolled, '', query);
  expect(errorCode).toBe(-20677);
  return { ...enrolled, needMfa: true, mfaType: 3, mfaProcessId: result['MFAProcessId'] };
}

describe('a log-in', () => {
  test('with the right code opens a session and burns the code', async () => {
    const prompt = await openPrompt();
    const code = simulator.codeFor(enrolled.email);
    const answer = await post('login', { ...prompt, code });
    expect(answer.errorCode).toBe(0);
    expect((await post('session', {}, answer.cookie)).result['email']).toBe(enrolled.email);
    expect((await post('login', { ...(await openPrompt()), code })).errorCode).toBe(-20680);
    expect(simulator.log().submits.map(({ outcome }) => outcome)).toEqual(['accepted', 'replayed']);
  });

  test('survives a wrong code and locks at the fifth', async () => {
    const prompt = await openPrompt();
    const codes: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      codes.push((await post('login', { ...prompt, code: 'wrong' })).errorCode);
    }
    expect(codes).toEqual([-20680, -20680, -20680, -20680, -20675]);
    expect((await post('login', enrolled)).errorCode).toBe(-20675);
    simulator.clock.advance(30 * 60);
    expect((await post('login', enrolled)).errorCode).toBe(-20677);
  });

  test('whose prompt is older than five minutes must begin again', async () => {
    const prompt = await openPrompt();
    simulator.clock.advance(5 * 60);
    const code = simulator.codeFor(enrolled.email);
    expect((await post('login', { ...prompt, code })).errorCode).toBe(-20681);
  });

  test('is judged by the skewed clock, which the Date header shows', async () => {
    const prompt = await openPrompt('?skewSeconds=300');
    const code = simulator.codeFor(enrolled.email);
    const answer = await post('login', { ...prompt, code }, '', '?skewSeconds=300');
    expect(answer.errorCode).toBe(-20680);
    expect(Date.parse(answer.date)).toBe(1_800_000_300_000);
  });

  test('under variant L asks for an e-mailed code and takes no token', async () => {
    const { result } = await post('login', enrolled, '', '?variant=L');
    expect(result['supportedMFATypes']).toEqual([2]);
    const prompt = { ...enrolled, needMfa: true, mfaProcessId: result['MFAProcessId'] };
    const token = { ...prompt, mfaType: 3, code: simulator.codeFor(enrolled.email) };
    expect((await post('login', token)).errorCode).toBe(-20680);
    const mailed = { ...prompt, mfaType: 2, code: simulator.mail()[0]?.code };
    expect((await post('login', mailed)).errorCode).toBe(0);
  });
});

describe('the other ways', () => {
  test('a trusted device skips the code, for its own user only', async () => {
    const prompt = await openPrompt();
    const code = simulator.codeFor(enrolled.email);
    const { cookie } = await post('login', { ...prompt, code, trustDevice: true });
    expect((await post('login', enrolled, cookie)).errorCode).toBe(0);
    const karl = { email: 'karl@example.com', password: PASSWORD };
    expect((await post('login', karl, cookie)).errorCode).toBe(-20677);
  });

  test('the mailed link switches 2FA off, once', async () => {
    await post('mfa/disable', { email: enrolled.email });
    const token = /token=(\w+)$/.exec(simulator.mail()[0]?.link ?? '')?.[1];
    expect((await post('mfa/disable/confirm', { token })).errorCode).toBe(0);
    expect((await post('login', enrolled)).errorCode).toBe(0);
    expect((await post('mfa/disable/confirm', { token })).errorCode).toBe(-20681);
  });

  test('a password is locked after five wrong ones, with or without counters', async () => {
    const wrong = { ...enrolled, password: 'wrong' };
    const first = await post('login', wrong);
    expect(first.result).toEqual({ remainAttempts: 4, lockedMinutes: 30 });
    expect((await post('login', wrong, '', '?counters=omitted')).result).toEqual({});
    for (let attempt = 0; attempt < 3; attempt += 1) await post('login', wrong);
    expect((await post('login', enrolled)).errorCode).toBe(-20675);
  });

  test('a ticket of the id host opens a VMS Local session, once', async () => {
    const { cookie } = await post('login', { email: 'maria@example.com', password: PASSWORD });
    const { result } = await post('ticket/issue', {}, cookie);
    expect((await post('ticket/redeem', result)).errorCode).toBe(0);
    expect((await post('ticket/redeem', result)).errorCode).toBe(-20681);
  });

  test('an unknown switch or value is refused, not ignored', () => {
    expect(() => simulator.config({ variant: 'Z' })).toThrow('variant must be one of');
    expect(() => simulator.config(JSON.parse('{"colour":"red"}'))).toThrow('no such switch');
  });
});

describe('an enrolment', () => {
  test('shows a new secret each time, live only after a valid token, which is burnt', async () => {
    const maria = { email: 'maria@example.com', password: PASSWORD };
    const { cookie } = await post('login', maria);
    const first = await post('enrolment/begin', { password: PASSWORD }, cookie);
    const second = await post('enrolment/begin', { password: PASSWORD }, cookie);
    expect(second.result['uri']).not.toBe(first.result['uri']);
    const enrolmentId = second.result['enrolmentId'];
    expect((await post('enrolment/submit', { enrolmentId, code: 'wrong' }, cookie)).errorCode).toBe(
      -20680,
    );
    expect((await post('login', maria)).errorCode).toBe(0);
    const key = simulator.pendingCodes().find(({ id }) => id === enrolmentId);
    const submit = { enrolmentId, code: key?.code };
    expect((await post('enrolment/submit', submit, cookie)).errorCode).toBe(0);
    const { errorCode, result } = await post('login', maria);
    expect(errorCode).toBe(-20677);
    const prompt = { ...maria, needMfa: true, mfaType: 3, mfaProcessId: result['MFAProcessId'] };
    expect((await post('login', { ...prompt, code: key?.code })).errorCode).toBe(-20680);
  });
});
