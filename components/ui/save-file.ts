/** Has the browser save a text as a file. This needs no permission and sends nothing. */
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
