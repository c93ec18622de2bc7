import type { FieldExplanation } from '../../lib/protocol/explanation.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage } from '../ui/words.ts';
import { refusalKey, signalKey } from './explanation-words.ts';

interface ExplainedFieldProps {
  readonly field: FieldExplanation;
  /** From 1. */
  readonly place: number;
  /** Points needed to offer a code there, and to fill it. */
  readonly offer: number;
  readonly fill: number;
}

const TYPES: Readonly<Record<FieldExplanation['type'], MessageKey>> = {
  text: 'explain_field_text',
  tel: 'explain_field_tel',
  number: 'explain_field_number',
  password: 'explain_field_password',
  textarea: 'explain_field_text',
  contenteditable: 'explain_field_text',
};
const VERDICTS: Readonly<Record<FieldExplanation['verdict'], MessageKey>> = {
  fill: 'explain_fill',
  offer: 'explain_offer',
  'too-weak': 'explain_too_weak',
  second: 'explain_second',
  'ruled-out': 'explain_ruled_out',
};

/** One candidate: what it is, what became of it, and every sign with its points. */
export function ExplainedField({ field, place, offer, fill }: ExplainedFieldProps) {
  const { words, formats } = useLanguage();
  const { boxes, type, purpose, verdict, against, score, signals } = field;
  const name = boxes > 1 ? words('explain_field_boxes', place, boxes) : words(TYPES[type], place);
  const reason = against === undefined ? '' : words(refusalKey(against));
  return (
    <details class="details">
      <summary>
        {name} – {words(VERDICTS[verdict], reason)}
      </summary>
      {purpose !== 'none' && <p class="hint">{words('explain_purpose', purpose)}</p>}
      {signals.length > 0 && (
        <table class="explained-field">
          <thead>
            <tr>
              <th scope="col">{words('explain_signal')}</th>
              <th scope="col">{words('explain_points')}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map((signal) => (
              <tr key={signal.name}>
                <td>{words(signalKey(signal.name))}</td>
                <td>
                  <bdi dir="ltr">{formats.signed(signal.weight)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {words('explain_sum', formats.number(offer), formats.number(fill))}
              </th>
              <td>
                <bdi dir="ltr">{formats.number(score)}</bdi>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {signals.length === 0 && against === undefined && (
        <p class="hint">{words('explain_no_signs')}</p>
      )}
    </details>
  );
}
