import { api } from './api.ts';
import { readPermission } from './optional-permission.ts';

const ID = 'copied';

/**
 * Shows a notification of the operating system, in the place of the one before,
 * if the user has allowed it. It may be kept in a history or shown on a locked
 * screen, so nothing of an account belongs in it.
 */
export async function notify(title: string, message: string): Promise<void> {
  if ((await readPermission('notifications')) !== 'granted') return;
  const iconUrl = api.runtime.getURL('icon/128.png');
  await api.notifications.create(ID, { type: 'basic', iconUrl, title, message });
}
