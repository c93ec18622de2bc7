import { errorCodeOf, type ErrorCode } from '../../errors.ts';
import { PollWhileActive } from '../dom/poll-while-active.ts';
import { rootsAround } from '../dom/tree.ts';
import type { OfferAct, OfferView } from './card-view.ts';
import type { OfferWords } from './card-words.ts';
import { showOffer, type OfferCard } from './card.ts';
import { isShown } from '../dom/visible.ts';
import { areSameName, rereader } from './reread.ts';
import { keepCode } from './fill-code.ts';
import { watchDialog, type DialogOutcome } from './watch-dialog.ts';
import { findFrame } from './frames.ts';
import type { EnrolmentPorts, EnrolmentPushes } from './ports.ts';
import { tellOutcome, type Enrolment, type Sighting } from './state.ts';
import { watchSights } from './scan.ts';

const TICK_MS = 500;
/** How long the last word stays when nobody closes it. */
const FAREWELL_MS = 12_000;

/** Runs the enrolments of this document until `signal` aborts. */
export function watchEnrolment(
  ports: EnrolmentPorts,
  words: OfferWords,
  signal: AbortSignal,
): EnrolmentPushes {
  let card: OfferCard | undefined;
  let current: Enrolment | undefined;
  /** A second code in view waits until the first is dealt with. */
  let next: Sighting | undefined;
  const again = rereader(ports, signal);

  function show(view: OfferView): void {
    card ??= showOffer(words, (act) => void onAct(act), signal);
    card.show(view);
  }
  function closeCard(): void {
    card?.close();
    card = undefined;
  }

  function fail(enrolment: Enrolment, code: ErrorCode): void {
    if (enrolment !== current) return;
    // Only an open vault knows its duplicates: the question comes late.
    if (code === 'account-duplicate') offerAnew(enrolment, 'same-name');
    else if (code === 'vault-locked') offerAnew(enrolment);
    else {
      // Not saved: the card goes with the code.
      if (enrolment.phase === 'saving') enrolment.phase = 'offered';
      show({ kind: 'failed', code });
    }
  }

  function offerAnew(enrolment: Enrolment, duplicate = enrolment.found.duplicate): void {
    enrolment.phase = 'offered';
    show({ kind: 'found', ...enrolment.found, duplicate });
  }

  function end(enrolment: Enrolment): void {
    enrolment.ending.abort();
    if (current !== enrolment) return;
    current = undefined;
    if (next?.picture.isConnected) offer(next);
    next = undefined;
  }

  function offer(sighting: Sighting): void {
    const ending = new AbortController();
    const ended = AbortSignal.any([signal, ending.signal]);
    let dialog: { noteFill(): void } | undefined;
    const keeper = keepCode(
      {
        picture: () => enrolment.picture,
        code: () => ports.code(enrolment.found.scanId),
        show,
        onFill() {
          enrolment.phase = 'saved';
          dialog ??= watchDialog(
            { picture: () => enrolment.picture, field: () => keeper.field() },
            (outcome) => onOutcome(enrolment, outcome),
            ended,
          );
          dialog.noteFill();
        },
        onFail: (code) => fail(enrolment, code),
      },
      ended,
    );
    const enrolment: Enrolment = { ...sighting, phase: 'offered', ending, keeper };
    current = enrolment;
    show({ kind: 'found', ...sighting.found });
    const poll = {
      steps: [{ untilMs: 5_000, everyMs: TICK_MS }],
      quietEveryMs: 5_000,
      roots: () => rootsAround([enrolment.picture]),
    } as const;
    new PollWhileActive(() => tick(enrolment), poll, ended).start();
  }

  function tick(enrolment: Enrolment): void {
    card?.raise();
    if (enrolment.phase === 'saved' || enrolment.phase === 'saving') return;
    if (isShown(enrolment.picture)) return;
    // The dialog was left before anything was saved.
    void tellOutcome(ports, enrolment, 'cancelled');
    closeCard();
    end(enrolment);
  }

  function onOutcome(enrolment: Enrolment, outcome: DialogOutcome): void {
    if (enrolment !== current) return;
    if (outcome === 'refused') {
      void tellOutcome(ports, enrolment, 'refused');
      show({ kind: 'refused' });
      return;
    }
    if (outcome === 'accepted') {
      void confirm(enrolment);
    } else {
      if (outcome === 'cancelled') void tellOutcome(ports, enrolment, 'cancelled');
      closeCard();
    }
    end(enrolment);
  }

  /** The card says 'confirmed' when the vault has it so, not before. */
  async function confirm(enrolment: Enrolment): Promise<void> {
    const told = card;
    try {
      await ports.outcome(enrolment.found.scanId, 'confirmed');
    } catch (thrown) {
      // The capture may have died with a lock: a lost confirmation is worth a word.
      show({ kind: 'failed', code: errorCodeOf(thrown) });
      return;
    }
    // A card the user has closed meanwhile, or that has another code by now, stays as it is.
    if (card !== told || current) return;
    told?.show({ kind: 'confirmed' });
    setTimeout(() => {
      if (card === told && !current) closeCard();
    }, FAREWELL_MS);
  }

  async function save(enrolment: Enrolment, duplicate?: 'replace' | 'keep-both'): Promise<void> {
    enrolment.phase = 'saving';
    show({ kind: 'saving' });
    try {
      const answer = await again.withText(enrolment, (scanId) => ports.save(scanId, duplicate));
      // Offered anew meanwhile: the unlock window was closed as soon as it opened.
      if (enrolment !== current || enrolment.phase !== 'saving') return;
      if (answer === 'another-code') {
        offerAnew(enrolment);
      } else if (answer.kind === 'saved') {
        await enrolment.keeper.put(answer.code);
      } else {
        enrolment.phase = 'unlocking';
        show({ kind: 'unlocking' });
      }
    } catch (thrown) {
      fail(enrolment, errorCodeOf(thrown));
    }
  }

  async function open(enrolment: Enrolment): Promise<void> {
    try {
      const opened = await again.withText(enrolment, (scanId) => ports.open(scanId));
      if (opened === 'another-code' && enrolment === current) offerAnew(enrolment);
    } catch (thrown) {
      fail(enrolment, errorCodeOf(thrown));
    }
  }

  async function onAct(act: OfferAct): Promise<void> {
    const enrolment = current;
    if (act === 'dismiss') {
      closeCard();
      // Once saved, the page's verdict is still waited for, silently.
      if (!enrolment || enrolment.phase === 'saved') return;
      void tellOutcome(ports, enrolment, 'dismissed');
      end(enrolment);
    } else if (act === 'back-up' || !enrolment) {
      closeCard();
      // Confirmed: where nothing proves that the card was seen, the popup offers the backup.
      if (act === 'back-up') await ports.backUp().catch(() => undefined);
      else if (act === 'open') await ports.open().catch(() => undefined);
    } else if (act === 'open') {
      await open(enrolment);
    } else if (act === 'fill') {
      await enrolment.keeper.next();
    } else {
      await save(enrolment, act === 'save' ? undefined : act);
    }
  }

  function onFound(sighting: Sighting): void {
    const { found, picture } = sighting;
    const before = current;
    if (!before) {
      offer(sighting);
    } else if (before.phase === 'saved' && found.duplicate === 'same-secret') {
      // Drawn again by the page: still the code that was saved.
      before.picture = picture;
      ports.outcome(found.scanId, 'dismissed').catch(() => undefined);
    } else {
      next = sighting;
      if (before.picture !== picture && isShown(before.picture)) return;
      // The user has said save, and is about to unlock: that holds for the page's newer code, too.
      const goesOn = before.phase === 'unlocking' && areSameName(before.found, found);
      void tellOutcome(ports, before, 'cancelled');
      end(before);
      if (goesOn && current) void save(current);
    }
  }

  const sights = watchSights(
    ports,
    {
      onFound: (found, picture) => onFound({ found, picture, shownIn: 'this-document' }),
      onRefused(code) {
        if (!current) show({ kind: 'failed', code });
      },
      onUnreadable() {
        if (current || card) return 'busy';
        show({ kind: 'unreadable' });
        return 'told';
      },
    },
    signal,
  );
  return {
    offered(found) {
      if (again.takes(found) === 'awaited') return;
      onFound({ found, picture: findFrame(), shownIn: 'frame' });
    },
    saved(scanId, code) {
      if (current?.found.scanId === scanId) void current.keeper.put(code);
    },
    failed(scanId, code) {
      if (current?.found.scanId !== scanId) return;
      // Unlocking took longer than the text lives: the next press reads it again.
      if (code === 'scan-gone') offerAnew(current);
      else fail(current, code);
    },
    again: () => void sights.handOverAgain(),
  };
}
