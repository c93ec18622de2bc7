/** Runs in a real page: the stand-in's own code screens in any language, and the real finder. */
import { initialConfig } from '../../../simulator/config.ts';
import { drawPlain, textInput } from '../../../simulator/client/draw-plain.ts';
import type { Variant } from '../../../simulator/client/screen.ts';
import { codePrompt, MFA_EMAIL, MFA_TOTP } from '../../../simulator/client/sign-in.ts';
import { getWords } from '../../../simulator/lang/index.ts';
import { variant as bare } from '../../../simulator/variants/b-local-controller.ts';
import { variant as decoys } from '../../../simulator/variants/k-decoys.ts';
import { look } from '../room-finder.ts';

const WAITING = {
  email: 'maria@example.com',
  password: '',
  processId: '',
  mailAddress: 'm***a@example.com',
  digits: 6,
};

/** The field as the id host's own library draws it: it takes six characters. */
const sixDigits: Variant = {
  draw: (host, screen, page) =>
    Promise.resolve(
      drawPlain(host, screen, page, {
        codeControl: () => textInput({ id: 'form_item_code', maxlength: 6 }),
      }),
    ),
};

/** app, e-mail: asks for such a code. decoys: asks for a device's code, a phone number and a captcha. */
export type Asked = 'app' | 'e-mail' | 'decoys';

/** Draws the screen that asks for a code; gives 'as meant' when the finder takes its field, else what it took. */
export async function findPrompt(language: string, by: Asked): Promise<string> {
  const page = { config: { ...initialConfig, language }, words: getWords(language) };
  const type = by === 'e-mail' ? MFA_EMAIL : MFA_TOTP;
  // Nothing but words tells a bare field; where no word is known, the field's own shape must.
  const asking = language === 'invented' ? sixDigits : bare;
  const variant = by === 'decoys' ? decoys : asking;
  const drawn = await variant.draw(
    document.body,
    codePrompt(page, WAITING, type, () => {}),
    page,
  );
  const meant = by === 'app' ? '#code input, #form_item_code' : undefined;
  const { verdict, isMeant, report } = look(meant, 'sign-in');
  drawn.close();
  // Where no word is known nothing says whose code is meant: it is offered.
  const expected = by !== 'app' ? 'nothing' : language === 'invented' ? 'offer' : 'fill';
  return isMeant && verdict === expected ? 'as meant' : `${verdict}: ${report}`;
}
