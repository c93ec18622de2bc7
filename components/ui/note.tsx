import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { GuideLink } from '../guide/guide-link.tsx';
import { TOPIC_OF_ERROR } from '../guide/topic-of-error.ts';
import { Icon } from './icon.tsx';
import { useLanguage } from './words.ts';

/** Says what happened and what to do next. It is always mounted, so that a screen reader hears the change. */
export function ErrorNote({ code }: { readonly code: ErrorCode | undefined }) {
  const { errorWords } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const topic = code && TOPIC_OF_ERROR[code];
  useEffect(() => {
    if (code) box.current?.scrollIntoView({ block: 'nearest' });
  }, [code]);
  return (
    <div role="alert" ref={box}>
      {code && (
        <p class="note note-error">
          <Icon name="warning" />
          <span>
            {errorWords(code)}
            {topic !== undefined && (
              <>
                {' '}
                <GuideLink topic={topic} />
              </>
            )}
          </span>
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

/** What the status line says. */
export interface StatusText {
  readonly text: string;
  /** Another number for every text, also for the same one again. */
  readonly turn: number;
}

/**
 * The status line: the one polite live region of a screen (WCAG 4.1.3), with room
 * for an undo button. Over the list of codes it is a toast that fades, and fades
 * anew with every turn; its text stays in the page for who listens later.
 */
export function Status({
  text,
  turn = 0,
  children,
}: Partial<StatusText> & Pick<StatusText, 'text'> & { readonly children?: ComponentChildren }) {
  const state = text === '' ? 'empty' : turn % 2 === 0 ? 'even' : 'odd';
  // A screen reader hears what changes in a live region, but not what stood there when it came.
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  return (
    <div class={`status status-${state}`}>
      <p role="status">
        {/* Another element with every turn: the same text again is said again. */}
        {isMounted && text !== '' && <span key={turn}>{text}</span>}
      </p>
      {children}
    </div>
  );
}
