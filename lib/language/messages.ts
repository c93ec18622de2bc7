import type messages from '../../public/_locales/en/messages.json';
import type { ErrorCode } from '../errors.ts';

/** Every word on screen has a key in the catalogue; English is the source of the keys. */
export type MessageKey = keyof typeof messages;

type StemOf<Key> = Key extends `${infer Stem}_other`
  ? `${Stem}_one` extends MessageKey
    ? Stem
    : never
  : never;

/**
 * A text that depends on a count. A catalogue has `<key>_other`, and one entry for
 * each other form of its language: `<key>_one` in English, `<key>_few` in Polish.
 */
export type PluralKey = StemOf<MessageKey>;

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** The message key of an error code. A code without words makes `errorKeyOf` fail to compile. */
type ErrorKey = `error_${Underscored<ErrorCode>}`;

export function errorKeyOf(code: ErrorCode): MessageKey {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- replaceAll has no literal type; the tests hold every code against the words
  const key: ErrorKey & MessageKey = `error_${code.replaceAll('-', '_')}` as ErrorKey;
  return key;
}
