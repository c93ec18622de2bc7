/** Every text that the language of the page under test has given, in a page that runs in the browser. */
export const givenTexts: string[] = [];

function noted(text: string): string {
  givenTexts.push(text);
  return text;
}

/** Notes what `give` gives. */
export function noting<Asked extends readonly unknown[]>(
  give: (...asked: Asked) => string,
): (...asked: Asked) => string {
  return (...asked) => noted(give(...asked));
}

/** Numbers, dates and lists by Intl are in the user's language, too: they count as given. */
export function noteIntl(): void {
  for (const { prototype } of [Intl.NumberFormat, Intl.DateTimeFormat]) {
    // oxlint-disable-next-line typescript/unbound-method -- called on the formatter below
    const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
    Object.defineProperty(prototype, 'format', {
      get(this: unknown) {
        return noting(format?.call(this) as (value: number) => string);
      },
    });
  }
  for (const { prototype } of [Intl.ListFormat, Intl.RelativeTimeFormat]) {
    const { format } = prototype as { format: (...asked: readonly unknown[]) => string };
    Object.assign(prototype, {
      format(this: unknown, ...asked: readonly unknown[]) {
        return noted(format.apply(this, [...asked]));
      },
    });
  }
}
