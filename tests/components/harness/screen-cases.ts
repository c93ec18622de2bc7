import { chooseCases } from './choose-cases.ts';
import { floatCases } from './float-cases.ts';
import { guideCases } from './guide-cases.ts';
import { pageCases } from './page-cases.ts';
import { popupCases } from './popup-cases.ts';
import type { ScreenCase } from './screen-case.ts';
import { transferCases } from './transfer-cases.ts';
import { unlockCases } from './unlock-cases.ts';

/** Every screen in every state worth looking at. */
export const screenCases: Readonly<Record<string, ScreenCase>> = {
  ...popupCases,
  ...chooseCases,
  ...unlockCases,
  ...pageCases,
  ...transferCases,
  ...guideCases,
  ...floatCases,
};
