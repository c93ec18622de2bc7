import { expect, test } from 'vitest';
import {
  applyAppearance,
  readAppearance,
  writeAppearance,
} from '../../../components/ui/appearance.ts';

function storeOf(values: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(values));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('what the user chose is read again as it was written', () => {
  const store = storeOf({});
  const chosen = { theme: 'dark', text: 'larger', density: 'compact' } as const;
  writeAppearance(store, chosen);
  expect(readAppearance(store)).toEqual(chosen);
});

test.each([{}, { 'appearance-theme': 'purple', 'appearance-text': '', 'appearance-density': '1' }])(
  'without a choice, or with a damaged one, it follows the computer: %j',
  (values) => {
    expect(readAppearance(storeOf(values))).toEqual({
      theme: 'system',
      text: 'normal',
      density: 'roomy',
    });
  },
);

test('the style sheets find the choice at the root element', () => {
  const root = { dataset: {} };
  applyAppearance(root, { theme: 'light', text: 'large', density: 'roomy' });
  expect(root.dataset).toEqual({ theme: 'light', text: 'large', density: 'roomy' });
});
