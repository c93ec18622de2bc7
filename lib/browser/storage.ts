import { AppError } from '../errors.ts';
import { api } from './api.ts';

interface KeyLister {
  getKeys?: () => Promise<string[]>;
}

/**
 * storage.local as the vault's record store. Written here: ciphertext and
 * harmless settings only, because Firefox lets content scripts read it.
 */
export const localRecords = {
  async get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    return api.storage.local.get([...keys]);
  },
  async set(items: Readonly<Record<string, string>>): Promise<void> {
    try {
      await api.storage.local.set({ ...items });
    } catch (thrown) {
      // Chromium says so in the text of a plain Error, Firefox by a QuotaExceededError.
      throw /quota/iu.test(String(thrown)) ? new AppError('vault-full') : thrown;
    }
  },
  async keys(): Promise<readonly string[]> {
    const area: KeyLister = api.storage.local;
    // Firefox before 143 has no getKeys.
    return (await area.getKeys?.()) ?? Object.keys(await api.storage.local.get());
  },
  async remove(keys: readonly string[]): Promise<void> {
    await api.storage.local.remove([...keys]);
  },
};

/** storage.session: memory only (measured: never on disk), gone when the browser exits. */
export const sessionMemory = {
  async get(key: string): Promise<unknown> {
    return (await api.storage.session.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await api.storage.session.set({ [key]: value });
  },
  async remove(key: string): Promise<void> {
    await api.storage.session.remove(key);
  },
};

interface AccessLevelSetter {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/** Chromium: content scripts may no longer read our storage. Firefox has no such call. */
export async function closeStorageToPages(): Promise<void> {
  const areas: readonly object[] = [api.storage.local, api.storage.session];
  for (const area of areas) {
    const setter: AccessLevelSetter = area;
    await setter.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
