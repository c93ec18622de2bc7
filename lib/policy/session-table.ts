import { Queue } from './queue.ts';

/** Memory of the browser session: survives the background's death, never touches the disk. */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Rows by id. */
export type Rows<Row> = Readonly<Record<string, Row>>;

/**
 * A small table kept whole under one key of the session store. The background
 * dies after 30 idle seconds, so nothing of a log-in may live in its variables.
 * Changes run one after another: two prompts at once must not lose each other.
 */
export class SessionTable<Row> {
  readonly #store: SessionStore;
  readonly #key: string;
  readonly #parse: (value: unknown) => Row | undefined;
  readonly #queue = new Queue();

  constructor(store: SessionStore, key: string, parse: (value: unknown) => Row | undefined) {
    this.#store = store;
    this.#key = key;
    this.#parse = parse;
  }

  async rows(): Promise<Rows<Row>> {
    const stored = await this.#store.get(this.#key);
    if (typeof stored !== 'object' || stored === null) return {};
    const rows: [string, Row][] = [];
    for (const [id, value] of Object.entries(stored)) {
      const row = this.#parse(value);
      if (row !== undefined) rows.push([id, row]);
    }
    return Object.fromEntries(rows);
  }

  async find(id: string): Promise<Row | undefined> {
    const rows = await this.rows();
    return Object.hasOwn(rows, id) ? rows[id] : undefined;
  }

  /** Replaces the rows by what `next` makes of them; one change at a time. */
  change(next: (rows: Rows<Row>) => Rows<Row>): Promise<void> {
    return this.#queue.run(async () => {
      await this.#store.set(this.#key, next(await this.rows()));
    });
  }

  /**
   * Replaces one row by what `next` makes of it (undefined: none), and gives what
   * `next` decided: nobody else can decide by the same row meanwhile.
   */
  decide<Value>(
    id: string,
    next: (row: Row | undefined) => { readonly row: Row | undefined; readonly value: Value },
  ): Promise<Value> {
    return this.#queue.run(async () => {
      const { [id]: before, ...others } = await this.rows();
      const { row, value } = next(before);
      await this.#store.set(this.#key, row === undefined ? others : { ...others, [id]: row });
      return value;
    });
  }

  /** Changes a row that is still there. */
  update(id: string, next: (row: Row) => Row): Promise<void> {
    return this.decide(id, (row) => ({ row: row && next(row), value: undefined }));
  }

  put(id: string, row: Row): Promise<void> {
    return this.change((rows) => ({ ...rows, [id]: row }));
  }

  remove(id: string): Promise<void> {
    return this.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([other]) => other !== id)),
    );
  }

  removeWhere(isOver: (row: Row) => boolean): Promise<void> {
    return this.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([, row]) => !isOver(row))),
    );
  }

  async clear(): Promise<void> {
    await this.change(() => ({}));
  }
}
