/**
 * A stand-in for VMS Cloud, not TP-Link: `npm run simulator`.
 *
 * One process on 127.0.0.1, in memory (but for a few bundled libraries kept in
 * the temporary folder), nothing sent anywhere. It prints its ports and
 * the Chromium arguments under which the real host names lead here.
 *
 *   main.ts [--port 8443] [--local-port 8444] [--seed TEXT] [--SWITCH VALUE …]
 *
 * Pages. `https://vms.tplinkcloud.com/` (portal; also use1-, euw1-, aps1-),
 * `https://id.tplinkcloud.com/` (identity app, flow G2), `*-vms-api.` (API host,
 * no CORS), any other name: the same portal, for look-alike tests. The local
 * port is VMS Local. Both ports speak https and plain http, and act as a proxy
 * (CONNECT) for a browser without resolver rules.
 * Enrolment: sign in, `#/admin/account`, button `#enable-2fa`.
 *
 * `/bare.html` on any name: a prompt for a code without a log-in before it.
 *
 * Users, all with the password `Latch-and-key-1`: maria@ and second@example.com
 * (2FA off), enrolled@, karl@ (TOTP), both@ (TOTP or e-mail), mail@ (e-mail),
 * and `operator` of VMS Local (TOTP).
 *
 * Flows. `flow`: G2 (default), G1, G3, G3X. VMS Local: `local`: user (L1), post,
 * popup, redirect (L2).
 *
 * Switches. `GET /__sim/switches` lists all of them with their choices, the
 * default first; set them at the start, by `POST /__sim/config {"variant":"B"}`,
 * or for one tab by the query: `https://vms.tplinkcloud.com/?variant=B&qrSize=256`
 * (the query is carried along through redirects and to the server).
 *
 * `https://vms.tplinkcloud.com/__sim/` shows them all as links.
 *
 * Control (GET reads, POST with JSON commands):
 *   /__sim/config     switches             /__sim/switches   all choices
 *   /__sim/clock      {"advanceSeconds":30} | {"offsetMs":0} | {"freezeAtMs":…}
 *   /__sim/log        every request, every submitted code, their count
 *   /__sim/mail       the outbox (codes and links)
 *   /__sim/accounts   the users, the secrets and the code of this moment
 *   /__sim/enrolments the codes on screen: QR text and the token that would confirm
 *   /__sim/around?kind=frame|sandbox|srcdoc|prerender&src=URL   a page of any host around another
 *   /__sim/expire     ends all sessions    /__sim/reset      back to the start
 */
import { parseArgs } from 'node:util';
import { NUMBERS, SWITCHES, patchConfig, initialConfig } from './config.ts';
import { startSimulator } from './server.ts';

const switchNames = [...Object.keys(SWITCHES), ...Object.keys(NUMBERS)];
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    'local-port': { type: 'string', default: '8444' },
    seed: { type: 'string' },
    ...Object.fromEntries(switchNames.map((name) => [name, { type: 'string' } as const])),
  },
});
const { port, 'local-port': localPort, seed, ...switches } = values;
const simulator = await startSimulator({
  port: Number(port),
  localPort: Number(localPort),
  ...(typeof seed === 'string' ? { seed } : {}),
  config: patchConfig(initialConfig, switches),
});
console.log(`A stand-in for VMS Cloud, not TP-Link
VMS Cloud  https://127.0.0.1:${simulator.port}/   (https://vms.tplinkcloud.com/ with the arguments below)
VMS Local  https://127.0.0.1:${simulator.localPort}/
Control    https://127.0.0.1:${simulator.port}/__sim/

chromium '${simulator.chromiumArguments.join("' '")}' --user-data-dir=$(mktemp -d) https://vms.tplinkcloud.com/`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void simulator.stop().then(() => process.exit(0));
  });
}
