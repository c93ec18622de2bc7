import * as v from 'valibot';
import { AppError, type ErrorCode } from '../errors.ts';
import { grantableOrigin, siteOfGrant, type Grant } from '../sites/grant.ts';
import { findSite, sites } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import { withRemembered, type RememberedPrompt } from './prompt-memory.ts';
import { Queue } from './queue.ts';

/** once: after a fill, the page script presses the page's own button, at most once for each prompt. */
export type Submit = 'never' | 'once';

/** What the user decided for one site. */
export interface SiteSettings {
  /** by-hand: 'ask first', a code is filled only after an act of the user. */
  readonly fill: 'by-itself' | 'by-hand';
  readonly submit: Submit;
  /** ms added to this computer's clock for codes of this site; the user applied it after a clock check. */
  readonly clockOffsetMs: number;
}

export const DEFAULT_SETTINGS: SiteSettings = {
  fill: 'by-itself',
  submit: 'never',
  clockOffsetMs: 0,
};

/**
 * What holds while the store cannot be read, as after a flipped bit on the disk,
 * and where a site's own line is damaged, or of a newer version: what the user
 * decided is unknown, so no code goes anywhere without a press.
 */
const SETTINGS_IF_UNREADABLE: SiteSettings = { ...DEFAULT_SETTINGS, fill: 'by-hand' };

/** A place that content scripts can neither read nor write, kept over restarts and updates. */
export interface ValueStore {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}

interface Book {
  readonly grants: readonly Grant[];
  readonly settings: Readonly<Record<string, SiteSettings>>;
  readonly prompts: Readonly<Record<string, readonly RememberedPrompt[]>>;
}

const grantSchema = v.object({
  origin: v.pipe(v.string(), v.check(isExactOrigin)),
  grantedMs: v.number(),
});
const settingsSchema = v.object({
  fill: v.picklist(['by-itself', 'by-hand']),
  submit: v.picklist(['never', 'once']),
  clockOffsetMs: v.pipe(v.number(), v.finite()),
});
const promptSchema = v.object({ id: v.string(), rememberedMs: v.number() });

