import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { base32Encode } from './base32.ts';
import { makeCertificate } from './certificate.ts';
import type { SimulatorClock } from './clock.ts';
import { initialConfig, patchConfig, type ConfigPatch, type SimulatorConfig } from './config.ts';
import {
  accountStates,
  pendingEnrolments,
  type AccountState,
  type PendingEnrolment,
} from './control.ts';
import { handle, type Place } from './handler.ts';
import type { JournalState } from './journal.ts';
import type { Mail } from './mail.ts';
import { codeOfStep, stepAt } from './totp.ts';
import { World } from './world.ts';

export interface SimulatorOptions {
  /** Port of VMS Cloud and the id host; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Port of VMS Local. */
  readonly localPort?: number;
  /** Decides every secret, process id and e-mailed code. */
  readonly seed?: string;
  readonly config?: ConfigPatch;
}

export interface Simulator {
  /** https, and plain http too: the first byte of a connection decides. */
  readonly port: number;
  /** VMS Local: another origin on 127.0.0.1 or any name mapped to it. */
  readonly localPort: number;
  /** Of the certificates' keys, as Chromium wants them named. */
  readonly keyHashes: readonly string[];
  /** Arguments with which Chromium finds the real host names here. */
  readonly chromiumArguments: readonly string[];
  readonly clock: SimulatorClock;
  /** The switches in force; with an argument, changes them first. Throws on an unknown one. */
  config(patch?: ConfigPatch): SimulatorConfig;
  log(): JournalState;
  mail(): readonly Mail[];
  accounts(): readonly AccountState[];
  /**
   * One more user who has TOTP already, `NAME@example.com`; gives the e-mail
   * and the secret. A user of its own frees a test of the steps others used up.
   */
  addUser(name: string): { readonly email: string; readonly secret: string };
  /** The code of `email` now (or `stepOffset` steps away) by the stand-in's clock; throws if not enrolled. */
  codeFor(email: string, stepOffset?: number): string;
  /** Enrolments on screen, their QR text and the code that would confirm each now. */
  pendingCodes(): readonly PendingEnrolment[];
  /**
   * Every code on screen is too old from now on: a page that asks (its
   * `qrReplaceSeconds` is not 0) shows another secret at once, at the
   * size `qrSize` then has.
   */
  replaceCodes(): void;
  /** Every session ends, as if its time had run out. */
  expireSessions(): void;
  /** Users, clock, log, mails, switches: back to the first second. */
  reset(): void;
  stop(): Promise<void>;
}

/** RFC 4226 section 4: 160 bits are recommended. */
const SECRET_BYTES = 20;

/** First byte of a TLS record of type handshake (RFC 8446 section 5.1). */
const TLS_HANDSHAKE = 0x16;

interface Listener {
  readonly port: number;
  readonly keyHash: string;
  stop(): Promise<void>;
}

async function listen(world: World, place: Place, port: number): Promise<Listener> {
  const names = ['*.tplinkcloud.com', 'localhost', 'nvr.local', '127.0.0.1'];
  const { keyHash, ...certificate } = makeCertificate(names, Date.now());
  const https = createHttpsServer(certificate);
  const http = createHttpServer();
  const sockets = new Set<Socket>();
  const serve = (server: Server, scheme: 'https' | 'http'): void => {
    server.on('request', (request, response) => {
      handle(world, place, scheme, request, response).catch((error: unknown) => {
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: error instanceof Error ? error.message : 'failed' }));
      });
    });
  };
  serve(https, 'https');
  serve(http, 'http');
  const entry = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: unknown = socket.read(1);
      if (!(first instanceof Buffer)) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
    });
  });
  // As a proxy every tunnel ends here: so Firefox, which has no resolver rules, finds us too.
  http.on('connect', (_request, client: Socket) => {
    const inner = connect(entryPort(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(inner).pipe(client);
    });
    inner.on('error', () => client.destroy());
    client.on('error', () => inner.destroy());
  });
  const entryPort = (): number => (entry.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    entry.once('error', reject);
    entry.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: entryPort(),
    keyHash,
    stop: () =>
      new Promise((resolve) => {
        entry.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Starts the stand-in on 127.0.0.1; nothing of it outlives `stop()`. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = new World(
    options.seed ?? 'nightlatch',
    patchConfig(initialConfig, options.config ?? {}),
  );
  const cloud = await listen(world, 'cloud', options.port ?? 0);
  const local = await listen(world, 'local', options.localPort ?? 0);
  return {
    port: cloud.port,
    localPort: local.port,
    keyHashes: [cloud.keyHash, local.keyHash],
    chromiumArguments: [
      `--host-resolver-rules=MAP *.tplinkcloud.com 127.0.0.1:${cloud.port},` +
        `MAP *.evil.test 127.0.0.1:${cloud.port},MAP vms-tplinkcloud.com 127.0.0.1:${cloud.port},` +
        `MAP xn--* 127.0.0.1:${cloud.port},MAP nvr.local 127.0.0.1:${local.port},EXCLUDE localhost`,
      `--ignore-certificate-errors-spki-list=${cloud.keyHash},${local.keyHash}`,
      // Otherwise Chromium turns http: into https: by itself, and the http look-alike is never seen.
      '--disable-features=HttpsUpgrades',
    ],
    clock: world.clock,
    config: (patch) => {
      if (patch !== undefined) world.config = patchConfig(world.config, patch);
      return world.config;
    },
    log: () => world.journal.state(),
    mail: () => world.outbox.all(),
    accounts: () => accountStates(world),
    addUser: (name) => {
      const email = `${name}@example.com`;
      const secret = world.random.bytes(SECRET_BYTES);
      world.accounts.add(email, secret);
      return { email, secret: base32Encode(secret) };
    },
    codeFor: (email, stepOffset = 0) => {
      const key = world.accounts.find(email)?.key;
      if (key === undefined) throw new Error(`${email} is not enrolled`);
      const nowMs = world.clock.nowMs(world.config.skewSeconds);
      return codeOfStep(key, stepAt(key, nowMs) + stepOffset);
    },
    pendingCodes: () => pendingEnrolments(world),
    replaceCodes: () => {
      for (const [id, enrolment] of world.enrolments) {
        world.enrolments.set(id, { ...enrolment, shownMs: -Infinity });
      }
    },
    expireSessions: () => world.sessions.clear(),
    reset: () => world.reset(),
    stop: async () => {
      await cloud.stop();
      await local.stop();
    },
  };
}
