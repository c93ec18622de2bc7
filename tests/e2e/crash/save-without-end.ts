// oxlint-disable unicorn/consistent-function-scoping -- the function travels into the page alone
/**
 * Runs inside one of our own pages until the browser dies: adds, changes and
 * deletes accounts. What it was told is saved it tells the test, and waits until
 * the test has written it down: so it is never more than one save ahead.
 */
export async function saveWithoutEnd(from: {
  readonly known: readonly string[];
  readonly firstSerial: number;
  /** base32, one for each account to add. */
  readonly secrets: readonly string[];
}): Promise<void> {
  const ask = async (name: string, message: object): Promise<Record<string, string>> => {
    const reply = await chrome.runtime.sendMessage<unknown, { ok: boolean; value: never }>({
      table: 'own',
      name,
      ask: message,
    });
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  const write = (line: object): Promise<void> => Reflect.get(globalThis, 'writeDown')(line);
  const known = [...from.known];
  const serials = new Map<string, number>();
  for (const [index, secret] of from.secrets.entries()) {
    const serial = from.firstSerial + index;
    const names = { issuer: 'Crash', label: `${serial}.0` };
    const typed = {
      ...names,
      secret,
      type: 'totp',
      algorithm: 'SHA-1',
      digits: 6,
      periodSeconds: 30,
    };
    const { scanId } = await ask('readTyped', typed);
    const { id = '' } = await ask('saveScan', { scanId, ...names });
    await write({ did: 'add', id, serial });
    known.push(id);
    serials.set(id, serial);
    for (let change = 1; change <= 8; change++) {
      await ask('accountChange', { id, change: { label: `${serial}.${change}` } });
      await write({ did: 'change', id, change });
    }
    const oldest = known.length > 12 ? known.shift() : undefined;
    if (oldest === undefined) continue;
    await ask('accountBin', { id: oldest });
    await ask('accountDelete', { id: oldest });
    await write({ did: 'delete', id: oldest });
  }
}
