import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';
import type { Strength, StrengthOf } from './strength.ts';

const LEVEL_WORDS: Readonly<Record<Strength['level'], MessageKey>> = {
  0: 'unlock_strength_0',
  1: 'unlock_strength_1',
  2: 'unlock_strength_2',
  3: 'unlock_strength_3',
  4: 'unlock_strength_4',
};

interface StrengthMeterProps {
  readonly passphrase: string;
  readonly strengthOf: StrengthOf;
}

/**
 * Shows in words and as a bar how hard the passphrase is to guess. It takes its
 * room from the beginning: the buttons below must not move while somebody types.
 */
export function StrengthMeter({ passphrase, strengthOf }: StrengthMeterProps) {
  const words = useWords();
  const [strength, setStrength] = useState<Strength>();
  useEffect(() => {
    let current = true;
    void (async () => {
      // Its lists may fail to load; no strength is shown then, and none of before.
      const measured =
        passphrase === '' ? undefined : await strengthOf(passphrase).catch(() => undefined);
      if (current) setStrength(measured);
    })();
    return () => {
      current = false;
    };
  }, [passphrase, strengthOf]);
  return (
    <div class={`strength strength-${strength?.level ?? 'none'}`}>
      <span class="strength-bar" aria-hidden="true">
        <span />
      </span>
      <p role="status">{strength ? words(LEVEL_WORDS[strength.level]) : ''}</p>
    </div>
  );
}
