import type { ExportCode } from '../../lib/protocol/export-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { QrPicture } from '../accounts/qr-picture.tsx';
import { useWords } from '../ui/words.ts';

interface ExportSheetViewProps {
  readonly codes: readonly ExportCode[];
  readonly onPrint: () => void;
  readonly onDone: () => void;
}

/** A sheet to print: a code with its name for each account, and nothing else. */
export function ExportSheetView({ codes, onPrint, onDone }: ExportSheetViewProps) {
  const words = useWords();
  return (
    <section class="form export-sheet" aria-label={words('export_form_sheet')}>
      <div class="actions">
        <button type="button" class="button button-primary" onClick={onPrint}>
          {words('unlock_recovery_print')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words('export_code_done')}
        </button>
      </div>
      <ul class="plain-list export-sheet-codes">
        {codes.map(({ accounts: [account], qr }, index) => (
          <li key={index}>
            <QrPicture {...qr} />
            <bdi>{(account && nameOf(account)) || words('import_nameless')}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
