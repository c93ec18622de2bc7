import type { ComponentChildren } from 'preact';
import { useArmed } from './use-armed.ts';

interface ArmedButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly type?: 'submit';
  readonly look?: 'primary' | 'danger';
  readonly busy?: boolean;
}

/**
 * A button that does nothing until it is armed (see useArmed). It is aria-disabled
 * rather than disabled meanwhile, so that it keeps the focus and is announced.
 */
export function ArmedButton({ children, onClick, type, look, busy }: ArmedButtonProps) {
  const armed = useArmed();
  const isIdle = armed === 'unarmed' || busy === true;
  return (
    <button
      type={type ?? 'button'}
      class={look ? `button button-${look}` : 'button'}
      aria-disabled={isIdle ? 'true' : 'false'}
      onClick={(event) => {
        if (isIdle || !event.isTrusted) {
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
