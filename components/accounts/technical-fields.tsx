import type { Algorithm } from '../../lib/otp/account.ts';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { useLanguage } from '../ui/words.ts';
import { ALGORITHMS, DIGITS } from './account-fields.ts';

/** How codes are computed; the period stays text until it is sent, so that it can be half typed. */
export interface Technical {
  readonly algorithm: Algorithm;
  readonly digits: '6' | '7' | '8';
  readonly period: string;
}

export const USUAL: Technical = { algorithm: 'SHA-1', digits: '6', period: '30' };

/** Whole seconds, 15 to 120, or undefined. */
export function findPeriodSeconds(period: string): number | undefined {
  if (!/^\d{1,3}$/u.test(period.trim())) return undefined;
  const seconds = Number(period);
  return seconds >= 15 && seconds <= 120 ? seconds : undefined;
}

interface TechnicalFieldsProps {
  readonly value: Technical;
  readonly onValue: (value: Technical) => void;
}

/** Folded away: only a site that says so needs other than the usual values. */
export function TechnicalFields({ value, onValue }: TechnicalFieldsProps) {
  const { words, errorWords } = useLanguage();
  return (
    <details class="details">
      <summary>{words('accounts_technical')}</summary>
      <div class="form">
        <Choice
          label={words('accounts_algorithm')}
          value={value.algorithm}
          options={ALGORITHMS}
          onValue={(algorithm) => onValue({ ...value, algorithm })}
        />
        <Choice
          label={words('accounts_digits')}
          value={value.digits}
          options={DIGITS}
          onValue={(digits) => onValue({ ...value, digits })}
        />
        <Field
          label={words('accounts_period')}
          type="number"
          min={15}
          max={120}
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
