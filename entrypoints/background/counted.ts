import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Latch } from './lock-controller.ts';

type Counted = Pick<PageHandlers, 'scanSave' | 'scanOutcome'>;

/** The same requests of a page, and then the badge: they change what needs the user. */
export function counted({ scanSave, scanOutcome }: Counted, latch: Latch): Counted {
  const after = async <Value>(work: Promise<Value> | Value): Promise<Value> => {
    const value = await work;
    void latch.changed().catch(() => undefined);
    return value;
  };
  return {
    scanSave: (ask, from) => after(scanSave(ask, from)),
    scanOutcome: (ask, from) => after(scanOutcome(ask, from)),
  };
}
