import { useWords, type MessageKey } from '../ui/words.ts';
import { refusalKey, signKey } from './why-words.ts';

/** A candidate for a code, as lib/page sees it; no word of the page is in it. */
export interface FieldEntry {
  readonly boxes: number;
  readonly type: 'text' | 'tel' | 'number' | 'password' | 'textarea' | 'contenteditable';
  /** A token of the autocomplete attribute, 'other' or 'none'. */
  readonly purpose: string;
  readonly score: number;
  readonly verdict: 'fill' | 'offer' | 'too-weak' | 'second' | 'ruled-out';
  /** What rules it out. */
  readonly against?: string;
  readonly signals: readonly { readonly name: string; readonly weight: number }[];
}

interface WhyFieldProps {
  readonly field: FieldEntry;
  /** From 1. */
  readonly place: number;
  /** Points needed to offer a code there, and to fill it. */
  readonly offer: number;
  readonly fill: number;
}

const TYPES: Readonly<Record<FieldEntry['type'], MessageKey>> = {
  text: 'why_field_text',
  tel: 'why_field_tel',
  number: 'why_field_number',
  password: 'why_field_password',
  textarea: 'why_field_text',
  contenteditable: 'why_field_text',
};
const VERDICTS: Readonly<Record<FieldEntry['verdict'], MessageKey>> = {
  fill: 'why_fill',
  offer: 'why_offer',
  'too-weak': 'why_too_weak',
  second: 'why_second',
  'ruled-out': 'why_ruled_out',
};

const points = new Intl.NumberFormat(undefined, { signDisplay: 'exceptZero' });
const plain = new Intl.NumberFormat();

/** One candidate: what it is, what became of it, and every sign with its points. */
export function WhyField({ field, place, offer, fill }: WhyFieldProps) {
  const words = useWords();
  const { boxes, type, purpose, verdict, against, score, signals } = field;
  const name =
    boxes > 1
      ? words('why_field_boxes', String(place), String(boxes))
      : words(TYPES[type], String(place));
  const reason = against === undefined ? '' : words(refusalKey(against));
  return (
    <details class="details" open={place === 1}>
      <summary>
        {name} – {words(VERDICTS[verdict], reason)}
      </summary>
      {purpose !== 'none' && <p class="hint">{words('why_purpose', purpose)}</p>}
      {signals.length > 0 && (
        <table class="why">
          <thead>
            <tr>
              <th scope="col">{words('why_sign')}</th>
              <th scope="col">{words('why_points')}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map((signal) => (
              <tr key={signal.name}>
                <td>{words(signKey(signal.name))}</td>
                <td>
                  <bdi dir="ltr">{points.format(signal.weight)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words('why_sum', plain.format(offer), plain.format(fill))}</th>
              <td>
                <bdi dir="ltr">{plain.format(score)}</bdi>
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      {signals.length === 0 && against === undefined && <p class="hint">{words('why_no_signs')}</p>}
    </details>
  );
}
