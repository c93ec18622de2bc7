import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Glyph } from './glyph.tsx';
import { useLanguage } from './words.ts';

/** What happened and what to do next. Always mounted, so that a screen reader hears the change. */
export function ErrorNote({ code }: { readonly code: ErrorCode | undefined }) {
  const { errorWords } = useLanguage();
  return (
    <div role="alert">
      {code && (
        <p class="note note-error">
          <Glyph name="warning" />
          <span>{errorWords(code)}</span>
        </p>
      )}
    </div>
  );
}

export function Note({
  children,
  look,
}: {
  readonly children: ComponentChildren;
  readonly look?: 'warning';
}) {
  return (
    <div class={look ? `note note-${look}` : 'note'}>
      {look && <Glyph name="warning" />}
      <div>{children}</div>
    </div>
  );
}

/** The one polite live region of a screen (WCAG 4.1.3), with an optional way back. */
export function Status({
  text,
  children,
}: {
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={text === '' ? 'status status-empty' : 'status'}>
      <p role="status">{text}</p>
      {children}
    </div>
  );
}
