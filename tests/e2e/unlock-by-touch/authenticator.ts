import type { CDPSession, Page } from 'puppeteer-core';

/** Plugged into one tab. */
export interface Authenticator {
  readonly session: CDPSession;
  readonly id: string;
}

/** A security key with PRF and user verification, as Chromium's own tests have it. */
export async function plugIn(page: Page): Promise<Authenticator> {
  const session = await page.createCDPSession();
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}
