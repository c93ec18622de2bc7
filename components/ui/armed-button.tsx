import type { ComponentChildren } from 'preact';
import { useArmed } from './armed.ts';

interface ArmedButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly type?: 'submit';
  readonly look?: 'primary' | 'danger';
  readonly busy?: boolean;
}

/** aria-disabled, not disabled: it keeps the focus and is announced, yet does nothing while dead. */
export function ArmedButton({ children, onClick, type, look, busy }: ArmedButtonProps) {
  const armed = useArmed();
  const dead = armed === 'dead' || busy === true;
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
