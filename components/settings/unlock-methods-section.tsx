import { useState } from 'preact/hooks';
import type { PasskeyView } from '../../lib/protocol/vault-views.ts';
import { ArmedButton } from '../ui/armed-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { onEscape } from '../ui/on-escape.ts';
import { useHandedFocus } from '../ui/use-handed-focus.ts';
import { useWords } from '../ui/words.ts';
import { SettingRow } from './setting-row.tsx';

interface UnlockMethodsSectionProps {
  readonly passkeys: readonly PasskeyView[];
  readonly onChangePassphrase: () => void;
  readonly onReissue: () => void;
  /** Undefined where the browser has no passkeys. */
  readonly onAddPasskey: (() => void) | undefined;
  readonly onRename: (credentialId: string, name: string) => void;
  readonly onRemove: (credentialId: string) => void;
}

function PasskeyCard(props: {
  readonly passkey: PasskeyView;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  const [name, setName] = useState(props.passkey.name);
  const [isRemoving, setIsRemoving] = useState(false);
  const shown = useHandedFocus<HTMLButtonElement>(isRemoving);
  const isUnchanged = name.trim() === '' || name === props.passkey.name;
  return (
    <li class="card">
      <TextField label={words('options_passkey_name')} value={name} onValue={setName} dir="auto" />
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-disabled={isUnchanged}
          onClick={() => !isUnchanged && props.onRename(name.trim())}
        >
          {words('options_passkey_rename')}
        </button>
        {isRemoving ? (
          <div class="actions" onKeyDown={onEscape(() => setIsRemoving(false))}>
            <ArmedButton look="danger" onClick={props.onRemove}>
              {words('options_passkey_remove_sure')}
            </ArmedButton>
            <button
              ref={shown}
              type="button"
              class="button button-quiet"
              onClick={() => setIsRemoving(false)}
            >
              {words('ui_cancel')}
            </button>
          </div>
        ) : (
          <button
            ref={shown}
            type="button"
            class="button button-quiet"
            onClick={() => setIsRemoving(true)}
          >
            {words('options_passkey_remove')}
          </button>
        )}
      </div>
    </li>
  );
}

/** The methods that unlock the vault: passphrase, recovery code, passkeys. */
export function UnlockMethodsSection(props: UnlockMethodsSectionProps) {
  const words = useWords();
  const afterPasskeys = useHandedFocus<HTMLButtonElement>(props.passkeys.length);
  return (
    <section class="setting-group">
      <h2>{words('options_keys')}</h2>
      <SettingRow title={words('unlock_passphrase')} hint={words('settings_passphrase_hint')}>
        <button type="button" class="button" onClick={props.onChangePassphrase}>
          {words('options_passphrase')}
        </button>
      </SettingRow>
      <SettingRow title={words('unlock_recovery_code')} hint={words('settings_recovery_hint')}>
        <button
          {...(props.onAddPasskey ? {} : { ref: afterPasskeys })}
          type="button"
          class="button"
          onClick={props.onReissue}
        >
          {words('options_recovery')}
        </button>
      </SettingRow>
      <SettingRow
        title={words('options_passkeys')}
        hint={words(props.onAddPasskey ? 'unlock_passkey_hint' : 'options_passkeys_not_here')}
      >
        {props.onAddPasskey && (
          <button ref={afterPasskeys} type="button" class="button" onClick={props.onAddPasskey}>
            {words('options_passkey_add')}
          </button>
        )}
      </SettingRow>
      <ul class="plain-list">
        {props.passkeys.map((passkey) => (
          <PasskeyCard
            key={passkey.credentialId}
            passkey={passkey}
            onRename={(name) => props.onRename(passkey.credentialId, name)}
            onRemove={() => props.onRemove(passkey.credentialId)}
          />
        ))}
      </ul>
    </section>
  );
}
