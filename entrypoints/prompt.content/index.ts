import { defineContentScript } from 'wxt/utils/define-content-script';
import { errorCodeOf } from '../../lib/errors.ts';
import { noteQrPicture, noteQrReading } from '../../lib/page/dom/qr-reading.ts';
import { CandidateFinder } from '../../lib/page/qr/find-candidates.ts';
import { removeLeftovers } from '../../lib/page/dom/leftovers.ts';
import { ownMembers } from '../../lib/page/dom/own-members.ts';
import { siteOfAncestors } from '../../lib/page/dom/frame-ancestors.ts';
import { relaySignIn } from '../../lib/page/prompt/sign-in-relay.ts';
import { watchSignIn } from '../../lib/page/prompt/watch-sign-in.ts';
import { watchFirstField } from '../../lib/page/prompt/watch-first-field.ts';
import { beginScript } from '../../lib/protocol/begin-script.ts';
import { askAsPage, isAlive } from '../../lib/protocol/client.ts';
import { findSite, matchPatterns } from '../../lib/sites/index.ts';

/**
 * Always there, so small: it notices the user's log-in, and calls for the
 * script that fills when a field comes into view, and for the one that enrols
 * before a QR code does.
 */
export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  runAt: 'document_start',
  main() {
    if (siteOfAncestors(window) === 'foreign') return;
    // Nobody looks at a prerendered page yet (Chromium; missing in the DOM types).
    const page = ownMembers(document);
    if ('prerendering' in page && page.prerendering === true)
      page.addEventListener('prerenderingchange', start, { once: true });
    else start();
  },
});

function start(): void {
  const life = beginScript('prompt');
  if (life) watch(life);
}

function watch(life: AbortController): void {
  removeLeftovers();
  const { signal } = life;

  function watchSignInHere(): void {
    watchSignIn((identity) => {
      // After an update this script is an orphan: it leaves without a word.
      if (!isAlive()) return life.abort();
      askAsPage('signInInput', identity === undefined ? {} : { identity }).then(relaySignIn, leave);
    }, signal);
  }

  function leave(thrown: unknown): void {
    if (!isAlive() || errorCodeOf(thrown) === 'site-unknown') life.abort();
  }

  // A pattern is wider than a site (other ports, a trailing dot), and only the background knows
  // the sites a user added: where the register has no such origin, it is asked before anything is watched.
  const isRegistered = findSite(location.origin) !== undefined;
  if (isRegistered) watchSignInHere();
  watchFirstField(() => {
    askAsPage('fieldInView', {}).then(({ moment }) => {
      if (!isRegistered) watchSignInHere();
      // The log-in may have been in a document before this one.
      if (moment === 'sign-in') relaySignIn();
    }, leave);
  }, signal);
  whenUserBegins(() => void askAsPage('qrExpected', { script: 'needed' }).catch(leave), signal);
  const untilQr = new AbortController();
  new CandidateFinder(
    (element) => {
      untilQr.abort();
      noteQrReading('under-way');
      // The background wakes while the script reads the pixels.
      const script = noteQrPicture(element) === 'taken' ? 'here' : 'needed';
      askAsPage('qrExpected', { script }).catch((thrown: unknown) => {
        // The script that is here says itself when it has read the picture.
        if (script === 'needed') noteQrReading('over');
        leave(thrown);
      });
    },
    AbortSignal.any([signal, untilQr.signal]),
  ).start();
}

/**
 * Runs `work` when the page has nothing to do after the user's first input: who sets up an account goes
 * through some dialogs before the one with the QR code, and then the script for it is there already.
 */
function whenUserBegins(work: () => void, signal: AbortSignal): void {
  const begun = new AbortController();
  const until = AbortSignal.any([signal, begun.signal]);
  const begin = (event: Event): void => {
    if (!event.isTrusted) return;
    begun.abort();
    requestIdleCallback(() => {
      if (!signal.aborted) work();
    });
  };
  for (const name of ['pointerdown', 'keydown'])
    ownMembers(document).addEventListener(name, begin, {
      capture: true,
      passive: true,
      signal: until,
    });
}
