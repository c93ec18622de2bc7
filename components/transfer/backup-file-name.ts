function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** For instance 'nightlatch-aegis-2026-11-22.json', with the local day and no name of the user's. */
export function datedFileName(what: string, madeMs: number, extension: 'json' | 'txt'): string {
  const made = new Date(madeMs);
  const day = [made.getFullYear(), twoDigits(made.getMonth() + 1), twoDigits(made.getDate())];
  return `nightlatch-${what}-${day.join('-')}.${extension}`;
}

/** Of some accounts for instance 'nightlatch-backup-3-of-14-2026-11-22.json'. */
export function backupFileName(
  madeMs: number,
  part?: { readonly accounts: number; readonly of: number },
): string {
  const what = part ? `backup-${part.accounts}-of-${part.of}` : 'backup';
  return datedFileName(what, madeMs, 'json');
}
