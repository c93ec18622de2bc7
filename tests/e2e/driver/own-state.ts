/** What the extension keeps in the browser, and its alarms, as one of its own pages sees them. */
import type { Page } from 'puppeteer-core';

export type Area = 'local' | 'session';

type Items = Readonly<Record<string, unknown>>;

export function findStored(ownPage: Page, area: Area, key: string): Promise<unknown> {
  return ownPage.evaluate(
    async (from, name): Promise<unknown> =>
      (await chrome.storage[from].get<Record<string, unknown>>(name))[name],
    area,
    key,
  );
}

/** All of the area. */
export function readStored(ownPage: Page, area: Area): Promise<Items> {
  return ownPage.evaluate((from) => chrome.storage[from].get<Items>(), area);
}

export function store(ownPage: Page, area: Area, items: Items): Promise<void> {
  return ownPage.evaluate((to, values) => chrome.storage[to].set(values), area, { ...items });
}

export function removeStored(ownPage: Page, area: Area, key: string): Promise<void> {
  return ownPage.evaluate((from, name) => chrome.storage[from].remove(name), area, key);
}

export function clearStored(ownPage: Page, area: Area): Promise<void> {
  return ownPage.evaluate((from) => chrome.storage[from].clear(), area);
}

/** Resolves when the disk gets another value of `key`. Rejects when the browser dies before. */
export function waitForWritten(ownPage: Page, key: string): Promise<void> {
  return ownPage.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        chrome.storage.local.onChanged.addListener((items) => {
          if (name in items) resolve();
        });
      }),
    key,
  );
}

/** When the alarm goes off, Unix time, ms; undefined where there is none. */
export function findAlarm(ownPage: Page, name: string): Promise<number | undefined> {
  return ownPage.evaluate(async (of) => (await chrome.alarms.get(of))?.scheduledTime, name);
}

/** Lets the alarm go off at once, which wakes the background. */
export function soundAlarm(ownPage: Page, name: string): Promise<void> {
  return ownPage.evaluate((of) => chrome.alarms.create(of, { when: Date.now() }), name);
}

export async function clearAlarm(ownPage: Page, name: string): Promise<void> {
  await ownPage.evaluate((of) => chrome.alarms.clear(of), name);
}
