import { chooseSceneries } from './choose-sceneries.ts';
import { pageSceneries } from './page-sceneries.ts';
import { popupSceneries } from './popup-sceneries.ts';
import type { Scenery } from './scenery.ts';
import { unlockSceneries } from './unlock-sceneries.ts';

/** Every screen in every state worth looking at. */
export const sceneries: Readonly<Record<string, Scenery>> = {
  ...popupSceneries,
  ...chooseSceneries,
  ...unlockSceneries,
  ...pageSceneries,
};
