import { OutsideSection } from '../../components/settings/outside-section.tsx';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { openShortcutSettings } from '../../lib/browser/own-extension.ts';
import { ask } from '../../lib/protocol/client.ts';
import { readFloatPlace } from '../../lib/browser/float-place.ts';
import { usePermission } from './use-permission.ts';

/** Codes outside the browser. The notification is allowed by its permission, which the browser asks for and keeps. */
export function OutsideScreen() {
  const task = useTask();
  const notice = usePermission('notifications');
  return (
    <>
      <OutsideSection
        onFloat={() => task.run(() => ask('floatOpen', readFloatPlace(localStorage)))}
        onChangeKeys={() => void openShortcutSettings()}
        notice={notice.value}
        onNotice={notice.onValue}
      />
      <ErrorNote code={task.errorCode} />
    </>
  );
}
