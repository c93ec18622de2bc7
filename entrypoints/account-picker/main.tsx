import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import { AccountPickerScreen } from './account-picker-screen.tsx';

void mountPage(getLanguage, async ({ words }) => {
  document.title = words('choose_title');
  try {
    return <AccountPickerScreen view={await ask('pickerView', {})} />;
  } catch (thrown) {
    // No page waits for a choice: the browser restored this window, or the page was left meanwhile.
    window.close();
    throw thrown;
  }
});
