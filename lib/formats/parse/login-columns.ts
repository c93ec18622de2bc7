import { findCsvHeader, type CsvHeader } from './csv.ts';

/** Names of the one column that holds the code, by app. */
const CODE_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['login_totp', 'Bitwarden'],
  ['otpsecret', 'Dashlane'],
  ['otpurl', 'Dashlane'],
  ['otpauth', 'Apple Passwords, 1Password'],
  ['totp', 'KeePassXC, LastPass, Proton Pass'],
  ['otp', ''],
  ['otp secret', ''],
  ['one-time password', '1Password'],
  ['one time password', '1Password'],
  ['2fa', ''],
  ['authenticator key', ''],
]);
const TITLES = ['title', 'name', 'account name', 'item name', 'service'];
/** In the order in which they are tried, because rows of one table differ in which they fill. */
const USERS = ['username', 'login_username', 'user name', 'user', 'login', 'email', 'account'];
const PASSWORDS = ['password', 'login_password', 'pwd', 'pass'];

/** Where in a table of logins the three things stand that are read. */
export interface LoginColumns {
  readonly header: CsvHeader;
  readonly app: string;
  /** Absent where the app writes none: NordPass, and the browsers' own lists. */
  readonly code: number | undefined;
  readonly title: number | undefined;
  readonly users: readonly number[];
}

/** Undefined when the text is no table of logins. */
export function findLoginColumns(text: string): LoginColumns | undefined {
  const header = findCsvHeader(text);
  if (!header) return undefined;
  const { columns } = header;
  const at = (name: string): number => columns.indexOf(name);
  const codeName = [...CODE_COLUMNS.keys()].find((name) => at(name) >= 0);
  const titleName = TITLES.find((name) => at(name) >= 0);
  const users = USERS.map((name) => at(name)).filter((index) => index >= 0);
  const hasPassword = PASSWORDS.some((name) => at(name) >= 0);
  const hasName = titleName !== undefined || users.length > 0;
  if (!hasName || (codeName === undefined && !hasPassword)) return undefined;
  return {
    header,
    app: (codeName && CODE_COLUMNS.get(codeName)) || 'CSV',
    code: codeName === undefined ? undefined : at(codeName),
    title: titleName === undefined ? undefined : at(titleName),
    users,
  };
}

export function isLoginTable(text: string): boolean {
  return findLoginColumns(text) !== undefined;
}
