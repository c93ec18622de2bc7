import { describe, expect, test } from 'vitest';
import { readText } from '../../../../lib/page/field/reading.ts';
import { findWords } from '../../../../lib/page/field/find-words.ts';
import type { FieldFacts, FieldText } from '../../../../lib/page/field/facts.ts';
import { judge, scoreOf } from '../../../../lib/page/field/judge.ts';
import { signalsOf } from '../../../../lib/page/field/signals.ts';
import { FILL, type SignalName } from '../../../../lib/page/field/weights.ts';
import { BARE, NO_TEXT } from './bare-facts.ts';

const SENTENCE =
  'Sintu ko velaran doma marastu, sen tolva mirek ko dovelim orlan sintu, ara velaran marastu.';

interface Field extends Partial<Omit<FieldFacts, 'text'>> {
  readonly text?: Partial<FieldText>;
}
const factsOf = ({ text, ...rest }: Field): FieldFacts => ({
  ...BARE,
  ...rest,
  text: { ...NO_TEXT, ...text },
});

/** A signal, a field that has it, and what takes it away. */
interface SignalCase {
  readonly name: SignalName;
  readonly field: Field;
  readonly others: readonly Field[];
}
const signal = (name: SignalName, field: Field, ...others: readonly Field[]): SignalCase => ({
  name,
  field,
  others,
});
const CASES: readonly SignalCase[] = [
  signal(
    'made for a second factor, nothing else said',
    { maxLength: 6, text: { headings: 'Two-factor authentication' } },
    { maxLength: -1 },
    { others: 1 },
    { text: { headings: 'Sign in' } },
    { text: { headings: 'Two-factor authentication', below: 'It was sent to your phone.' } },
    { text: { headings: 'Two-factor authentication', above: 'Code of the device' } },
    { text: { headings: 'Two-factor authentication', above: SENTENCE } },
  ),
  signal(
    'six digits of a second factor, nothing else said',
    { text: { headings: '2FA', own: '6-digit code' } },
    { text: { headings: '2FA', own: 'Code' } },
    { text: { headings: '2FA', own: '6-digit code', actions: ['Resend'] } },
  ),
  signal(
    'second factor or a backup code, nothing else said',
    { text: { headings: '2FA', own: 'Code', actions: ['Use a recovery code'] } },
    { text: { headings: '2FA', own: 'Code', actions: ['Help'] } },
    { text: { headings: '2FA', own: 'Recovery code', actions: ['Use a recovery code'] } },
  ),
  signal(
    'named and made for a second factor, hardly a word said',
    { maxLength: 6, text: { ids: 'totp_code' } },
    { maxLength: -1, text: { ids: 'totp_code' } },
    { text: { ids: 'otp' } },
    { text: { ids: 'totp_code', above: SENTENCE } },
    { text: { ids: 'totp_code', above: 'maria@example.com' } },
  ),
  signal(
    'named for a second factor that is asked for, nothing else said',
    { text: { ids: 'mfa_input', own: 'Authentication code' } },
    { text: { ids: 'input', own: 'Authentication code' } },
    { text: { ids: 'mfa_input', own: 'Code' } },
    { text: { ids: 'mfa_input', own: 'Authentication code', above: SENTENCE } },
  ),
  signal(
    'secret, nothing of a code',
    { text: { own: 'Your password' } },
    { maxLength: 6 },
    { text: { own: 'Your password', ids: 'otp' } },
    { text: { own: 'Your one-time password' } },
  ),
  signal(
    'key to set up with, no code',
    { text: { own: '2FA secret key' } },
    { maxLength: 6 },
    { text: { own: 'Code of your secret key' } },
    { text: { own: '2FA' } },
  ),
  signal(
    'countdown',
    { text: { headings: 'Verification code', actions: ['Resend (17 s)'] } },
    { text: { headings: 'Verification code', actions: ['Resend'] } },
    { text: { headings: 'Authenticator app', actions: ['Changes in 17 s'] } },
  ),
  signal(
    'id: time-based',
    { text: { ids: 'google_code' } },
    { text: { ids: 'code' } },
    { text: { ids: 'oauth_code' } },
  ),
  signal('id: second factor', { text: { ids: 'twofa' } }, { text: { ids: 'sofa' } }),
  signal('id: second factor', { text: { ids: 'second_factor' } }, { text: { ids: 'factor' } }),
];

describe.each(CASES)('$name', ({ name, field, others }) => {
  test('holds', () => {
    expect(signalsOf(factsOf(field))).toContain(name);
  });
  test.each(others.map((other) => [JSON.stringify(other), other] as const))(
    'not with %s',
    (_, other) => {
      const text = { ...field.text, ...other.text };
      expect(signalsOf(factsOf({ ...field, ...other, text }))).not.toContain(name);
    },
  );
});

describe('a field with fewer points than a fill takes', () => {
  const decisive: readonly SignalName[] = signalsOf(
    factsOf({ text: { headings: 'Enter your authenticator code', own: 'Code' }, others: 2 }),
  );
  const own = decisive.filter((name) => !name.startsWith('moment'));

  test('is filled where the authenticator is named', () => {
    expect(scoreOf(own)).toBeLessThan(FILL);
    expect(judge([decisive])).toEqual(['fill']);
  });
  test.each<SignalName>(['near: sent', 'below: channel', 'masked contact named', 'own: secret'])(
    'is not filled with the doubt %s',
    (doubt) => {
      expect(judge([[...decisive, doubt, 'contact named']])).not.toContain('fill');
    },
  );
  test('is not filled beside another field as good', () => {
    expect(judge([decisive, decisive])).toEqual(['second', 'second']);
  });
  test('is filled beside a link that sends a code another way, where nothing was sent', () => {
    expect(judge([[...decisive, 'six boxes', 'link: resend']])).toEqual(['fill']);
    expect(judge([[...decisive, 'six boxes', 'link: resend', 'near: sent']])).not.toContain('fill');
  });
});

describe('a bare code beside the field of a backup code', () => {
  const bare = signalsOf(factsOf({ text: { own: 'Code' }, others: 1 }));
  const backup = signalsOf(
    factsOf({ text: { own: 'Backup code', ids: 'backup_code' }, others: 1 }),
  );
  test('is offered a code', () => {
    expect(judge([bare])).toEqual(['too-weak']);
    expect(judge([bare, backup])).toEqual(['offer', 'too-weak']);
  });
  test('is offered none in a longer form, or where a code was sent', () => {
    expect(judge([bare, backup, bare])).not.toContain('offer');
    expect(judge([[...bare, 'near: sent'], backup])).not.toContain('offer');
  });
});

test('words that the bench does not know are not found', () => {
  const facts = factsOf({ text: { headings: 'Two-factor authentication' } });
  const find = (text: string) => findWords(text, ({ group }) => group !== 'factor');
  expect(signalsOf(facts)).toContain('heading: second factor');
  expect(signalsOf(facts, readText(facts, find))).not.toContain('heading: second factor');
});
