import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A page can make the popup open under a click already on its way (clickjacking
 * by double click). A button that saves or releases something is therefore dead
 * for its first 700 ms; house rule of security.md.
 */
const ARMING_MS = 700;

interface ArmedButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly type?: 'submit';
  readonly look?: 'primary' | 'danger';
  readonly busy?: boolean;
}

/** aria-disabled, not disabled: it keeps the focus and is announced, yet does nothing while dead. */
export function ArmedButton({ children, onClick, type, look, busy }: ArmedButtonProps) {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMING_MS);
    return () => clearTimeout(timer);
  }, []);
  const dead = !armed || busy === true;
  return (
    <button
      type={type ?? 'button'}
      class={look ? `button button-${look}` : 'button'}
      aria-disabled={dead ? 'true' : 'false'}
      onClick={(event) => {
        if (dead || !event.isTrusted) {
          event.preventDefault();
          return;
        }
        onClick?.();
      }}
    >
      {children}
    </button>
  );
}
