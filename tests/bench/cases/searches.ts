/** Kind search: accounts by issuer and label, and what the popup lists for a query. */
import { addAccount } from '../../e2e/driver/nightlatch.ts';
import { until } from '../../e2e/driver/until.ts';
import { isRecord, textOf, verdictOf, type Case, type Verdict } from './case.ts';
import { forgetAccount, type Instrument } from './instrument.ts';

const SECRET = 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2';

export async function runSearch({ driven, own }: Instrument, one: Case): Promise<Verdict> {
  const accounts =
    isRecord(one.input) && Array.isArray(one.input['accounts']) ? one.input['accounts'] : [];
  const ids: string[] = [];
  for (const [index, [issuer, label]] of (accounts as [string, string][]).entries()) {
    const secret = `${SECRET}${'ABCDEFGH'.charAt(index)}A`;
    ids.push(await addAccount(own, { issuer, label, secret }));
  }
  const popup = await driven.openOwn('popup.html');
  try {
    const field = await popup.waitForSelector('input');
    await popup.bringToFront();
    await field?.type(textOf(one.input, 'query'));
    const wanted = JSON.stringify(one.expected['found']);
    const listed = (): Promise<string[]> =>
      popup.$$eval('.row', (rows) =>
        rows.map((row) => {
          const issuer = row.querySelector('.row-issuer') ?? row.querySelector('.row-label');
          return issuer?.textContent ?? '';
        }),
      );
    const isRight = await until(
      'the row',
      async () => (JSON.stringify(await listed()) === wanted ? true : undefined),
      5_000,
    ).catch(() => false);
    return verdictOf(isRight, `found ${(await listed()).join(', ') || 'none'}`);
  } finally {
    await popup.close();
    for (const id of ids) await forgetAccount(own, id);
  }
}
