import { useEffect, useState } from 'preact/hooks';
import { GuideSection } from '../../components/settings/guide-section.tsx';
import { AboutSection, KeysSection } from '../../components/settings/about-section.tsx';
import { ReportSection } from '../../components/settings/report-section.tsx';
import { useReturn } from '../../components/ui/use-return.ts';
import {
  openShortcutSettings,
  ownVersion,
  readShortcuts,
} from '../../lib/browser/own-extension.ts';
import { ExplanationSection } from './explanation-section.tsx';
import { makeReport } from './report.ts';

/** Help: why a code was not filled, the keys, and which Nightlatch this is. */
export function HelpScreen() {
  const [shortcuts, setShortcuts] = useState<ReadonlyMap<string, string>>(new Map());
  const look = (): void => void readShortcuts().then(setShortcuts, () => undefined);
  useEffect(look, []);
  // Back from the browser's page for them, they may be others.
  useReturn(look);
  return (
    <>
      <GuideSection />
      <ExplanationSection />
      <KeysSection shortcuts={shortcuts} onChangeKeys={() => void openShortcutSettings()} />
      <AboutSection version={ownVersion()}>
        <ReportSection onReport={makeReport} />
      </AboutSection>
    </>
  );
}
