import { useEffect, useState } from 'preact/hooks';
import {
  readPermission,
  requestPermission,
  revokePermission,
  type OptionalPermission,
  type PermissionState,
} from '../../lib/browser/optional-permission.ts';

interface Choice {
  readonly value: 'on' | 'off';
  readonly onValue: (value: 'on' | 'off') => void;
}

/** A setting that is a permission itself, which the browser asks for and keeps. */
export function usePermission(name: OptionalPermission): Choice {
  const [state, setState] = useState<PermissionState>('not-granted');
  const show = (answer: Promise<PermissionState>): void =>
    void answer.then(setState, () => undefined);
  useEffect(() => show(readPermission(name)), []);
  return {
    value: state === 'granted' ? 'on' : 'off',
    onValue: (value) => show(value === 'on' ? requestPermission(name) : revokePermission(name)),
  };
}
