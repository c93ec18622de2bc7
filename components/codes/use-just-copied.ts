import { useEffect, useState } from 'preact/hooks';

/** How long, ms, a row says that its code was copied. */
const COPIED_MS = 2_000;

interface JustCopied {
  /** The account whose code was copied a moment ago. */
  readonly copiedId: string | undefined;
  readonly noteCopied: (id: string) => void;
}

export function useJustCopied(): JustCopied {
  const [copied, setCopied] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(undefined), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return { copiedId: copied?.id, noteCopied: (id) => setCopied({ id }) };
}
