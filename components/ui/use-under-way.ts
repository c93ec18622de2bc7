import { useState } from 'preact/hooks';

interface UnderWay {
  readonly busy: boolean;
  /** The same work, during which `busy` is true. */
  readonly track: <Argument, Answer>(
    work: (argument: Argument) => Promise<Answer>,
  ) => (argument: Argument) => Promise<Answer>;
}

/** Tells a dialog whether work that was given to one of its forms is under way. */
export function useUnderWay(): UnderWay {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    track: (work) => async (argument) => {
      setBusy(true);
      try {
        return await work(argument);
      } finally {
        setBusy(false);
      }
    },
  };
}
