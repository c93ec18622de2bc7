/** The least a popup with a code can be: one storage read, one HMAC, one Preact render. */
import { render } from 'preact';
import { useState } from 'preact/hooks';

function Bare({ digits }: { readonly digits: string }) {
  const [shown] = useState(digits);
  return <p class="digits-now">{`${shown.slice(0, 3)} ${shown.slice(3)}`}</p>;
}

const stored = await chrome.storage.local.get<{ bare?: string }>('bare');
const secret = Uint8Array.from(stored.bare ?? '', (char) => char.charCodeAt(0));
const algorithm = { name: 'HMAC', hash: 'SHA-1' };
const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
const counter = new DataView(new ArrayBuffer(8));
counter.setUint32(4, Math.floor(Date.now() / 30_000));
const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
// RFC 4226 section 5.3: dynamic truncation.
const offset = mac.getUint8(19) & 0x0f;
const digits = String((mac.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
const app = document.querySelector('#app');
if (app) render(<Bare digits={digits} />, app);
