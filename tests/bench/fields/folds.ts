/** Leaves products out: every page is judged by a model that saw none of its product. */
import { createHash } from 'node:crypto';
import { fitWeights, type SeenPage, type Weights } from './model.ts';

export const FOLDS = 8;

/** The fold a product belongs to, by its name alone. */
export function foldOf(product: string): number {
  return createHash('sha256').update(product).digest().readUInt32BE(0) % FOLDS;
}

/** For each fold the weights that were fitted without it, from the pages of `pagesToFit`. */
export function fitFolds(pages: readonly SeenPage[]): readonly Weights[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights(pages.filter(({ page }) => foldOf(page.record.product) !== fold)),
  );
}
