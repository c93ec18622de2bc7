/**
 * `npm start`: the whole first journey at the stand-in for VMS Cloud. With a
 * display a browser opens at the enrolment, ready to be tried by hand; without
 * one it walks through by itself and leaves a picture of every step.
 */
import { rmSync } from 'node:fs';
import { ensureChromium } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';
import { launch } from '../e2e/driver/launch.ts';
import { shot, shotsDirectory } from '../e2e/driver/shots.ts';
import { openEnrolment, signIn, waitForSignedIn } from '../e2e/driver/stand-in.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { firstJourney, USER } from './steps.ts';

function hasDisplay(): boolean {
  return (
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}

/** Opens the dialog with the QR and leaves the rest to the person at the keyboard. */
async function openByHand(extension: string, simulator: Simulator): Promise<void> {
  const driven = await launch({ extension, simulator, window: 'visible' });
  const page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  console.log(`
A browser is open at the enrolment of ${USER}, at a stand-in for VMS Cloud.
  1. Press "Save and fill code" in the card, choose a passphrase, keep the recovery code.
  2. Press Submit in the page. Then log out and sign in again: the password of the
     stand-in is Latch-and-key-1, and the code comes by itself.
Close the browser to end.`);
  await new Promise((resolve) => driven.browser.once('disconnected', resolve));
  await driven.close();
}

/** Walks through every step; each leaves a line and a picture. */
async function walkThrough(extension: string, simulator: Simulator): Promise<void> {
  rmSync(shotsDirectory(), { recursive: true, force: true });
  const driven = await launch({ extension, simulator });
  try {
    const page = await driven.newPage();
    console.log('\nNo display: walking through enrolment and log-in by itself.\n');
    for (const [index, step] of firstJourney(driven, page).entries()) {
      const shown = await step.act();
      const number = String(index + 1).padStart(2, '0');
      console.log(`${number}  ${step.title}\n    ${await shot(shown, `journey-${number}`)}`);
    }
  } finally {
    await driven.close();
  }
}

process.env['CHROMIUM_PATH'] = ensureChromium();
console.log('Building the extension …');
const extension = buildExtension();
const simulator = await startSimulator();
try {
  if (hasDisplay()) await openByHand(extension, simulator);
  else await walkThrough(extension, simulator);
} finally {
  await simulator.stop();
}
