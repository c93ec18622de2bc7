import { useState } from 'preact/hooks';
import type { ExportCode } from '../../lib/protocol/export-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { QrPicture } from '../accounts/qr-picture.tsx';
import { useWords } from '../ui/words.ts';

interface ExportCodesViewProps {
  readonly codes: readonly ExportCode[];
  readonly onDone: () => void;
}

/** The codes of an export, one at a time and as large as the window allows. */
export function ExportCodesView({ codes, onDone }: ExportCodesViewProps) {
  const words = useWords();
  const [place, setPlace] = useState(0);
  const code = codes[place];
  if (!code) return null;
  const isLast = place === codes.length - 1;
  return (
    <section class="form export-code" aria-labelledby="export-code">
      <h2 id="export-code">
        <span role="status">{words('export_code', place + 1, codes.length)}</span>
      </h2>
      <p>{words('export_code_scan')}</p>
      <QrPicture {...code.qr} />
      <div class="actions">
        {place > 0 && (
          <button type="button" class="button" onClick={() => setPlace(place - 1)}>
            {words('ui_back')}
          </button>
        )}
        <button
          type="button"
          class="button button-primary"
          onClick={() => (isLast ? onDone() : setPlace(place + 1))}
        >
          {words(isLast ? 'export_code_done' : 'ui_next')}
        </button>
      </div>
      <ul class="plain-list" aria-label={words('export_code_accounts')}>
        {code.accounts.map((account, index) => (
          <li key={index}>
            <bdi>{nameOf(account) || words('import_nameless')}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
