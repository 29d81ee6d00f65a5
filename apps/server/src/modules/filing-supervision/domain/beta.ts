const LANCZOS = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos). */
function logGamma(x: number): number {
  const shifted = x + 5.5;
  const head = shifted - (x + 0.5) * Math.log(shifted);
  const series = LANCZOS.reduce((sum, factor, at) => sum + factor / (x + 1 + at), 1.000000000190015);
  return Math.log((2.5066282746310007 * series) / x) - head;
}

/** Continued fraction of the incomplete beta function (Lentz). */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-30;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-12) break;
  }
  return result;
}

/** Probability that a Beta(a, b) variable is at most x. */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** The x below which a Beta(a, b) variable lies with the given probability, by bisection. */
export function betaQuantile(a: number, b: number, probability: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (betaBelow(a, b, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
