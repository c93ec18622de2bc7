import type { OwnRequests } from '../../../lib/protocol/own-messages.ts';
import type { UnlockAnswer } from '../../../lib/protocol/vault-views.ts';
import { SAMPLE_QR } from './sample-answers.ts';
import { importLines } from './sample-import.ts';

/** Import and export; whoever exports proves who he is. */
export function fakeTransfers(proof: () => UnlockAnswer): Partial<OwnRequests> {
  return {
    importPreview: ({ files }) => importLines(files),
    importAdd: ({ chosen }) => ({
      ids: chosen.map(({ index }) => String(index)),
      replacedIds: [],
    }),
    importUndo: () => {},
    exportCodes: ({ ids, form }) => {
      const answer = proof();
      if (answer.kind !== 'open') return answer;
      const accounts = ids.map((id) => ({ issuer: 'TP-Link', label: id }));
      const codes =
        form === 'google'
          ? [0, 1].map(() => ({ accounts, qr: SAMPLE_QR }))
          : accounts.map((account) => ({ accounts: [account], qr: SAMPLE_QR }));
      const leftOut = [{ issuer: 'Steam', label: 'maria', why: 'unsupported' as const }];
      return { kind: 'open', codes, leftOut };
    },
    exportBackup: ({ ids }) => {
      const answer = proof();
      if (answer.kind !== 'open') return answer;
      const made = { text: '', madeMs: Date.now(), accounts: ids.length, of: ids.length + 1 };
      return { kind: 'open', ...made, leftOut: [] };
    },
    exportFile: ({ ids }) => {
      const answer = proof();
      if (answer.kind !== 'open') return answer;
      const leftOut = [
        { issuer: 'TP-Link', label: 'damaged@example.com', why: 'unreadable' as const },
      ];
      return { kind: 'open', text: '', madeMs: Date.now(), accounts: ids.length, leftOut };
    },
  };
}
