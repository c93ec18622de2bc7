import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import { FloatScreen } from './float-screen.tsx';

void mountPage(getLanguage, async ({ words }) => {
  document.title = words('settings_page_title', words('float_title'));
  try {
    const accounts = await ask('floatAccounts', {});
    return <FloatScreen rows={await ask('codes', { ids: accounts.map(({ id }) => id) })} />;
  } catch (thrown) {
    // The vault is locked: the browser restored this window, or it was locked this moment.
    window.close();
    throw thrown;
  }
});
