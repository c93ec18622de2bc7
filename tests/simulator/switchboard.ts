import { NUMBERS, SWITCHES } from './config.ts';

function link(name: string, value: string | number): string {
  // Enrolment switches show on the account page, the others at the log-in.
  const hash = /^(qr|uri|clutter)/.test(name) ? '#/admin/account' : '';
  return `<a href="https://vms.tplinkcloud.com/?${name}=${value}${hash}">${value}</a>`;
}

/** `/__sim/`: every switch with every choice as a link, for people who look around. */
export function indexHtml(): string {
  const choices = Object.entries(SWITCHES).map(
    ([name, values]) =>
      `<dt>${name}</dt><dd>${values.map((value) => link(name, value)).join(' · ')}</dd>`,
  );
  const numbers = Object.entries(NUMBERS).map(
    ([name, { initial, least, most }]) =>
      `<dt>${name}</dt><dd>${link(name, initial)} (${least} to ${most})</dd>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Switches (stand-in)</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sim/asset/page.css">
<body><p class="sim-banner">A stand-in for VMS Cloud, not TP-Link</p><main class="sim-view">
<h1>Every switch, the default first</h1><dl>${[...choices, ...numbers].join('\n')}</dl></main></body></html>
`;
}
