/** The words on screen are plain: one word for one thing, one kind of quote, nothing that only we say. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

/** What no message may say, each with what to say in its place. */
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/\bpress(?! (?:Escape|Enter|Ctrl))/iu, 'click'],
  [/by (?:itself|themselves)/iu, 'automatically'],
  [/\bspeaks? of\b/iu, 'mentions'],
  [/\bswitch(?:ed)? (?:\w+ )?(?:on|off)\b/iu, 'turn on, turn off'],
  [/\bissuer\b/iu, 'service'],
  [/\bsecret\b/iu, 'setup key'],
  [/\bbin\b/iu, 'trash'],
  [/\bfor good\b/iu, 'permanently'],
  [/set-up/iu, 'setup'],
  [/['"]/u, '’ or “ ”'],
  [/ …/u, '… without a space'],
  [/\.\.\./u, '…'],
  // Words that are hard for who learnt English late.
  [/\bendorse/iu, 'approved'],
  [/\bmalware\b/iu, 'harmful programs'],
  [/\binactivity\b/iu, 'not used'],
  [/\b(?:density|compact)\b/iu, 'low rows'],
  [/\b(?:isolated|container)\b/iu, 'kept apart, the part around it'],
  [/\boverwrit/iu, 'replaced'],
  [/\bprintout\b/iu, 'paper'],
  [/\bdecrypt/iu, 'remove the encryption'],
  [/\bdismiss/iu, 'hide'],
  [/\bwhoever\b/iu, 'anyone who'],
  [/\bvault\b/iu, 'Nightlatch, your accounts'],
  [/\b(?:destroy|recogni[sz]ed|previous(?! account)|interrupted|computing)\b/iu, 'a plain word'],
];

test.each(UNWANTED)('no message says %s', (unwanted, better) => {
  const found = Object.entries(messages)
    .filter(([, { message }]) => unwanted.test(message))
    .map(([key, { message }]) => `${key}: ${message} (say: ${better})`);
  expect(found).toEqual([]);
});

test('no number is put into a text as a program writes it', () => {
  const root = new URL('../..', import.meta.url).pathname;
  const found = globSync('{components,entrypoints}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /\b(?:words|plural)\([^()]*\bString\(/u.test(readFileSync(`${root}/${file}`, 'utf8')),
  );
  expect(found, 'give the number itself to words()').toEqual([]);
});
