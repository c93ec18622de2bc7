import {
  ALGORITHMS,
  type Algorithm,
  COUNTER_MAX,
  DIGITS,
  OTP_TYPES,
  type OtpParameters,
  type OtpType,
  PERIOD_SECONDS,
  STEAM_PARAMETERS,
} from '../../lib/otp/account.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage } from '../ui/words.ts';

const DIGIT_COUNTS = Array.from({ length: DIGITS.max - DIGITS.min + 1 }, (_count, at) =>
  String(DIGITS.min + at),
);

const TYPE_WORDS: Readonly<Record<OtpType, MessageKey>> = {
  totp: 'accounts_type_totp',
  steam: 'accounts_type_steam',
  hotp: 'accounts_type_hotp',
};

/** How codes are computed. Numbers stay text until they are sent, so that they can be half typed. */
export interface CodeParameters {
  readonly type: OtpType;
  readonly algorithm: Algorithm;
  readonly digits: string;
  readonly period: string;
  readonly counter: string;
}

export const DEFAULT_PARAMETERS: CodeParameters = {
  type: 'totp',
  algorithm: 'SHA-1',
  digits: '6',
  period: '30',
  counter: '0',
};

export function typedParameters(parameters: OtpParameters): CodeParameters {
  const { type, algorithm } = parameters;
  return {
    ...DEFAULT_PARAMETERS,
    type,
    algorithm,
    digits: String(parameters.digits),
    ...(parameters.type === 'hotp'
      ? { counter: String(parameters.counter) }
      : { period: String(parameters.periodSeconds) }),
  };
}

function findWhole(text: string, min: number, max: number): number | undefined {
  if (!/^\d{1,16}$/u.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

function findPeriodSeconds({ period }: CodeParameters): number | undefined {
  return findWhole(period, PERIOD_SECONDS.min, PERIOD_SECONDS.max);
}

function findCounter({ counter }: CodeParameters): number | undefined {
  return findWhole(counter, 0, COUNTER_MAX);
}

/** Undefined where the vault would refuse them. */
export function findParameters(typed: CodeParameters): OtpParameters | undefined {
  const { type, algorithm } = typed;
  if (type === 'steam') return STEAM_PARAMETERS;
  const digits = Number(typed.digits);
  if (type === 'hotp') {
    const counter = findCounter(typed);
    return counter === undefined ? undefined : { type, algorithm, digits, counter };
  }
  const periodSeconds = findPeriodSeconds(typed);
  return periodSeconds === undefined ? undefined : { type, algorithm, digits, periodSeconds };
}

interface CodeParameterFieldsProps {
  readonly value: CodeParameters;
  readonly onValue: (value: CodeParameters) => void;
}

/** These fields are folded away: only a site that says so needs other than the usual values. */
export function CodeParameterFields({ value, onValue }: CodeParameterFieldsProps) {
  const { words, errorWords } = useLanguage();
  return (
    <details class="details">
      <summary>{words('accounts_technical')}</summary>
      <div class="form">
        <SelectField
          label={words('accounts_type')}
          value={value.type}
          options={OTP_TYPES.map((type) => ({ value: type, label: words(TYPE_WORDS[type]) }))}
          onValue={(type) => onValue({ ...value, type })}
        />
        {value.type !== 'steam' && (
          <>
            <SelectField
              label={words('accounts_algorithm')}
              value={value.algorithm}
              options={ALGORITHMS.map((name) => ({ value: name, label: name }))}
              onValue={(algorithm) => onValue({ ...value, algorithm })}
            />
            <SelectField
              label={words('accounts_digits')}
              value={value.digits}
              options={DIGIT_COUNTS.map((count) => ({ value: count, label: count }))}
              onValue={(digits) => onValue({ ...value, digits })}
            />
          </>
        )}
        {value.type === 'totp' && (
          <TextField
            label={words('accounts_period')}
            type="number"
            min={PERIOD_SECONDS.min}
            max={PERIOD_SECONDS.max}
            value={value.period}
            onValue={(period) => onValue({ ...value, period })}
            error={
              findPeriodSeconds(value) === undefined ? errorWords('period-unsupported') : undefined
            }
          />
        )}
        {value.type === 'hotp' && (
          <TextField
            label={words('accounts_counter')}
            type="number"
            min={0}
            max={COUNTER_MAX}
            value={value.counter}
            onValue={(counter) => onValue({ ...value, counter })}
            hint={words('accounts_counter_hint')}
            error={findCounter(value) === undefined ? errorWords('counter-unsupported') : undefined}
          />
        )}
      </div>
    </details>
  );
}
