import { defineContentScript } from 'wxt/utils/define-content-script';
import { matchPatterns } from '../../lib/sites/index.ts';

export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  registration: 'runtime',
  main() {},
});
