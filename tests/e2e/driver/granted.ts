import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LaunchOptions } from './launch.ts';
import { builtExtension, launch, type DrivenBrowser } from './launch.ts';

/** A copy of the extension and a profile in which the user has allowed what is optional. */
export interface GrantedProfile {
  launch(simulator?: LaunchOptions['simulator']): Promise<DrivenBrowser>;
  remove(): Promise<void>;
}

interface Manifest {
  readonly host_permissions: string[];
  readonly permissions: string[];
}

/**
 * The browser's own permission dialog cannot be pressed without a display. A
 * host that an earlier version of the extension had under host_permissions
 * stays granted as an optional one: that is how the answer 'allow' is given here.
 */
export function allowHost(pattern: string): Promise<GrantedProfile> {
  return allow(({ host_permissions: hosts }) => hosts.push(pattern));
}

/** The same for a permission under optional_permissions. */
export function allowPermission(name: string): Promise<GrantedProfile> {
  return allow(({ permissions }) => permissions.push(name));
}

async function allow(require: (manifest: Manifest) => void): Promise<GrantedProfile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-granted-'));
  const profileDirectory = await mkdtemp(path.join(tmpdir(), 'nightlatch-profile-'));
  await cp(builtExtension(), folder, { recursive: true });
  return {
    async launch(simulator) {
      const manifestFile = path.join(folder, 'manifest.json');
      const production = await readFile(manifestFile, 'utf8');
      const manifest = JSON.parse(production) as Manifest;
      require(manifest);
      await writeFile(manifestFile, JSON.stringify(manifest));
      const allowed = await launch({
        extension: folder,
        profileDirectory,
        ...(simulator === undefined ? {} : { simulator }),
      });
      await writeFile(manifestFile, production);
      await allowed.browser.installExtension(folder);
      return allowed;
    },
    async remove() {
      await rm(folder, { recursive: true, force: true });
      await rm(profileDirectory, { recursive: true, force: true });
    },
  };
}
