import { ERRORS } from '../error-codes.ts';
import { blank, type Page, type Screen, type Variant } from './screen.ts';
import { callServer, numberOf, textOf, type ServerReply } from './server-call.ts';
import { openScreens } from './screens.ts';

export const MFA_EMAIL = 2;
export const MFA_TOTP = 3;

interface WaitingLogin {
  readonly email: string;
  /** The page keeps the password in memory: the code goes to the same URL with the same body. */
  readonly password: string;
  readonly processId: string;
  readonly mailAddress: string;
  readonly digits: number;
}

function errorText(page: Page, reply: ServerReply): string {
  const { words } = page;
  switch (reply.errorCode) {
    case ERRORS.locked:
      return words.locked.replace('{n}', String(numberOf(reply, 'lockedMinutes') ?? 30));
    case ERRORS.processExpired:
      return words.tooLate;
    default: {
      const left = numberOf(reply, 'remainAttempts');
      const wrong =
        reply.errorCode === ERRORS.wrongPassword ? words.wrongPassword : words.wrongCode;
      return left === undefined
        ? wrong
        : `${wrong} ${words.attemptsLeft.replace('{n}', String(left))}`;
    }
  }
}

/** Draws a log-in into `host`, screen after screen; resolves once the server let the user in. */
export function signIn(page: Page, variant: Variant, host: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const screens = openScreens(page, variant, host);
    const finish = (): void => {
      screens.close();
      resolve();
    };
    screens.show(credentials(page, screens.show, finish));
  });
}

type Show = (screen: Screen) => void;

function credentials(page: Page, show: Show, finish: () => void): Screen {
  const { words, config } = page;
  return {
    ...blank,
    name: 'sign-in',
    title: words.signInTitle,
    fields: [
      { id: 'email', label: words.email },
      { id: 'password', label: words.password },
    ],
    checkboxes:
      config.privacy === 'shown' ? [{ id: 'privacy', label: words.privacy, rule: 'needed' }] : [],
    submit: words.signIn,
    onSubmit: async ({ email, password }) => {
      const reply = await callServer('login', { email, password, terminalUUID: 'stand-in' });
      if (reply.errorCode === 0) {
        finish();
        return undefined;
      }
      if (reply.errorCode !== ERRORS.mfaRequired && reply.errorCode !== ERRORS.local2faRequired) {
        return errorText(page, reply);
      }
      const waiting: WaitingLogin = {
        email,
        password,
        processId: textOf(reply, 'MFAProcessId'),
        mailAddress: textOf(reply, 'MFAEmail'),
        digits: numberOf(reply, 'codeLength') ?? 6,
      };
      const types = reply.result['supportedMFATypes'];
      const isChoice = Array.isArray(types) && types.length > 1;
      const first = isChoice
        ? chooser(page, waiting, show, finish)
        : numberOf(reply, 'primaryMFAType') === MFA_EMAIL
          ? codePrompt(page, waiting, MFA_EMAIL, finish)
          : codePrompt(page, waiting, MFA_TOTP, finish);
      show(first);
      return undefined;
    },
  };
}

function chooser(page: Page, waiting: WaitingLogin, show: Show, finish: () => void): Screen {
  const { words } = page;
  return {
    ...blank,
    name: 'chooser',
    title: words.chooserTitle,
    links: [
      {
        label: words.chooseTotp,
        act: () => show(codePrompt(page, waiting, MFA_TOTP, finish)),
      },
      {
        label: words.chooseEmail,
        act: () => {
          void callServer('mfa/email', { mfaProcessId: waiting.processId }).then(() =>
            show(codePrompt(page, waiting, MFA_EMAIL, finish)),
          );
        },
      },
    ],
  };
}

export function codePrompt(
  page: Page,
  waiting: WaitingLogin,
  mfaType: typeof MFA_EMAIL | typeof MFA_TOTP,
  finish: () => void,
): Screen {
  const { words, config } = page;
  const isMail = mfaType === MFA_EMAIL;
  return {
    ...blank,
    name: isMail ? 'email-code' : 'code',
    title: isMail ? words.emailTitle : words.twoFactor,
    text: isMail ? words.emailHint.replace('{email}', waiting.mailAddress) : words.codeHint,
    fields: [
      { id: 'code', label: isMail ? words.emailLabel : words.codeLabel, digits: waiting.digits },
    ],
    checkboxes:
      config.trustDevice === 'shown' ? [{ id: 'trust', label: words.trust, rule: 'optional' }] : [],
    submit: words.submit,
    links: [
      isMail
        ? {
            label: words.resend,
            act: () => void callServer('mfa/email', { mfaProcessId: waiting.processId }),
          }
        : {
            label: words.disable,
            act: () => {
              void callServer('mfa/disable', { email: waiting.email }).then(() =>
                document.body.append(words.disableSent),
              );
            },
          },
    ],
    onSubmit: async ({ code, trust }) => {
      const reply = await callServer('login', {
        email: waiting.email,
        password: waiting.password,
        terminalUUID: 'stand-in',
        needMfa: true,
        mfaType,
        code,
        mfaProcessId: waiting.processId,
        trustDevice: trust,
      });
      if (reply.errorCode !== 0) return errorText(page, reply);
      finish();
      return undefined;
    },
  };
}
