import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Latch } from './lock-controller.ts';

type Counted = Pick<PageHandlers, 'captureSave' | 'captureOutcome'>;

/** The same requests of a page, and then the badge: they change what needs the user. */
export function counted({ captureSave, captureOutcome }: Counted, latch: Latch): Counted {
  const after = async <Value>(work: Promise<Value> | Value): Promise<Value> => {
    const value = await work;
    void latch.changed().catch(() => undefined);
    return value;
  };
  return {
    captureSave: (ask, from) => after(captureSave(ask, from)),
    captureOutcome: (ask, from) => after(captureOutcome(ask, from)),
  };
}
