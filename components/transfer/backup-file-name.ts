function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** For instance 'nightlatch-aegis-2026-11-22.json', with the local day and nothing of the user's. */
export function datedFileName(what: string, madeMs: number, extension: 'json' | 'txt'): string {
  const made = new Date(madeMs);
  const day = [made.getFullYear(), twoDigits(made.getMonth() + 1), twoDigits(made.getDate())];
  return `nightlatch-${what}-${day.join('-')}.${extension}`;
}

export function backupFileName(madeMs: number): string {
  return datedFileName('backup', madeMs, 'json');
}
