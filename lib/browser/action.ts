import { api } from './api.ts';

/** Shows a number on the toolbar button; 0 clears it. */
export async function showBadge(count: number): Promise<void> {
  await api.action.setBadgeText({ text: count === 0 ? '' : String(count) });
}

/** Opens the toolbar popup. Firefox before 149 refuses it without a user's gesture. */
export async function openPopup(): Promise<'opened' | 'refused'> {
  try {
    await api.action.openPopup();
    return 'opened';
  } catch {
    return 'refused';
  }
}

/** Whether our popup is open over a tab now. */
export async function isPopupShown(): Promise<boolean> {
  const runtime: Partial<Pick<typeof api.runtime, 'getContexts'>> = api.runtime;
  // A Firefox without it has the background in a page, which sees the other pages itself.
  if (!runtime.getContexts) return api.extension.getViews({ type: 'popup' }).length > 0;
  return (await runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}
