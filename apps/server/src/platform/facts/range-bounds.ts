const STEPS = [1, 2, 5];
const MOST = 14;

/** 1, 2, 5, 10, 20, 50 … between two numbers, ends included; only the powers of ten when they are far apart. */
function ladder(from: number, to: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++)
    for (const step of STEPS) all.push(Number((step * 10 ** power).toPrecision(1)));
  const first = all.findLastIndex((bound) => bound <= from);
  const within = all.slice(Math.max(first, 0)).filter((bound) => bound <= to);
  return within.length <= MOST ? within : within.filter((bound) => /^1(0*|e.+)$/.test(String(bound)) || bound < 1);
}

/**
 * Lower bounds of ranges a person can read for numbers between `min` and `max`: what is below zero, zero, and steps that
 * widen as counts and amounts do.
 */
export function rangeBounds(min: number, max: number): number[] {
  if (max <= 0) return [min];
  const bounds = ladder(Math.max(min, 1), Math.max(max, 1));
  return min < 1 ? [0, ...bounds] : bounds;
}
