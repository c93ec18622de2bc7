import type { Format, ImportEntry } from './format.ts';
import { entryOfCode } from './parse/code-text.ts';
import { fieldOf, hasFields, isObject, someOf, textOf } from './parse/json.ts';
import { FileRefusal } from './parse/refusal.ts';

/** A login of a password manager, as far as it is read. */
interface Login {
  readonly title: string;
  readonly user: string;
  readonly code: string;
}

/** The JSON exports of Enpass, Keeper and Proton Pass: only the title, the user and the code are read. */
export const passwordJson: Format = {
  app: 'Enpass, Keeper, Proton Pass',
  claims: ({ json }) => isEnpass(json) || isKeeper(json) || isProtonPass(json),
  read: ({ json }) => {
    const logins = isEnpass(json)
      ? enpassLogins(json)
      : isKeeper(json)
        ? keeperLogins(json)
        : protonPassLogins(json);
    const entries = logins
      .filter(({ code }) => code.trim() !== '')
      .map(({ title, user, code }): ImportEntry =>
        entryOfCode(code, { issuer: title, label: user }),
      );
    if (entries.length === 0) throw new FileRefusal('no-accounts');
    return entries;
  },
};

function elementsOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? (field as readonly unknown[]) : [];
}

function isEnpass(json: unknown): boolean {
  return someOf(fieldOf(json, 'items'), (item) => hasFields(item, 'title', 'fields'));
}

function enpassLogins(json: unknown): readonly Login[] {
  return elementsOf(json, 'items').flatMap((item) => {
    const fields = elementsOf(item, 'fields');
    const valueOf = (type: string): string =>
      textOf(
        fields.find((field) => fieldOf(field, 'type') === type && textOf(field, 'value') !== ''),
        'value',
      );
    const user = valueOf('username') || valueOf('email');
    return { title: textOf(item, 'title'), user, code: valueOf('totp') };
  });
}

function isKeeper(json: unknown): boolean {
  return someOf(fieldOf(json, 'records'), (record) => hasFields(record, 'title', 'login'));
}

function keeperLogins(json: unknown): readonly Login[] {
  return elementsOf(json, 'records').map((record) => {
    const custom = fieldOf(record, 'custom_fields');
    const names = isObject(custom) ? Object.keys(custom) : [];
    const name = names.find((one) => one.startsWith('$oneTimeCode')) ?? '';
    const code = textOf(custom, name);
    return { title: textOf(record, 'title'), user: textOf(record, 'login'), code };
  });
}

function isProtonPass(json: unknown): boolean {
  return isObject(fieldOf(json, 'vaults'));
}

function protonPassLogins(json: unknown): readonly Login[] {
  const vaults = fieldOf(json, 'vaults');
  const items = Object.values(isObject(vaults) ? vaults : {}).flatMap((vault) =>
    elementsOf(vault, 'items'),
  );
  return items.map((item) => {
    const login = fieldOf(item, 'data');
    const content = fieldOf(login, 'content');
    const user = textOf(content, 'itemUsername') || textOf(content, 'itemEmail');
    return {
      title: textOf(fieldOf(login, 'metadata'), 'name'),
      user: user || textOf(content, 'username'),
      code: textOf(content, 'totpUri'),
    };
  });
}
