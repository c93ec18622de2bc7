import { useEffect, useState } from 'preact/hooks';
import { ClipboardSection } from '../../components/settings/clipboard-section.tsx';
import {
  requestClipboardReading,
  clipboardReading,
  revokeClipboardReading,
  type ClipboardReading,
} from '../../lib/browser/clipboard-permission.ts';

/** The choice is the permission itself, which the browser asks for and keeps. */
export function ClipboardScreen() {
  const [reading, setReading] = useState<ClipboardReading>('not-granted');
  const show = (answer: Promise<ClipboardReading>): void =>
    void answer.then(setReading, () => undefined);
  useEffect(() => show(clipboardReading()), []);
  return (
    <ClipboardSection
      clearing={reading === 'granted' ? 'only-ours' : 'always'}
      onClearing={(wanted) =>
        show(wanted === 'only-ours' ? requestClipboardReading() : revokeClipboardReading())
      }
    />
  );
}
