import { api } from './api.ts';

/** What an administrator has set for us; nothing where there is no policy, for which Firefox rejects. */
export async function readManaged(): Promise<unknown> {
  try {
    return await api.storage.managed.get();
  } catch {
    return {};
  }
}

/** Runs `work` when the policy was changed while the browser runs. */
export function onManagedChanged(work: () => void): void {
  api.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') work();
  });
}
