import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RestoreLine, RestoreView } from '../../lib/protocol/restore-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage } from '../ui/words.ts';

/** What a backup would bring, or has brought. */
export type RestoreSummary = Omit<RestoreView, 'kind'>;

/** How many accounts restoring the backup adds. */
export function countAdded({ lines }: RestoreSummary): number {
  return lines.filter(({ kind }) => kind !== 'there').length;
}

function wordsOf({ kind, bin }: RestoreLine): MessageKey {
  if (kind === 'there') return 'backup_line_there';
  if (kind === 'second') return 'backup_line_second';
  return bin === 'binned' ? 'backup_line_new_binned' : 'backup_line_new';
}

/** Every account of a backup, each with what becomes of it and why. */
export function RestoreSummaryView({ restore }: { readonly restore: RestoreSummary }) {
  const { words, plural, errorWords, formats } = useLanguage();
  const { madeMs, of, lines, refused, droppedSites } = restore;
  const added = countAdded(restore);
  const first = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  // What there is none of is no news, but a backup with nothing new says so.
  const counts = [
    plural('backup_count_new', added),
    lines.length > added && plural('backup_count_there', lines.length - added),
    refused.length > 0 && plural('backup_count_refused', refused.length),
  ].filter((count) => count !== false);
  return (
    <>
      <p class="restore-summary" ref={first} tabIndex={-1}>
        {words('backup_made', formats.dayAndTime(madeMs))}
        <br />
        {lines.length + refused.length === 0 ? words('backup_empty') : counts.join(' · ')}
        {of !== undefined && (
          <>
            <br />
            {words('backup_part', lines.length + refused.length, of)}
          </>
        )}
      </p>
      {droppedSites.length > 0 && (
        <p class="hint">{words('backup_dropped_sites', droppedSites.join(', '))}</p>
      )}
      {/* A long list scrolls, so the keyboard must be able to reach it (WCAG 2.1.1). */}
      <ul class="plain-list restore-lines" tabIndex={0} aria-label={words('backup_title')}>
        {refused.map((line, index) => (
          <li key={`refused-${index}`}>
            <span>
              <bdi>{nameOf(line) || words('backup_nameless')}</bdi>
            </span>
            <span class="field-error">{errorWords(line.code)}</span>
          </li>
        ))}
        {lines.map((line, index) => (
          <li key={index}>
            <span>
              <bdi>{nameOf(line) || words('import_nameless')}</bdi>
            </span>
            <span class="hint">{words(wordsOf(line))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
