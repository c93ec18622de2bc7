function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** 'nightlatch-backup-2026-11-22.json': the day where the user is; no name, no address in it. */
export function backupFileName(madeMs: number): string {
  const made = new Date(madeMs);
  const day = [made.getFullYear(), twoDigits(made.getMonth() + 1), twoDigits(made.getDate())];
  return `nightlatch-backup-${day.join('-')}.json`;
}

/** Day and time as the user's language writes them. */
export function dayAndTime(ms: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(ms);
}
