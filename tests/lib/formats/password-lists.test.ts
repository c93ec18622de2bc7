import { describe, expect, test } from 'vitest';
import { accountsOf, base32, plain, read, refusalsOf } from './accounts.ts';
import { aegisDatabase } from './sample-records.ts';
import { aegisVault } from './sealing.ts';

const SECRET = base32(plain.secret);
const LINK = `otpauth://totp/Acme:maria%40example.com?secret=${SECRET}&issuer=Acme`;
/** Whatever is not a title, a user or a code: none of it may come out. */
const PASSWORD = 'hunter1! of maria';

/** The first row of each app's own export, and where in the next ones the title, the user and the code stand. */
const tables: readonly (readonly [string, string])[] = [
  ['1Password', 'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes'],
  ['Apple Passwords', 'Title,URL,Username,Password,Notes,OTPAuth'],
  [
    'KeePassXC',
    '"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"',
  ],
  ['Dashlane', 'username,username2,username3,title,password,note,url,category,otpSecret'],
  ['Dashlane, newer', 'username,username2,username3,title,password,note,url,category,otpUrl'],
  ['Proton Pass', 'type,name,url,email,username,password,note,totp,createTime,modifyTime,vault'],
  ['LastPass', 'url,username,password,totp,extra,name,grouping,fav'],
  [
    'Bitwarden',
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp',
  ],
];

const TITLES = new Set(['title', 'name']);
const USERS = new Set(['username', 'login_username']);
const CODES = new Set(['otpauth', 'totp', 'otpsecret', 'otpurl', 'login_totp']);

/** One row of a table with this header: every other cell holds what must not come out. */
function rowOf(header: string, code: string): string {
  const cells = header.split(',').map((quoted) => {
    const column = quoted.replaceAll('"', '').toLowerCase();
    if (TITLES.has(column)) return 'Acme';
    if (USERS.has(column)) return 'maria@example.com';
    return CODES.has(column) ? code : PASSWORD;
  });
  return cells.map((cell) => `"${cell}"`).join(',');
}

describe.each(tables)('the table of %s', (_app, header) => {
  test.each([
    ['a link', LINK],
    ['a bare secret', SECRET],
    [
      'a secret in small letters, with spaces',
      `${SECRET.slice(0, 4)} ${SECRET.slice(4)}`.toLowerCase(),
    ],
  ])('gives the account of %s, and nothing of the other cells', async (_what, code) => {
    const text = [header, rowOf(header, ''), rowOf(header, code)].join('\r\n');
    expect(await accountsOf(text)).toEqual([plain]);
    expect(await refusalsOf(text)).toEqual([]);
    expect(JSON.stringify(await read(text))).not.toContain('hunter1');
  });

  test.each([
    ['a line feed', '\n'],
    ['both of Windows', '\r\n'],
    ['a carriage return', '\r'],
  ])('names the row whose code cannot be read, and nothing else of it (%s)', async (_end, end) => {
    const rows = [header, rowOf(header, LINK), rowOf(header, PASSWORD)];
    const text = rows.join(end);
    expect(await accountsOf(text)).toEqual([plain]);
    expect(await refusalsOf(text)).toMatchObject([
      { issuer: 'Acme', label: 'maria@example.com', line: 3, reason: 'invalid-secret' },
    ]);
    expect(JSON.stringify(await read(text))).not.toContain('hunter1');
  });
});

test('NordPass writes no codes, which is said', async () => {
  const header =
    'name,url,additional_urls,username,password,note,cardholdername,cardnumber,cvc,pin,expirydate,zipcode,folder,full_name,phone_number,email,address1,address2,city,country,state,type,custom_fields';
  const answer = await read(`${header}\n${rowOf(header, '')}`);
  expect(answer).toMatchObject({ kind: 'refused', reason: 'no-accounts' });
  expect(JSON.stringify(answer)).not.toContain('hunter1');
});

test('a table without a column for codes gives the links that stand in others, and nothing else', async () => {
  const header = 'Folder,Title,Login,Password,Website Address,Notes,Custom Fields';
  const text = [
    header,
    rowOf(header, ''),
    `Work,Acme,maria,${PASSWORD},,"first line\r\n${LINK}",`,
    `Work,Other,maria,${PASSWORD},,,otpauth://totp/bad?issuer=Acme`,
  ].join('\r\n');
  expect(await accountsOf(text)).toEqual([plain]);
  expect(await refusalsOf(text)).toMatchObject([
    { issuer: 'Acme', label: 'bad', reason: 'missing-secret', line: 5 },
  ]);
  expect(JSON.stringify(await read(text))).not.toContain('hunter1');
});

test('a link that was broken over two lines of a note is not listed cut off', async () => {
  const note = `"${LINK.replace('&issuer=Acme', '').slice(0, -8)}\r\n${SECRET.slice(-8)}"`;
  const text = ['Title,Login,Password,Notes', `Acme,maria,x,${note}`].join('\r\n');
  expect(await accountsOf(text)).toEqual([]);
  expect(await refusalsOf(text)).toMatchObject([{ issuer: 'Acme', reason: 'damaged', line: 2 }]);
});

test('Keeper writes no names of columns: the link at the end of a row is read all the same', async () => {
  const text = ['Work,Acme,maria,hunter1,https://acme.example,,', LINK].join(',');
  expect(await accountsOf(text)).toEqual([plain]);
  expect(JSON.stringify(await read(text))).not.toContain('hunter1');
});

test.each([
  [
    'Keeper',
    {
      records: [
        {
          title: 'Acme',
          login: 'maria@example.com',
          password: PASSWORD,
          custom_fields: { '$oneTimeCode::1': LINK },
        },
      ],
    },
  ],
  [
    'Bitwarden',
    {
      encrypted: false,
      items: [
        {
          type: 1,
          name: 'Acme',
          notes: PASSWORD,
          login: { username: 'maria@example.com', password: PASSWORD, totp: LINK },
        },
      ],
    },
  ],
])('no password of a JSON of %s comes out', async (_app, json) => {
  const text = JSON.stringify(json);
  expect(await accountsOf(text)).toEqual([plain]);
  expect(JSON.stringify(await read(text))).not.toContain('hunter1');
});

test('the password of a file is in no answer about it', async () => {
  const vault = aegisVault(aegisDatabase, PASSWORD);
  for (const password of [PASSWORD, `${PASSWORD}x`]) {
    expect(JSON.stringify(await read(vault, password))).not.toContain('hunter1');
  }
});

test('text behind a closing quote costs neither the row nor the numbers of the next ones', async () => {
  const text = [
    'title,username,password,otpauth',
    `"Git"Hub,maria,"pa"ss",${SECRET}`,
    `"Azure" ,maria,${PASSWORD},${SECRET}`,
    `Bad,maria,,${PASSWORD}`,
  ].join('\n');
  expect((await accountsOf(text)).map(({ issuer }) => issuer)).toEqual(['GitHub', 'Azure']);
  expect(await refusalsOf(text)).toMatchObject([{ issuer: 'Bad', line: 4 }]);
});
