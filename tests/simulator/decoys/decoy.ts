/** A page that asks a signed-in user for a code, a PIN or a number which no authenticator makes. */
export interface Decoy {
  readonly kind: 'email' | 'sms' | 'pin' | 'backup' | 'other';
  /** What the page's form holds. */
  readonly form: string;
}

/** One text field in its label. */
export function field(label: string, attributes: string): string {
  return `<p><label>${label}<br><input ${attributes}></label></p>`;
}

/** A field as well made for one-time codes as it can be. */
export const ONE_TIME =
  'name="code" type="text" inputmode="numeric" pattern="[0-9]*" maxlength="6" autocomplete="one-time-code"';

/** `count` fields of one digit each. */
export function boxes(count: number): string {
  return Array.from(
    { length: count },
    (_box, index) => `<input maxlength="1" inputmode="numeric" aria-label="Digit ${index + 1}">`,
  ).join(' ');
}
