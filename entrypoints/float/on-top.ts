/**
 * A window that stays on top of every program: Document Picture-in-Picture,
 * which Chromium has and Firefox has not. It lives as long as the page that
 * opened it, and shows what that page puts into it.
 */
interface PictureInPicture {
  requestWindow(size: { readonly width: number; readonly height: number }): Promise<Window>;
}
declare global {
  interface Window {
    readonly documentPictureInPicture?: PictureInPicture;
  }
}

export function canStayOnTop(): boolean {
  return window.documentPictureInPicture !== undefined;
}

/** Opens it, dressed as this page is. Must be called in the tick of the user's press. */
export async function openOnTop(): Promise<Window> {
  const { innerWidth: width, innerHeight: height } = window;
  const shown = await window.documentPictureInPicture?.requestWindow({ width, height });
  if (!shown) throw new Error('this browser has no window that stays on top');
  const { documentElement: root, body, head } = shown.document;
  for (const { name, value } of document.documentElement.attributes) root.setAttribute(name, value);
  for (const sheet of document.styleSheets) {
    if (sheet.href === null) continue;
    const link = shown.document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet.href;
    head.append(link);
  }
  shown.document.title = document.title;
  body.className = document.body.className;
  return shown;
}
