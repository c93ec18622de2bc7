/**
 * A name within a sentence, kept apart from the sentence's direction by U+2068
 * and U+2069, as a <bdi> does where it can stand.
 */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/**
 * A path through another program's menus within a sentence: U+2066 and U+2069
 * keep its arrows pointing from left to right.
 */
export function isolatedPath(path: string): string {
  return `\u2066${path}\u2069`;
}
