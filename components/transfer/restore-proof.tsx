import type { BackupSecret, RestoreAnswer } from '../../lib/protocol/restore-views.ts';
import { ProofForm } from '../unlock/proof-form.tsx';
import { useWords } from '../ui/words.ts';
import type { RestoreSummary } from './restore-summary.tsx';

interface RestoreProofProps {
  readonly open: (secret: BackupSecret) => Promise<RestoreAnswer>;
  readonly onOpened: (restore: RestoreSummary, secret: BackupSecret) => void;
  /** Unix time, ms. */
  readonly now: () => number;
}

/** Asks for the secret that opens a backup: a passkey cannot, because it is bound to its browser. */
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
