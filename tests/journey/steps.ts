/**
 * The whole first journey, step by step: what `npm start` walks through with
 * pictures, and what the end-to-end tests run, once as it is and once with the
 * background killed between every two steps.
 */
import type { Page } from 'puppeteer-core';
import {
  clickControl,
  typeIntoControl,
  waitForControl,
  waitForText,
} from '../e2e/driver/controls.ts';
import type { Driven } from '../e2e/driver/driven.ts';
import { english, PASSPHRASE, clickCard, pressProtect } from '../e2e/driver/nightlatch.ts';
import {
  finishEnrolment,
  openEnrolment,
  clickText,
  signIn,
  signOut,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';

export const USER = 'maria@example.com';

export interface Step {
  readonly title: string;
  /** Does the step and gives the page that shows its result. */
  readonly act: () => Promise<Page>;
}

const SAVE = { role: 'button', name: english('offer_save') } as const;

/** Presses the card and gives the window 'Protect your codes'. */
async function openProtect(driven: Driven, page: Page): Promise<Page> {
  await clickCard(page, 'offer_save');
  return driven.waitForWindow('unlock.html');
}

/**
 * `page` is a tab of `driven` where the journey happens; the vault must not
 * exist yet. `protectFrom` presses the card, where it takes more than one click.
 */
export function firstJourney(
  driven: Driven,
  page: Page,
  protectFrom: typeof openProtect = openProtect,
): readonly Step[] {
  let protect: Page;
  const onPage = (title: string, work: () => Promise<unknown>): Step => ({
    title,
    act: async () => {
      await work();
      return page;
    },
  });
  const inProtect = (title: string, work: () => Promise<unknown>): Step => ({
    title,
    act: async () => {
      await work();
      return protect;
    },
  });
  return [
    onPage('Maria signs in at the portal with her password', async () => {
      await signIn(page, USER);
      await waitForSignedIn(page);
    }),
    onPage(
      'She switches on 2FA: the page shows a QR code, and a card offers to save it',
      async () => {
        await openEnrolment(page);
        await waitForControl(page, SAVE);
      },
    ),
    inProtect('One click on the card opens Protect your codes', async () => {
      protect = await protectFrom(driven, page);
      await waitForText(protect, new RegExp(english('unlock_protect_why')));
    }),
    inProtect('She chooses a passphrase', async () => {
      const field = { role: 'textbox', name: english('unlock_new_passphrase') };
      await typeIntoControl(protect, field, PASSPHRASE);
    }),
    inProtect('The vault is made, and its recovery code shown once', async () => {
      await pressProtect(protect);
    }),
    onPage('She keeps it; the account is saved and its code filled by itself', async () => {
      await clickControl(protect, { role: 'checkbox', name: english('unlock_recovery_kept') });
      await clickControl(protect, { role: 'button', name: english('unlock_recovery_done') });
      await waitForFilled(page);
    }),
    onPage("She presses the page's own Submit: the account is confirmed", async () => {
      await clickText(page, 'Submit');
      await waitForText(page, new RegExp(english('offer_confirmed')));
    }),
    onPage('She logs out and signs in again: the page asks for a code', async () => {
      await finishEnrolment(page);
      await clickControl(page, { role: 'button', name: english('offer_dismiss') });
      await signOut(page);
      await signIn(page, USER);
      await waitForCodeField(page);
    }),
    onPage('The next code is filled with no click (the last one is never used again)', () =>
      waitForFilled(page),
    ),
    onPage('She presses Submit and is in', async () => {
      await clickText(page, 'Submit');
      await waitForSignedIn(page);
    }),
    {
      title: 'The popup shows the codes',
      act: async () => {
        const popup = await driven.openPopup(page);
        await waitForText(popup, new RegExp(USER));
        return popup;
      },
    },
  ];
}
