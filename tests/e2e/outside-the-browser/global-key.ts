/**
 * The shortcut that copies, as no test can show it: a real key press reaches it
 * while a second program has the focus. It needs Xvfb, xdotool and wish
 * (Debian: xvfb, xdotool, tk), which the tests do without, and is run by hand.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { soundAlarm } from '../driver/own-state.ts';

const MARIA = { issuer: 'VIGI', label: 'maria', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
const OPS = { issuer: 'VIGI', label: 'ops', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };
const SHORTCUT = { shown: 'Ctrl+Shift+1', pressed: 'ctrl+shift+1' };

/** A display that nobody sees, on the first free number. */
async function startDisplay(): Promise<ChildProcess> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  process.env['DISPLAY'] = `:${String(number).trim()}`;
  return server;
}

/** A window of another program, which says what keys come to it and what it would paste. */
class OtherProgram {
  static readonly #TITLE = 'another program';
  readonly #process = spawn('wish', [], { stdio: ['pipe', 'pipe', 'inherit'] });
  readonly lines: string[] = [];

  constructor() {
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.lines.push(line));
    this.#send(`wm title . {${OtherProgram.#TITLE}}; wm geometry . 300x200+900+700`);
    this.#send('bind . <Key> {puts "key %K"; flush stdout}');
  }

  /** Gives it the focus: no window manager does, on this display. */
  async bringToFront(): Promise<void> {
    const search = ['search', '--onlyvisible', '--name', OtherProgram.#TITLE];
    const id = await until('the window of the other program', async () => {
      try {
        return execFileSync('xdotool', search).toString().trim() || undefined;
      } catch {
        return undefined;
      }
    });
    execFileSync('xdotool', ['windowfocus', '--sync', id]);
  }

  /** What a paste into it would give. */
  async readClipboard(): Promise<string> {
    const before = this.lines.length;
    this.#send('set text {}; catch {set text [clipboard get]}; puts "pastes $text"; flush stdout');
    return until('the other program to paste', async () =>
      this.lines
        .slice(before)
        .find((line) => line.startsWith('pastes '))
        ?.slice('pastes '.length),
    );
  }

  close(): void {
    this.#process.kill();
  }

  #send(command: string): void {
    this.#process.stdin.write(`${command}\n`);
  }
}

/** Sets the key on the browser's own page for shortcuts, by what its controls call. */
async function setKey(driven: DrivenBrowser, scope: 'CHROME' | 'GLOBAL'): Promise<void> {
  const page = await driven.newPage('chrome://extensions/shortcuts');
  const command = { extensionId: driven.extensionId, commandName: 'copy-pinned' };
  // The scope of a command without a key is not kept, so the key comes first.
  for (const change of [{ keybinding: SHORTCUT.shown }, { scope }])
    await page.evaluate(
      (update) =>
        (
          chrome as unknown as {
            developerPrivate: { updateExtensionCommand(update: object): Promise<void> };
          }
        ).developerPrivate.updateExtensionCommand(update),
      { ...command, ...change },
    );
  await page.close();
}

function press(): void {
  execFileSync('xdotool', ['key', SHORTCUT.pressed]);
}

async function tryKey(driven: DrivenBrowser, other: OtherProgram): Promise<void> {
  await prepareVault(driven, [MARIA]);
  const own = await driven.openOwn('options.html');
  const id = await addAccount(own, OPS);
  await askAsOwnPage(own, 'accountChange', { id, change: { pinned: 'pinned' } });
  const codes = async (): Promise<string> =>
    JSON.stringify(await askAsOwnPage(own, 'codes', { ids: [id] }));

  await setKey(driven, 'CHROME');
  await other.bringToFront();
  press();
  await until(
    'the other program to have the key',
    async () => other.lines.includes('key exclam') || undefined,
  );
  console.log('Without the global scope the key goes to the other program.');

  await setKey(driven, 'GLOBAL');
  await other.bringToFront();
  const pressed = other.lines.length;
  const before = await codes();
  press();
  const copied = await until('a code for the other program', async () => {
    const text = await other.readClipboard();
    return /^\d{6}$/u.test(text) ? text : undefined;
  });
  if (!`${before}${await codes()}`.includes(copied)) throw new Error('It is another code.');
  if (other.lines.slice(pressed).includes('key exclam')) throw new Error('It had the key as well.');
  console.log('With it the other program, still in front, pastes the code of the pinned account.');

  await soundAlarm(own, 'clipboard');
  await until(
    'an empty clipboard',
    async () => (await other.readClipboard()).trim() === '' || undefined,
  );
  console.log('Once the code is cleared it pastes nothing.');
}

const display = await startDisplay();
const driven = await launch({ window: 'visible', args: ['--ozone-platform=x11'] });
const other = new OtherProgram();
try {
  await tryKey(driven, other);
} finally {
  other.close();
  await driven.close();
  display.kill();
}
