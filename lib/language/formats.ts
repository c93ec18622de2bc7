type CountedUnit = 'second' | 'minute' | 'hour';

/**
 * Numbers, dates and times as a language writes them. A formatter is dear to make
 * and cheap to use, so each is made once, when it is first needed.
 */
export class Formats {
  readonly #tag: string;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  #units: Intl.ListFormat | undefined;
  #list: Intl.ListFormat | undefined;
  #dayAndTime: Intl.DateTimeFormat | undefined;

  /** `tag`: of the language, as in BCP 47. */
  constructor(tag: string) {
    this.#tag = tag;
  }

  number(value: number): string {
    return this.#numberFormat({}).format(value);
  }

  /** With its sign, also where it is a plus. */
  signed(value: number): string {
    return this.#numberFormat({ signDisplay: 'exceptZero' }).format(value);
  }

  /** For instance '15 minutes', or '15m' where there is little room. */
  unit(value: number, unit: CountedUnit, unitDisplay: 'long' | 'narrow' = 'long'): string {
    const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const;
    return this.#numberFormat(options).format(value);
  }

  /** What a language is called in this one. */
  languageName(tag: string): string {
    return new Intl.DisplayNames(this.#tag, { type: 'language' }).of(tag) ?? tag;
  }

  /** Several units as one time: '23 hours, 59 minutes'. */
  units(parts: readonly string[]): string {
    this.#units ??= new Intl.ListFormat(this.#tag, { type: 'unit' });
    return this.#units.format(parts);
  }

  /** Several numbers one after the other: '1, 3, 4'. */
  numbers(values: readonly number[]): string {
    return this.units(values.map((value) => this.number(value)));
  }

  /** Names in a sentence: 'one, two, and three'. */
  list(names: readonly string[]): string {
    this.#list ??= new Intl.ListFormat(this.#tag, { type: 'conjunction' });
    return this.#list.format(names);
  }

  dayAndTime(ms: number): string {
    const options = { dateStyle: 'long', timeStyle: 'short' } as const;
    this.#dayAndTime ??= new Intl.DateTimeFormat(this.#tag, options);
    return this.#dayAndTime.format(ms);
  }

  #numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const name = JSON.stringify(options);
    const made = this.#numbers.get(name) ?? new Intl.NumberFormat(this.#tag, options);
    this.#numbers.set(name, made);
    return made;
  }
}
