import { ExportChooseView } from '../../components/export/export-choose-view.tsx';
import { ExportCodesView } from '../../components/export/export-codes-view.tsx';
import { ExportDialog } from '../../components/export/export-dialog.tsx';
import { ExportSheetView } from '../../components/export/export-sheet-view.tsx';
import { LeftOutList } from '../../components/export/left-out-list.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { ErrorNote, Note, Status } from '../../components/ui/note.tsx';
import { useWords } from '../../components/ui/words.ts';
import { hasPasskeys, usePasskey } from '../../lib/browser/passkey.ts';
import { clearLater } from '../../lib/protocol/clear-later.ts';
import { MAX_EXPORTED_AS_CODES } from '../../lib/protocol/export-views.ts';
import { generatePassphrase } from '../../lib/strength/generate.ts';
import { checkStrength, strengthOf } from '../../lib/strength/strength.ts';
import { useExport } from './use-export.ts';

/** Takes accounts to other apps: what and how, a warning, a proof, a file. */
export function ExportScreen() {
  const words = useWords();
  const { choice, errorCode, wish, saved, shown, want, prove, unlock, hide } = useExport();
  return (
    <main class="view">
      <BackLink href="/options.html#transfer" label={words('settings_transfer')} />
      <h1>{words('export_title')}</h1>
      {shown?.form === 'google' && <ExportCodesView codes={shown.codes} onDone={hide} />}
      {shown?.form === 'sheet' && (
        <ExportSheetView codes={shown.codes} onPrint={() => print()} onDone={hide} />
      )}
      {shown && <LeftOutList leftOut={shown.leftOut} />}
      <p class="hint">
        {words('export_backup')} <a href="/options.html#backup">{words('export_backup_link')}</a>
      </p>
      <ErrorNote code={choice ? undefined : errorCode} />
      {choice && !shown && (
        <ExportChooseView
          accounts={choice.accounts}
          maxAsCodes={MAX_EXPORTED_AS_CODES}
          onWish={want}
        />
      )}
      {!choice && errorCode && (
        <div class="actions">
          <button type="button" class="button" onClick={unlock}>
            {words('import_unlock')}
          </button>
        </div>
      )}
      <Status text={saved?.statusText ?? ''} />
      {saved?.secrecy === 'readable' && (
        <Note look="warning">
          <p>{words('export_delete')}</p>
        </Note>
      )}
      {saved && <LeftOutList leftOut={saved.leftOut} />}
      {choice && wish && (
        <ExportDialog
          form={wish.form}
          strengthOf={strengthOf}
          checkStrength={checkStrength}
          suggest={() =>
            generatePassphrase((length) => crypto.getRandomValues(new Uint8Array(length)))
          }
          onCopied={clearLater}
          touch={
            hasPasskeys() && choice.passkeys.length > 0
              ? () => usePasskey(choice.passkeys)
              : undefined
          }
          now={Date.now}
          onProof={prove}
          onClose={() => want(undefined)}
        />
      )}
    </main>
  );
}
