/** The field is found by its shape first: in every language, and in one nobody ever spoke. */
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { expectNone } from '../../../expect-none.ts';
import { languageNames } from '../../../simulator/lang/index.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage(path.resolve(import.meta.dirname, 'room-languages.ts'));
});
afterAll(() => tab.close());

test.each(['app', 'e-mail', 'decoys'] as const)(
  "in every language the finder takes the field of an app's code alone: %s",
  async (by) => {
    const violations: string[] = [];
    for (const language of languageNames) {
      await tab.show('');
      const found = await tab.ours(`room.findPrompt('${language}', '${by}')`);
      if (found !== 'as meant') violations.push(`${language}: ${String(found)}`);
    }
    expectNone(violations);
  },
);
