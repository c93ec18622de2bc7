import { ClipboardSection } from '../../components/settings/clipboard-section.tsx';
import { usePermission } from './use-permission.ts';

/** The choice is the permission itself, which the browser asks for and keeps. */
export function ClipboardScreen() {
  const reading = usePermission('clipboardRead');
  return (
    <ClipboardSection
      clearing={reading.value === 'on' ? 'only-ours' : 'always'}
      onClearing={(wanted) => reading.onValue(wanted === 'only-ours' ? 'on' : 'off')}
    />
  );
}
