import { afterAll, beforeAll } from 'vitest';
import { clickControl } from '../../../e2e/driver/controls.ts';
import type { ControlQuery } from '../../../e2e/driver/page-view.ts';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

export const prompt = `<form onsubmit="return false"><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="n" maxlength="6"><p role="alert" id="says"></p><button id="send">Verify</button></form>`;

// Longer than a test takes on a busy machine: a code that is dead is asked for again, without an end where the answer stays.
const inFuture = 'Date.now() + 300000';

/** An answer of the background that fills. */
export const give = (submit = 'never', validUntil = inFuture): string =>
  `{kind:'fill',submit:'${submit}',code:{digits:'012345',validUntilMs:${validUntil}}}`;

/** A page's own answer from its server. */
export const request = `fetch('/answer').then(function(answer){return answer.text()})`;

/** A page in which the prompt script runs, with a background of answers written beforehand. */
export class FlowStage {
  #tab: InPage | undefined;

  /** Throws before it is open. */
  get tab(): InPage {
    if (!this.#tab) throw new Error('the stage is not open');
    return this.#tab;
  }

  async open(): Promise<void> {
    this.#tab = await openInPage();
  }

  /** The prompt script on `html`, with these answers of its background. */
  async run(html: string, ...answers: readonly string[]): Promise<void> {
    await this.tab.show(html);
    await this.tab.ours(`room.answers.push(${answers.join(',')}); room.startFlow()`);
  }

  log(): Promise<readonly string[]> {
    return this.tab.ours('room.log');
  }

  untilLog(wanted: string): Promise<unknown> {
    return until(
      `'${wanted}' in the log`,
      async () => (await this.log()).includes(wanted) || undefined,
    );
  }

  untilReports(count: number): Promise<unknown> {
    return until(
      `report ${count}`,
      async () => (await this.log()).filter((what) => what === 'seen').length >= count || undefined,
    );
  }

  /** Presses a button of the badge: no press counts before it has been seen for a while. */
  async pressUntil(wanted: string, button: ControlQuery): Promise<void> {
    await until(
      `'${wanted}' after a press`,
      async () => {
        if ((await this.log()).includes(wanted)) return true;
        await clickControl(this.tab.page, button, 2_000).catch(() => undefined);
        return undefined;
      },
      20_000,
    );
  }

  value(): Promise<string> {
    return this.tab.page.$eval('#n', (input) =>
      input instanceof HTMLInputElement ? input.value : '',
    );
  }
}

/** One stage for all tests of a file. */
export function flowStage(): FlowStage {
  const stage = new FlowStage();
  beforeAll(() => stage.open());
  afterAll(() => stage.tab.close());
  return stage;
}
