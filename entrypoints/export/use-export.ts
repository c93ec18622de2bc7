import { useEffect, useRef, useState } from 'preact/hooks';
import { isCodeForm } from '../../components/export/export-forms.ts';
import type { ExportWish } from '../../components/export/export-choose-view.tsx';
import { saveChosenBackup, saveExport } from '../../components/export/save-export.ts';
import { useTask } from '../../components/ui/use-task.ts';
import type { Language } from '../../lib/language/language.ts';
import { useLanguage } from '../../components/ui/words.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { compareNames } from '../../lib/otp/account-order.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type {
  ExportCode,
  ExportCodeForm,
  LeftOutAccount,
} from '../../lib/protocol/export-views.ts';
import type { PasskeyView, UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';

/** What may be exported, as long as the vault is unlocked. */
interface Choice {
  readonly accounts: readonly AccountView[];
  readonly passkeys: readonly PasskeyView[];
}

/** The last export of this page. */
interface Saved {
  readonly statusText: string;
  readonly secrecy: 'own' | 'vault' | 'readable';
  readonly leftOut: readonly LeftOutAccount[];
}

/** What is on screen after the proof, until the user has scanned or printed it. */
interface ShownCodes {
  readonly form: ExportCodeForm;
  readonly codes: readonly ExportCode[];
  readonly leftOut: readonly LeftOutAccount[];
}

export interface Export {
  readonly shown: ShownCodes | undefined;
  readonly hide: () => void;
  readonly choice: Choice | undefined;
  readonly errorCode: ErrorCode | undefined;
  /** What waits for the proof. */
  readonly wish: ExportWish | undefined;
  readonly saved: Saved | undefined;
  readonly want: (wish: ExportWish | undefined) => void;
  readonly prove: (secret: UnlockSecret, passphrase?: string) => Promise<UnlockAnswer>;
  readonly unlock: () => void;
}

/** An export from the choice to the saved file, or to codes on screen. The lock ends it. */
export function useExport(): Export {
  const language = useLanguage();
  const task = useTask();
  const [choice, setChoice] = useState<Choice>();
  const [wish, setWish] = useState<ExportWish>();
  const [shown, setShown] = useState<ShownCodes>();
  const [saved, setSaved] = useState<Saved>();
  const lockCount = useRef(0);
  const load = (): void =>
    task.run(async () => {
      const accounts = await ask('accounts', { bin: 'live' });
      const { passkeys } = await ask('vaultState', {});
      setChoice({ accounts: accounts.toSorted(compareNames()), passkeys });
    });
  useEffect(() => {
    load();
    const ended = new AbortController();
    onLocked(() => {
      lockCount.current += 1;
      setChoice(undefined);
      setWish(undefined);
      setShown(undefined);
      load();
    }, ended.signal);
    // The browser may keep the page that was left, and bring it back as it was.
    addEventListener('pagehide', () => setShown(undefined), { signal: ended.signal });
    // Whoever comes back from the window for keys has unlocked the vault there.
    addEventListener('focus', load, { signal: ended.signal });
    return () => ended.abort();
  }, []);
  return {
    choice,
    errorCode: task.errorCode,
    shown,
    hide: () => setShown(undefined),
    wish,
    saved,
    want: (wanted) => {
      setSaved(undefined);
      setWish(wanted);
    },
    prove: async (proof, passphrase) => {
      if (!wish) return { kind: 'wrong' };
      const lockCountBefore = lockCount.current;
      const answer = await exportAs(wish, proof, passphrase, language);
      // After a lock nothing shows secrets, though the proof came before it.
      if (answer.kind !== 'open' || lockCount.current !== lockCountBefore) return answer;
      setShown(answer.shown);
      setSaved(answer.saved);
      setWish(undefined);
      return { kind: 'open' };
    },
    unlock: () => task.run(() => ask('unlockOpen', {})),
  };
}

interface Exported {
  readonly kind: 'open';
  readonly shown?: ShownCodes;
  readonly saved?: Saved;
}

/** Asks the background for it, and saves what is a file. */
async function exportAs(
  { form, ids }: ExportWish,
  proof: UnlockSecret,
  passphrase: string | undefined,
  language: Language,
): Promise<Exported | Exclude<UnlockAnswer, { readonly kind: 'open' }>> {
  if (isCodeForm(form)) {
    const answer = await ask('exportCodes', { form, ids, proof });
    if (answer.kind !== 'open') return answer;
    const { codes, leftOut } = answer;
    if (codes.length > 0) return { kind: 'open', shown: { form, codes, leftOut } };
    const statusText = language.words('export_no_code');
    return { kind: 'open', saved: { statusText, secrecy: 'vault', leftOut } };
  }
  if (form === 'backup') {
    const answer = await ask('exportBackup', { ids, proof });
    if (answer.kind !== 'open') return answer;
    const { madeMs, of, leftOut } = answer;
    const saved = saveChosenBackup(answer, language);
    // Health and the reminder count on it: a backup of some accounts is never noted.
    if (of === undefined) await ask('backupKept', { madeMs });
    return { kind: 'open', saved: { ...saved, leftOut } };
  }
  const secret = passphrase === undefined ? {} : { passphrase };
  const answer = await ask('exportFile', { form, ids, proof, ...secret });
  if (answer.kind !== 'open') return answer;
  return {
    kind: 'open',
    saved: { ...saveExport(form, answer, language), leftOut: answer.leftOut },
  };
}
