import { useState } from 'preact/hooks';
import { ExplanationView } from '../../components/sites/explanation-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { SiteTab, TabExplanation } from '../../lib/protocol/explanation.ts';

/** What the scripts in open pages say of their fields, asked for by a press only. */
export function ExplanationSection() {
  const task = useTask();
  const [tabs, setTabs] = useState<readonly SiteTab[]>();
  const [explanation, setExplanation] = useState<TabExplanation>();
  return (
    <ExplanationView
      tabs={tabs}
      explanation={explanation}
      busy={task.busy}
      errorCode={task.errorCode}
      onLook={() =>
        task.run(async () => {
          setExplanation(undefined);
          setTabs(await ask('siteTabs', {}));
        })
      }
      onTab={(tabId) =>
        task.run(async () => {
          setExplanation(undefined);
          setExplanation(await ask('explainTab', { tabId }));
        })
      }
    />
  );
}
