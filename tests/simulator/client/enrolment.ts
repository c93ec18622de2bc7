import type { QrDrawing } from '../qr/qr-variant.ts';
import { element } from './element.ts';
import { placeQr } from './qr-place.ts';
import { blank, type Page, type Screen, type Variant } from './screen.ts';
import { callServer, numberOf, textOf, type ServerReply } from './server-call.ts';
import { openScreens } from './screens.ts';

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function drawingOf(page: Page, reply: ServerReply): QrDrawing {
  const decoys = reply.result['decoys'];
  // The server's size of this moment: a page that is open takes a change with its next code.
  const sizePx = numberOf(reply, 'sizePx') ?? page.config.qrSize;
  const picture = `${textOf(reply, 'enrolmentId')}.png?qrSize=${sizePx}`;
  return {
    text: textOf(reply, 'uri'),
    modules: strings(reply.result['modules']),
    sizePx,
    remoteUrl: `https://use1-vms-api.tplinkcloud.com/api/v1/qr/${picture}`,
    decoys: Array.isArray(decoys) ? decoys.map(strings) : [],
  };
}

/** How often an open dialog asks whether its secret grew too old. */
const RENEW_POLL_MS = 100;

/** Draws the four screens of an enrolment; resolves with how it ended. */
export function enrol(
  page: Page,
  variant: Variant,
  host: HTMLElement,
): Promise<'enrolled' | 'cancelled'> {
  const { words } = page;
  return new Promise((resolve) => {
    const screens = openScreens(page, variant, host);
    let enrolmentId = '';
    let renewal: ReturnType<typeof setInterval> | undefined;
    const close = (end: 'enrolled' | 'cancelled'): void => {
      clearInterval(renewal);
      screens.close();
      resolve(end);
    };
    const show = (screen: Screen): void => {
      clearInterval(renewal);
      screens.show(screen);
    };
    const dialog = {
      ...blank,
      placement: 'dialog',
      title: words.twoFactor,
      cancel: words.cancel,
      onCancel: () => {
        void callServer('enrolment/cancel', { enrolmentId }).then(() => close('cancelled'));
      },
    } as const;
    const present = async (picture: HTMLElement, reply: ServerReply): Promise<void> => {
      enrolmentId = textOf(reply, 'enrolmentId');
      await placeQr(page.config, picture, drawingOf(page, reply));
    };
    const renewEachWhile = (picture: HTMLElement): void => {
      if (page.config.qrReplaceSeconds === 0) return;
      renewal = setInterval(() => {
        void callServer('enrolment/renew', { enrolmentId }).then((reply) =>
          textOf(reply, 'uri') === '' ? undefined : present(picture, reply),
        );
      }, RENEW_POLL_MS);
    };
    const done: Screen = {
      ...dialog,
      name: 'done',
      text: words.doneText,
      cancel: undefined,
      submit: words.done,
      onCancel: () => close('enrolled'),
      onSubmit: () => {
        close('enrolled');
        return Promise.resolve(undefined);
      },
    };
    const token = (picture: HTMLElement, digits: number): Screen => ({
      ...dialog,
      placement: page.config.qrPlace === 'page' ? 'page' : 'dialog',
      name: 'token',
      text: words.scanText,
      picture,
      fields: [{ id: 'code', label: words.codeLabel, digits }],
      submit: words.submit,
      onSubmit: async ({ code }) => {
        const reply = await callServer('enrolment/submit', { enrolmentId, code });
        if (reply.errorCode !== 0) return words.wrongCode;
        show(done);
        return undefined;
      },
    });
    const password: Screen = {
      ...dialog,
      name: 'password',
      text: words.passwordText,
      fields: [{ id: 'password', label: words.password }],
      submit: words.next,
      onSubmit: async (values) => {
        const reply = await callServer('enrolment/begin', { password: values.password });
        if (reply.errorCode !== 0) return words.wrongPassword;
        const picture = element('div', { class: 'sim-qr' });
        show(token(picture, numberOf(reply, 'digits') ?? 6));
        await present(picture, reply);
        renewEachWhile(picture);
        return undefined;
      },
    };
    show({
      ...dialog,
      name: 'confirm',
      text: words.confirmText,
      submit: words.next,
      onSubmit: () => {
        show(password);
        return Promise.resolve(undefined);
      },
    });
  });
}
