import { ALGORITHMS, PERIOD_SECONDS, type Algorithm } from '../../lib/otp/account.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useLanguage } from '../ui/words.ts';

/** Each length as a code of it is written in a select. */
const DIGITS = ['6', '7', '8'] as const;

/** How codes are computed. The period stays text until it is sent, so that it can be half typed. */
export interface CodeParameters {
  readonly algorithm: Algorithm;
  readonly digits: (typeof DIGITS)[number];
  readonly period: string;
}

export const DEFAULT_PARAMETERS: CodeParameters = { algorithm: 'SHA-1', digits: '6', period: '30' };

/** The period as whole seconds; undefined where the vault would refuse it. */
export function findPeriodSeconds(period: string): number | undefined {
  if (!/^\d{1,3}$/u.test(period.trim())) return undefined;
  const seconds = Number(period);
  return seconds >= PERIOD_SECONDS.min && seconds <= PERIOD_SECONDS.max ? seconds : undefined;
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
          label={words('accounts_algorithm')}
          value={value.algorithm}
          options={ALGORITHMS.map((name) => ({ value: name, label: name }))}
          onValue={(algorithm) => onValue({ ...value, algorithm })}
        />
        <SelectField
          label={words('accounts_digits')}
          value={value.digits}
          options={DIGITS.map((count) => ({ value: count, label: count }))}
          onValue={(digits) => onValue({ ...value, digits })}
        />
        <TextField
          label={words('accounts_period')}
          type="number"
          min={PERIOD_SECONDS.min}
          max={PERIOD_SECONDS.max}
          value={value.period}
          onValue={(period) => onValue({ ...value, period })}
          error={
            findPeriodSeconds(value.period) === undefined
              ? errorWords('period-unsupported')
              : undefined
          }
        />
      </div>
    </details>
  );
}
