/**
 * Files of ours in the browser's profile (the origin private file system).
 * What is removed or replaced here is gone from the profile's files at once,
 * unlike a value in IndexedDB or storage.local, whose files keep old values
 * until the browser cleans them up (measured in Chromium).
 */
async function findFile(name: string): Promise<FileSystemFileHandle | undefined> {
  const directory = await navigator.storage.getDirectory();
  try {
    return await directory.getFileHandle(name);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
    throw thrown;
  }
}

export async function readPrivateFile(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await (await findFile(name))?.getFile();
  return file && new Uint8Array(await file.arrayBuffer());
}

/** Writes a file; when this resolves, the new content has replaced the old one as a whole. */
export async function writePrivateFile(
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<void> {
  const directory = await navigator.storage.getDirectory();
  const handle = await directory.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
}

export async function removePrivateFile(name: string): Promise<void> {
  if (!(await findFile(name))) return;
  const directory = await navigator.storage.getDirectory();
  await directory.removeEntry(name);
}
