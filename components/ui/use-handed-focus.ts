import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where a press replaces its button by others, the focus would fall to the page:
 * gives the ref of the control that takes it over, whenever `step` changes.
 */
export function useHandedFocus<Control extends HTMLElement>(
  step: unknown,
): RefObject<Control | null> {
  const control = useRef<Control>(null);
  const before = useRef(step);
  useLayoutEffect(() => {
    if (before.current === step) return;
    before.current = step;
    control.current?.focus();
  }, [step]);
  return control;
}
