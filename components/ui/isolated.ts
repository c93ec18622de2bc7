/**
 * A name within a sentence, kept apart from the sentence's direction by U+2068
 * and U+2069, as a <bdi> does where it can stand.
 */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
