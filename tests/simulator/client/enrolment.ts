import { getQrVariant } from '../qr/index.ts';
import type { QrDrawing } from '../qr/qr-variant.ts';
import { blank, type Page, type Screen, type Variant } from './screen.ts';
import { callServer, numberOf, textOf, type ServerReply } from './server-call.ts';
import { openStage } from './stage.ts';
import { element } from './element.ts';

function modulesOf(reply: ServerReply): readonly string[] {
  const modules = reply.result['modules'];
  return Array.isArray(modules) ? modules.map(String) : [];
}

async function drawQr(page: Page, host: HTMLElement, reply: ServerReply): Promise<void> {
  const drawing: QrDrawing = {
    text: textOf(reply, 'uri'),
    modules: modulesOf(reply),
    sizePx: page.config.qrSize,
    remoteUrl: `https://use1-vms-api.tplinkcloud.com/api/v1/qr/${textOf(reply, 'enrolmentId')}.png`,
  };
  const variant = await getQrVariant(page.config.qr);
  host.replaceChildren();
  await variant.draw(host, drawing);
}

/** Draws the four screens of an enrolment; resolves with how it ended. */
export function enrol(
  page: Page,
  variant: Variant,
  host: HTMLElement,
): Promise<'enrolled' | 'cancelled'> {
  const { words } = page;
  return new Promise((resolve) => {
    const stage = openStage(page, variant, host);
    let enrolmentId = '';
    let renewal: ReturnType<typeof setTimeout> | undefined;
    const close = (end: 'enrolled' | 'cancelled'): void => {
      clearTimeout(renewal);
      stage.close();
      resolve(end);
    };
    const show = (screen: Screen): void => {
      clearTimeout(renewal);
      stage.show(screen);
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
      await drawQr(page, picture, reply);
      const seconds = numberOf(reply, 'replaceAfterSeconds') ?? 0;
      if (seconds > 0) {
        renewal = setTimeout(() => {
          void callServer('enrolment/renew', { enrolmentId }).then((next) =>
            present(picture, next),
          );
        }, seconds * 1000);
      }
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
    const token = (picture: HTMLElement): Screen => ({
      ...dialog,
      name: 'token',
      text: words.scanText,
      picture,
      fields: [{ id: 'code', label: words.codeLabel }],
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
        show(token(picture));
        await present(picture, reply);
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
