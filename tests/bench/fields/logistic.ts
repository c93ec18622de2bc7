/** Logistic regression with a quadratic penalty; the same samples give the same weights. */

export interface Sample {
  /** Indices of the features that hold. */
  readonly features: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface Fit {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface FitOptions {
  readonly features: number;
  /** How strongly each weight is drawn to zero, as a share of the samples' weight. */
  readonly penalty: number;
  /** 1: may only speak for; -1: may only speak against; 0: either. */
  readonly signs: readonly number[];
}

const STEPS = 1500;

/** Accelerated gradient descent, each step put back to the allowed signs. */
export function fitLogistic(samples: readonly Sample[], options: FitOptions): Fit {
  const { features, penalty, signs } = options;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const longest = Math.max(...samples.map((sample) => sample.features.length)) + 1;
  const rate = 1 / (0.25 * longest + penalty);
  const size = features + 1;
  let weights = new Float64Array(size);
  let ahead = new Float64Array(size);
  let momentum = 1;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size);
    for (const { features: held, isPositive, weight } of samples) {
      let score = ahead[features] ?? 0;
      for (const at of held) score += ahead[at] ?? 0;
      const error = (1 / (1 + Math.exp(-score)) - (isPositive ? 1 : 0)) * (weight / total);
      for (const at of held) gradient[at] = (gradient[at] ?? 0) + error;
      gradient[features] = (gradient[features] ?? 0) + error;
    }
    const next = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      const pull = at === features ? 0 : penalty * (ahead[at] ?? 0);
      const value = (ahead[at] ?? 0) - rate * ((gradient[at] ?? 0) + pull);
      const sign = signs[at] ?? 0;
      next[at] = sign === 0 ? value : sign > 0 ? Math.max(0, value) : Math.min(0, value);
    }
    const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = next.map(
      (value, at) => value + ((momentum - 1) / grown) * (value - (weights[at] ?? 0)),
    );
    weights = next;
    momentum = grown;
  }
  return { weights: weights.slice(0, features), bias: weights[features] ?? 0 };
}
