import { loadAntDesign, vueLibrary } from '../client/libraries.ts';
import type { QrVariant } from './qr-variant.ts';

/** Padding and border Ant Design Vue takes off the given size, both sides together. */
const FRAME_PX = 26;

/** The real `a-qrcode`: a transparent canvas without a quiet zone. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const antd = await loadAntDesign();
    const { createApp, h } = vueLibrary();
    const widget = antd['QRCode'];
    if (widget === undefined) throw new Error('ant-design-vue has no QRCode');
    createApp({
      render: () => h(widget, { value: drawing.text, size: drawing.sizePx + FRAME_PX }),
    }).mount(host);
  },
};
