import type { RestoreView } from '../../../lib/protocol/restore-views.ts';

/** A backup with every kind of line. */
export const SAMPLE_RESTORE: RestoreView = {
  kind: 'open',
  madeMs: 1_793_000_000_000,
  lines: [
    { kind: 'new', issuer: 'TP-Link', label: 'harbour@example.com', bin: 'live' },
    { kind: 'second', issuer: 'TP-Link', label: 'maria@example.com (2026-10-26)', bin: 'live' },
    { kind: 'there', issuer: 'GitHub', label: 'maria', bin: 'live' },
    { kind: 'new', issuer: 'Example', label: 'old@example.com', bin: 'binned' },
  ],
  refused: [
    { issuer: '', label: '', code: 'account-unreadable' },
    { issuer: 'Example', label: 'short@example.com', code: 'algorithm-unsupported' },
  ],
  droppedSites: ['https://nvr.example.com'],
};
