/**
 * Asks the browser to save a text as a file. This needs no permission and sends
 * nothing. Without the permission 'downloads' the browser does not tell whether
 * the file was saved, so the words on screen must not say that it was.
 */
export function saveFile(
  name: string,
  text: string,
  type: 'text/plain' | 'application/json',
): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
