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

/** The popup as a page for a window of its own, which is told its tab. */
export function popupPathFor(tabId: number): string {
  return `/popup.html?tab=${tabId}`;
}

/** Whether our popup is open now: over a tab, or in a window of its own for this one. */
export async function isPopupShown(tabId: number): Promise<boolean> {
  const inWindow = api.runtime.getURL(popupPathFor(tabId));
  const runtime: Partial<Pick<typeof api.runtime, 'getContexts'>> = api.runtime;
  if (runtime.getContexts) {
    const contexts = await runtime.getContexts({});
    return contexts.some(
      ({ contextType, documentUrl }) => contextType === 'POPUP' || documentUrl === inWindow,
    );
  }
  // A Firefox without it has the background in a page, which sees the other pages itself.
  return (
    api.extension.getViews({ type: 'popup' }).length > 0 ||
    api.extension.getViews().some(({ location }) => location.href === inWindow)
  );
}
