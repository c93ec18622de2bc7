import { ProofForm, type Secret } from '../unlock/open-form.tsx';
import type { UnlockAnswer } from '../unlock/use-unlock.ts';
import { useWords } from '../ui/words.ts';
import type { RestoreSummary } from './restore-lines.tsx';

/** What opens a backup anywhere; a passkey is bound to its browser. */
export type BackupSecret = Exclude<Secret, { readonly kind: 'passkey' }>;

export type RestoreAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | ({ readonly kind: 'open' } & RestoreSummary);

interface RestoreProofProps {
  readonly open: (secret: BackupSecret) => Promise<RestoreAnswer>;
  readonly onOpened: (restore: RestoreSummary, secret: BackupSecret) => void;
  /** Unix time, ms. */
  readonly now: () => number;
}

/** Asks for the secret of a backup. */
export function RestoreProof({ open, onOpened, now }: RestoreProofProps) {
  const words = useWords();
  return (
    <>
      <p>{words('backup_secret')}</p>
      <ProofForm
        of="backup"
        unlock={async (secret) => {
          if (secret.kind === 'passkey') return { kind: 'wrong' };
          const answer = await open(secret);
          if (answer.kind !== 'open') return answer;
          onOpened(answer, secret);
          return { kind: 'open' };
        }}
        touch={undefined}
        now={now}
        onOpen={() => {}}
        submitLabel={words('backup_secret_submit')}
      />
    </>
  );
}
