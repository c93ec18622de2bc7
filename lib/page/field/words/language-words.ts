/**
 * What a page of one language can say about a code field. Each group is a list
 * of stems divided by '|'. A stem begins where a word begins (anywhere in
 * scripts without spaces or with prefixes) and matches whatever follows;
 * '_' at its end stands for the end of a word, '*' inside it for any letters, and
 * '*' at its start lets it stand inside a word, as in compounds.
 */
export interface LanguageWords {
  /** Names of log-ins with two factors or steps. */
  readonly factor: string;
  /** An authenticator app: codes made there are never sent. */
  readonly authenticator: string;
  /** Any app or telephone, and what they do to a code: generate it, show it. */
  readonly app: string;
  readonly oneTime: string;
  readonly code: string;
  /** Said of codes that something generates, hardly of codes that were sent. */
  readonly token: string;
  /** Said of codes that prove who you are, far more than of codes that were sent. */
  readonly authentication: string;
  /** Verification, confirmation: said of any code. */
  readonly confirmation: string;
  /** Something was sent, or has been received, or runs out soon. */
  readonly sent: string;
  /** E-mail, text message, call. */
  readonly channel: string;
  /** Asks for a code to be sent, or sent once more. */
  readonly resend: string;
  /** Recovery and backup codes. */
  readonly backup: string;
  readonly device: string;
  readonly scan: string;
  readonly secret: string;
  /** What forms ask for about people: names, addresses, numbers. */
  readonly identity: string;
  /** Anything else that may be typed into a field for a code. */
  readonly otherThing: string;
  /** A message that brings no code: one that the page warns of, or one to press in. */
  readonly otherMessage: string;
  /** Offers another way to sign in. */
  readonly otherMethod: string;
  /** Six or eight, of digits. */
  readonly sixDigits: string;
}

export type WordGroup = keyof LanguageWords;
