import { ScanResultsView } from '../../components/accounts/scan-results-view.tsx';
import type { AccountView } from '../../lib/otp/account.ts';
import { EXPORT_LIST } from '../../lib/protocol/save-scan.ts';
import type { CurrentPage, ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { AddScreen } from './add-screen.tsx';
import { BinScreen } from './bin-screen.tsx';
import type { CompletedAction } from './completed-action.ts';
import { EditScreen } from './edit-screen.tsx';
import { openPage } from './open-page.ts';
import { QrScreen } from './qr-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';

/** A screen of the popup that is not the list of codes. */
export type OtherScreen =
  | { readonly kind: 'add'; readonly start: 'scan' | 'form' }
  | { readonly kind: 'results'; readonly results: readonly ScanResult[] }
  | { readonly kind: 'review'; readonly scan: ScanView }
  | { readonly kind: 'edit'; readonly account: AccountView }
  | { readonly kind: 'qr'; readonly account: AccountView }
  | { readonly kind: 'bin' };

interface OtherScreensProps {
  readonly screen: OtherScreen;
  readonly tabId: number | undefined;
  readonly page: CurrentPage | undefined;
  readonly onScreen: (screen: OtherScreen) => void;
  /** Called when the list shows again as it was. */
  readonly onBack: () => void;
  /** Called when the list is to be asked for anew. */
  readonly onDone: (done?: CompletedAction) => void;
}

/** All that the popup shows beside codes. Its script loads when it is first wanted: the first code does not wait for it. */
export function OtherScreens({ screen, tabId, page, onScreen, ...then }: OtherScreensProps) {
  const { onBack, onDone } = then;
  const review = (scan: ScanView): void => onScreen({ kind: 'review', scan });
  switch (screen.kind) {
    case 'add':
      return (
        <AddScreen
          start={screen.start}
          tabId={tabId}
          onReview={review}
          onResults={(results) => onScreen({ kind: 'results', results })}
          onDone={onDone}
          onBack={onBack}
        />
      );
    case 'results':
      return (
        <ScanResultsView
          of="page"
          results={screen.results}
          onReview={review}
          onExport={() => openPage(EXPORT_LIST)}
          onAgain={() => onScreen({ kind: 'add', start: 'scan' })}
          onBack={onBack}
        />
      );
    case 'review':
      return <ReviewScreen scan={screen.scan} onDone={onDone} />;
    case 'edit':
      return <EditScreen account={screen.account} page={page} onDone={onDone} onBack={onBack} />;
    case 'qr':
      return <QrScreen account={screen.account} onBack={onBack} />;
    case 'bin':
      return <BinScreen onBack={() => onDone()} />;
    default:
      return screen satisfies never;
  }
}
