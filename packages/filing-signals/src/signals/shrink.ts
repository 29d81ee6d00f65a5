/** A figure of one subject pulled towards its peers, with a credible interval. */
export interface Shrunk {
  mean: number;
  low: number;
  high: number;
}

/** Peers' prior: the mean and how many observations it is worth. */
export interface Prior {
  mean: number;
  worth: number;
}

const LEAST_WORTH = 2;
const MOST_WORTH = 200;

/**
 * Empirical Bayes prior of rates: the pooled mean, worth as many trials as the spread between peers says (method of
 * moments for the beta-binomial).
 */
export function ratePrior(peers: readonly { hits: number; trials: number }[]): Prior {
  const trials = sum(peers, (peer) => peer.trials);
  const mean = trials > 0 ? sum(peers, (peer) => peer.hits) / trials : 0.5;
  const spread = sum(peers, (peer) => peer.trials * (peer.hits / Math.max(1, peer.trials) - mean) ** 2);
  const noise = mean * (1 - mean);
  const squares = sum(peers, (peer) => peer.trials ** 2);
  const between =
    (spread - noise * Math.max(0, peers.length - 1)) / Math.max(1, trials - squares / Math.max(1, trials));
  return { mean, worth: clampWorth(between > 0 ? noise / between - 1 : MOST_WORTH) };
}

/** Beta-binomial posterior of one rate. */
export function shrinkRate(hits: number, trials: number, prior: Prior, interval: number): Shrunk {
  const a = hits + Math.max(1e-3, prior.mean * prior.worth);
  const b = trials - hits + Math.max(1e-3, (1 - prior.mean) * prior.worth);
  const tail = (1 - interval) / 2;
  return { mean: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}

/** Empirical Bayes prior of counts per unit of exposure (method of moments for the gamma-Poisson). */
export function countPrior(peers: readonly { count: number; exposure: number }[]): Prior {
  const exposure = sum(peers, (peer) => peer.exposure);
  const mean = exposure > 0 ? sum(peers, (peer) => peer.count) / exposure : 1;
  const spread = sum(peers, (peer) => peer.exposure * (peer.count / Math.max(1e-9, peer.exposure) - mean) ** 2);
  const squares = sum(peers, (peer) => peer.exposure ** 2);
  const between =
    (spread - mean * Math.max(0, peers.length - 1)) / Math.max(1e-9, exposure - squares / Math.max(1e-9, exposure));
  return { mean, worth: between > 0 ? Math.max(1e-3, mean / between) : MOST_WORTH };
}

/** Gamma-Poisson posterior of one rate per unit of exposure; quantiles by Wilson and Hilferty (1931). */
export function shrinkCount(count: number, exposure: number, prior: Prior, interval: number): Shrunk {
  const shape = count + Math.max(1e-3, prior.mean * prior.worth);
  const rate = exposure + prior.worth;
  const z = normalQuantile(1 - (1 - interval) / 2);
  const quantile = (sign: number): number => {
    const root = 1 - 1 / (9 * shape) + (sign * z) / (3 * Math.sqrt(shape));
    return (shape * Math.max(0, root) ** 3) / rate;
  };
  return { mean: shape / rate, low: quantile(-1), high: quantile(1) };
}

function clampWorth(worth: number): number {
  return Math.min(MOST_WORTH, Math.max(LEAST_WORTH, worth));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** Standard normal quantile for 0.5 < p < 1 (Abramowitz & Stegun 26.2.23, error below 0.00045). */
function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - p));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}

function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularised incomplete beta function by Lentz's continued fraction (Press et al., Numerical Recipes 6.4). */
function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-30;
  const guard = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 200; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-9) break;
  }
  return result;
}

/** Lanczos approximation. */
function logGamma(x: number): number {
  const terms = [76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179];
  const base = x + 5.5;
  const series = terms.reduce((total, term, at) => total + term / (x + 1 + at), 1.000000000190015);
  return (x + 0.5) * Math.log(base) - base + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}