/** What parses of a list: one damaged line must not cost the user the others. */
function linesOf<Line>(schema: v.GenericSchema<unknown, Line>, stored: unknown): readonly Line[] {
  return Array.isArray(stored)
    ? stored.flatMap((line) => {
        const result = v.safeParse(schema, line);
        return result.success ? [result.output] : [];
      })
    : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Each line is read by itself, and a damaged one of the settings asks first. */
function parseBook(stored: unknown): Book {
  if (stored === undefined) return { grants: [], settings: {}, prompts: {} };
  const parts = isRecord(stored) ? stored : {};
  const grants = linesOf(grantSchema, parts['grants']);
  // Without the part as a whole, each site has a damaged line.
  const ids = [...sites, ...grants.map(siteOfGrant)].map(({ id }) => id);
  const settings = isRecord(parts['settings'])
    ? parts['settings']
    : Object.fromEntries(ids.map((id) => [id, undefined]));
  const prompts = isRecord(parts['prompts']) ? parts['prompts'] : {};
  return {
    grants,
    settings: Object.fromEntries(
      Object.entries(settings).map(([id, line]) => [
        id,
        v.parse(v.fallback(settingsSchema, SETTINGS_IF_UNREADABLE), line),
      ]),
    ),
    prompts: Object.fromEntries(
      Object.entries(prompts).map(([id, lines]) => [id, linesOf(promptSchema, lines)]),
    ),
  };
}

/** An origin as grant() wrote it; anything else lying here is damage. */
function isExactOrigin(origin: string): boolean {
  try {
    return grantableOrigin(origin).origin === origin;
  } catch {
    return false;
  }
}

function settingsOf({ settings }: Book, siteId: string): SiteSettings {
  return Object.hasOwn(settings, siteId)
    ? { ...DEFAULT_SETTINGS, ...settings[siteId] }
    : DEFAULT_SETTINGS;
}

function promptsIn({ prompts }: Book, siteId: string): readonly RememberedPrompt[] {
  return Object.hasOwn(prompts, siteId) ? (prompts[siteId] ?? []) : [];
}

/** A browser's own error may quote what it stored. */
function throwAs(code: ErrorCode): (thrown: unknown) => never {
  return (thrown) => {
    throw thrown instanceof AppError ? thrown : new AppError(code);
  };
}

const KEY = 'sites';

/** The registered sites, those the user added, and his settings for each. */
export class SiteBook {
  readonly #store: ValueStore;
  readonly #readAllowed: () => Promise<(origin: string) => boolean>;
  readonly #queue = new Queue();
  /** As it was read or written last: nobody else writes it. */
  #known: Promise<Book> | undefined;

  /** `readAllowed` tells on which added origins codes may be filled now; the others are kept, and not used. */
  constructor(
    store: ValueStore,
    readAllowed: () => Promise<(origin: string) => boolean> = async () => () => true,
  ) {
    this.#store = store;
    this.#readAllowed = readAllowed;
  }

  /** The site of exactly this origin. */
  async find(origin: string): Promise<Site | undefined> {
    const registered = findSite(origin);
    if (registered) return registered;
    const grant = (await this.grants()).find((known) => known.origin === origin);
    return grant && siteOfGrant(grant);
  }

  async all(): Promise<readonly Site[]> {
    return [...sites, ...(await this.grants()).map(siteOfGrant)];
  }

  /** The ids of all sites, those that a policy forbids at present among them. */
  async knownIds(): Promise<ReadonlySet<string>> {
    const grants = (await this.#findBook())?.grants ?? [];
    return new Set([...sites, ...grants.map(siteOfGrant)].map(({ id }) => id));
  }

  async grants(): Promise<readonly Grant[]> {
    const grants = (await this.#findBook())?.grants ?? [];
    if (grants.length === 0) return grants;
    const isAllowed = await this.#readAllowed();
    return grants.filter(({ origin }) => isAllowed(origin));
  }

  async settings(siteId: string): Promise<SiteSettings> {
    const book = await this.#findBook();
    return book ? settingsOf(book, siteId) : SETTINGS_IF_UNREADABLE;
  }

  /** Throws 'site-not-grantable'. */
  async grant(origin: string, grantedMs: number): Promise<void> {
    const { origin: exact } = grantableOrigin(origin);
    await this.#change((book) => ({
      ...book,
      grants: [
        ...book.grants.filter((known) => known.origin !== exact),
        { origin: exact, grantedMs },
      ],
    }));
  }

  async revoke(origin: string): Promise<void> {
    const others = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
      Object.fromEntries(Object.entries(record).filter(([id]) => id !== origin));
    await this.#change(({ grants, settings, prompts }) => ({
      grants: grants.filter((known) => known.origin !== origin),
      settings: others(settings),
      prompts: others(prompts),
    }));
  }

  async set(siteId: string, change: Partial<SiteSettings>): Promise<SiteSettings> {
    let settings = DEFAULT_SETTINGS;
    await this.#change((book) => {
      settings = { ...settingsOf(book, siteId), ...change };
      return { ...book, settings: { ...book.settings, [siteId]: settings } };
    });
    return settings;
  }

  /** The prompts of a site that the user took an offer of. */
  async prompts(siteId: string): Promise<readonly RememberedPrompt[]> {
    const book = await this.#findBook();
    return book ? promptsIn(book, siteId) : [];
  }

  async remember(siteId: string, promptId: string, nowMs: number): Promise<void> {
    await this.#changePrompts(siteId, (known) => withRemembered(known, promptId, nowMs));
  }

  async forget(siteId: string, promptId: string): Promise<void> {
    await this.#changePrompts(siteId, (known) => known.filter(({ id }) => id !== promptId));
  }

  #changePrompts(
    siteId: string,
    next: (known: readonly RememberedPrompt[]) => readonly RememberedPrompt[],
  ): Promise<void> {
    return this.#change((book) => ({
      ...book,
      prompts: { ...book.prompts, [siteId]: [...next(promptsIn(book, siteId))] },
    }));
  }

  /** A reading that failed is tried again by the next one. */
  #read(): Promise<Book> {
    const reading = (this.#known ??= this.#store.read(KEY).then(parseBook));
    reading.catch(() => (this.#known = undefined));
    return reading;
  }

  /** Undefined where the store cannot be read: the registered sites are there all the same. */
  async #findBook(): Promise<Book | undefined> {
    try {
      return await this.#read();
    } catch {
      return undefined;
    }
  }

  /** Throws 'storage-unreadable', and writes nothing, where the store cannot be read; 'storage-failed'. */
  #change(next: (book: Book) => Book): Promise<void> {
    return this.#queue.run(async () => {
      const book = next(await this.#read().catch(throwAs('storage-unreadable')));
      await this.#store.write(KEY, book).catch(throwAs('storage-failed'));
      this.#known = Promise.resolve(book);
    });
  }
}
