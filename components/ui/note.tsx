import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { Icon } from './icon.tsx';
import { useLanguage } from './words.ts';

/** Says what happened and what to do next. It is always mounted, so that a screen reader hears the change. */
export function ErrorNote({ code }: { readonly code: ErrorCode | undefined }) {
  const { errorWords } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (code) box.current?.scrollIntoView({ block: 'nearest' });
  }, [code]);
  return (
    <div role="alert" ref={box}>
      {code && (
        <p class="note note-error">
          <Icon name="warning" />
          <span>{errorWords(code)}</span>
        </p>
      )}
    </div>
  );
}

/** A paragraph set apart from the others. */
export function Note({
  children,
  look,
}: {
  readonly children: ComponentChildren;
  readonly look?: 'warning';
}) {
  return (
    <div class={look ? `note note-${look}` : 'note'}>
      {look && <Icon name="warning" />}
      <div>{children}</div>
    </div>
  );
}

/** The status line: the one polite live region of a screen (WCAG 4.1.3), with room for an undo button. */
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
