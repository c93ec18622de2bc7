import { useRef, useState } from 'preact/hooks';
import type { Row } from './code-row.tsx';
import type { AccountView, CountedCode } from '../../lib/otp/account.ts';
import { useCodes, type CodesProps } from './use-codes.ts';

export interface RowCodes {
  readonly rowOf: (account: AccountView) => Row;
  /** Called with the rows in view: only their codes are kept up to date. */
  readonly watch: (ids: readonly string[]) => void;
  /** Takes the next code by counter: it is used up, and its successor is the next. */
  readonly takeNext: (id: string) => Promise<CountedCode>;
  /** The code that a row shows or would show, to be copied. */
  readonly findCode: (account: AccountView) => Promise<CountedCode | undefined>;
}

/**
 * The codes of the list: those by time follow the clock, one by counter shows
 * once it was asked for and for as long as the popup is open.
 */
export function useRowCodes(props: CodesProps): RowCodes {
  const { source } = props;
  const { codes, watch } = useCodes(props);
  const [counted, setCounted] = useState<ReadonlyMap<string, CountedCode>>(new Map());
  const underWay = useRef(new Map<string, Promise<CountedCode>>());
  const take = async (id: string): Promise<CountedCode> => {
    try {
      const code = await source.takeNext(id);
      setCounted((old) => new Map([...old, [id, code]]));
      return code;
    } finally {
      underWay.current.delete(id);
    }
  };
  /** A second press before the code is there is one for the same code. */
  const takeNext = (id: string): Promise<CountedCode> => {
    const taken = underWay.current.get(id) ?? take(id);
    underWay.current.set(id, taken);
    return taken;
  };
  return {
    watch,
    takeNext,
    rowOf: (account) => {
      if (account.type !== 'hotp') return { account, ...codes.get(account.id) };
      const last = counted.get(account.id);
      const counter = last ? last.counter + 1 : account.counter;
      return { account: { ...account, counter }, counted: last };
    },
    findCode: async ({ id, type }) => {
      if (type === 'hotp') return counted.get(id) ?? takeNext(id);
      const known = codes.get(id)?.code;
      if (known && known.endMs > Date.now()) return known;
      return (await source.read([id]))[0]?.code;
    },
  };
}
