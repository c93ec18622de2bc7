/**
 * Texts on which a regular expression with unbounded repeats beside or within
 * each other comes to no end, for the readers of what a page, a QR code or a
 * file says. They are so long that only work in proportion to the length ends:
 * work in proportion to its square takes minutes.
 */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { FormatInput } from '../../lib/formats/format.ts';
import { otpauthList } from '../../lib/formats/otpauth-list.ts';
import { unreadable } from '../../lib/formats/unreadable.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { secretLettersOf } from '../../lib/otp/secret-letters.ts';
import { decodePercent, findUriParts } from '../../lib/otp/uri-parts.ts';
import { holdsContact } from '../../lib/page/field/contact.ts';
import type { FieldFacts } from '../../lib/page/field/facts.ts';
import { readText } from '../../lib/page/field/reading.ts';
import { signalsOf } from '../../lib/page/field/signals.ts';
import { codeLines } from '../../lib/page/qr/code-lines.ts';
import { pathWithoutIds } from '../../lib/policy/prompt-memory.ts';
import { BARE } from './page/field/bare-facts.ts';

const CHARACTERS = 200_000;
/** A fiftieth of it is enough for each text: it only ends what would never end. */
const ENDED_AFTER_MS = 10_000;

/** Each is repeated, and then followed by a sign that no pattern ends with. */
const UNITS =
  'x|*|•|.|-| |\n|\u{2028}|(|@|1|a|=|█|&|%|xxxx-|** |*1|a@|00 |+1-|code|verif|one.time|&#0|\r\n█ '.split(
    '|',
  );

function factsOf(text: string): FieldFacts {
  const words = { own: text, headings: text, above: text, below: text, page: text, ids: text };
  return {
    ...BARE,
    text: { ...words, actions: [text] },
    type: text,
    autocomplete: text,
    inputMode: text,
    placeholder: text,
  };
}

function fileOf(text: string): FormatInput {
  return { bytes: new Uint8Array(), kind: 'unknown', text, json: undefined };
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'addresses and numbers': holdsContact,
  'the signals of a field': (text) => {
    const facts = factsOf(text);
    return signalsOf(
      facts,
      readText(facts, () => new Set(['code'] as const)),
    );
  },
  'codes drawn by characters': codeLines,
  'the path of a prompt': (text) => pathWithoutIds(`https://example.com/${text}`),
  'the kind of a QR code': classifyQrText,
  'the parts of a set-up link': (text) => findUriParts(`otpauth://totp/a?secret=a${text}`),
  'percent-encoding': decodePercent,
  'a secret': secretLettersOf,
  'a list of links': (text) => otpauthList.claims(fileOf(`#${text.slice(0, -1)}`)),
  'files that cannot be read': (text) => unreadable.claims(fileOf(`<${text}`)),
};

/** Runs `read` where an expression without an end can be stopped, and then throws. */
function readToTheEnd(read: () => unknown): void {
  runInContext('read()', createContext({ read }), { timeout: ENDED_AFTER_MS });
}

describe.each(Object.entries(READERS))('%s', (_name, read) => {
  test('is read in proportion to its length', () => {
    for (const unit of UNITS) {
      const text = `${unit.repeat(CHARACTERS / unit.length)}\u{1}`;
      expect(() => readToTheEnd(() => read(text)), `'${unit}' over and over`).not.toThrow();
    }
  });
});
