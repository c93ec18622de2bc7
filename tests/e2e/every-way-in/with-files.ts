import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';

/** A browser with an empty vault, and a folder for the files that are chosen in it. */
export interface WithFiles {
  readonly driven: DrivenBrowser;
  readonly folder: string;
  /** Ends the browser, and deletes the folder. */
  readonly close: () => Promise<void>;
}

export async function launchWithFiles(): Promise<WithFiles> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-files-'));
  const driven = await launch();
  await prepareVault(driven, []);
  const close = async (): Promise<void> => {
    await driven.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { driven, folder, close };
}
