import { useState } from 'preact/hooks';
import { WhyView } from '../../components/sites/why-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { FieldsWhy, SiteTab } from '../../lib/protocol/views.ts';

/** What the scripts in open pages say of their fields, asked for by a press only. */
export function WhySection() {
  const task = useTask();
  const [tabs, setTabs] = useState<readonly SiteTab[]>();
  const [why, setWhy] = useState<FieldsWhy>();
  return (
    <WhyView
      tabs={tabs}
      why={why}
      busy={task.busy}
      errorCode={task.errorCode}
      onLook={() =>
        task.run(async () => {
          setWhy(undefined);
          setTabs(await ask('siteTabs', {}));
        })
      }
      onTab={(tabId) =>
        task.run(async () => {
          setWhy(undefined);
          setWhy(await ask('fieldsWhy', { tabId }));
        })
      }
    />
  );
}
