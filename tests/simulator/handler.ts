import type { IncomingMessage, ServerResponse } from 'node:http';
import QRCode from 'qrcode';
import { findRoute } from './api.ts';
import { findAsset } from './assets.ts';
import { configOfQuery, initialConfig } from './config.ts';
import { classic } from './classic.ts';
import { control } from './control.ts';
import { BARE_HTML } from './bare.ts';
import { aroundHtml } from './around.ts';
import { findDecoyHtml } from './decoys/index.ts';
import { indexHtml } from './switchboard.ts';
import { pageHeaders, pageHtml, type PageKind } from './pages.ts';
import type { Call } from './reply.ts';
import type { World } from './world.ts';

const BODY_LIMIT = 100_000;

/** Which of the stand-in's ports a request came in by. */
export type Place = 'cloud' | 'local';

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    length += chunk.length;
    if (length > BODY_LIMIT) throw new Error('body too long');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('a JSON object is needed');
  return Object.fromEntries(Object.entries(parsed));
}

function cookie(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** One log-in crosses from the portal to the id host and back, so their cookie is the domain's. */
function setCookie(host: string, secure: boolean, name: string, value: string): string {
  const bare = host.replace(/:\d+$/, '');
  const domain = /(^|\.)tplinkcloud\.com$/.test(bare) ? '; Domain=tplinkcloud.com' : '';
  const age = value === '' ? '; Max-Age=0' : '';
  // The cross-host frame (G3X) is still the same site, so Lax reaches it.
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${domain}${age}`;
}

// 'no-store' on any answer would keep a page out of the back/forward cache.
function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-cache' });
  response.end(JSON.stringify(value));
}

function pageKind(host: string, path: string, place: Place): PageKind {
  if (path === '/essential/frame.html') return 'frame';
  if (place === 'local') return 'local';
  return /^(?:\w+-)?id\.tplinkcloud\.com(?::|$)/.test(host) ? 'identity' : 'portal';
}

function isApiHost(host: string): boolean {
  return /^(?:\w+-vms-api|(?:\w+-)?(?:h2)?api-id)\.tplinkcloud\.com(?::|$)/.test(host);
}

/** Answers one request of any of the stand-in's ports. */
export async function handle(
  world: World,
  place: Place,
  scheme: 'https' | 'http',
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Through a proxy (Firefox) the target comes as an absolute address.
  const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'localhost'}`);
  const config = configOfQuery(world.config, url.searchParams);
  const nowMs = world.clock.nowMs(config.skewSeconds);
  response.setHeader('Date', new Date(nowMs).toUTCString());
  const path = url.pathname;
  if (path.startsWith('/__sim/asset/')) {
    const asset = await findAsset(path.slice('/__sim/asset/'.length));
    if (asset === undefined) return json(response, 404, {});
    // Fresh for a short while only: a page bundle is 1.5 MB and tests open it hundreds of times.
    response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=600' });
    response.end(asset.body);
    return;
  }
  if (path === '/__sim/') {
    response.writeHead(200, pageHeaders(initialConfig));
    response.end(indexHtml());
    return;
  }
  if (path === '/__sim/around') {
    response.writeHead(200, pageHeaders(config));
    response.end(aroundHtml(url.searchParams));
    return;
  }
  if (path.startsWith('/__sim/')) {
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    return json(response, 200, control(world, path.slice('/__sim/'.length), body));
  }
  const method = request.method ?? 'GET';
  world.journal.request({ atMs: nowMs, method, scheme, host: url.host, path });
  if (config.latencyMs > 0) {
    await new Promise((done) => {
      setTimeout(done, config.latencyMs);
    });
  }
  const picture = /^\/api\/v1\/qr\/([0-9a-f]+)\.png$/.exec(path)?.[1];
  if (picture !== undefined) return sendPicture(world, picture, config.qrSize, response);
  if (path.startsWith('/api/v1/')) return callApi(world, place, url, request, response);
  if (isApiHost(url.host)) return json(response, 404, {});
  const decoy = path.startsWith('/decoy/')
    ? findDecoyHtml(path.slice('/decoy/'.length))
    : undefined;
  if (decoy !== undefined) {
    response.writeHead(200, pageHeaders(config));
    response.end(decoy);
    return;
  }
  if (path === '/bare.html') {
    response.writeHead(200, pageHeaders(config));
    response.end(BARE_HTML);
    return;
  }
  if (/^\/classic(\/code)?$/.test(path)) return sendClassic(world, place, url, request, response);
  response.writeHead(200, pageHeaders(config));
  response.end(pageHtml({ kind: pageKind(url.host, path, place), config }));
}

async function callApi(
  world: World,
  place: Place,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const route = findRoute(url.pathname.slice('/api/v1/'.length));
  if (route === undefined || request.method !== 'POST') return json(response, 404, {});
  const { cookies, ...reply } = route(await callOf(world, place, url, request));
  setCookies(response, url, cookies ?? {});
  json(response, 200, reply);
}

async function callOf(
  world: World,
  place: Place,
  url: URL,
  request: IncomingMessage,
): Promise<Call> {
  const config = configOfQuery(world.config, url.searchParams);
  return {
    world,
    config,
    nowMs: world.clock.nowMs(config.skewSeconds),
    host: url.host,
    place,
    session: cookie(request, 'sim_session'),
    trustedDevice: cookie(request, 'sim_device'),
    body: await readBody(request),
  };
}

function setCookies(
  response: ServerResponse,
  { host, protocol }: URL,
  cookies: Readonly<Record<string, string>>,
): void {
  const lines = Object.entries(cookies).map(([name, value]) =>
    setCookie(host, protocol === 'https:', name, value),
  );
  if (lines.length > 0) response.setHeader('Set-Cookie', lines);
}

async function sendClassic(
  world: World,
  place: Place,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = await callOf(world, place, url, request);
  const answer = classic(call, url, request.method ?? 'GET');
  if ('html' in answer) {
    response.writeHead(200, pageHeaders(call.config));
    response.end(answer.html);
    return;
  }
  setCookies(response, url, answer.cookies);
  response.writeHead(303, { location: answer.location });
  response.end();
}

/** The QR as the API host's own picture: no CORS headers, so it taints any canvas. */
async function sendPicture(
  world: World,
  id: string,
  sizePx: number,
  response: ServerResponse,
): Promise<void> {
  const enrolment = world.enrolments.get(id);
  if (enrolment === undefined) return json(response, 404, {});
  const png = await QRCode.toBuffer(enrolment.uri, { width: sizePx, margin: 4 });
  response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'no-store' });
  response.end(png);
}
