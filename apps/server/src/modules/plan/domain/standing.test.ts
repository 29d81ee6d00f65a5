import { describe, expect, it } from 'vitest';
import { type StandingInput, standingOf, worstStanding } from './standing.ts';

const tolerance = { onTrack: 0.01, attention: 0.1 };
const of = (change: Partial<StandingInput>) =>
  standingOf({
    on: '2026-07-02',
    value: 50,
    direction: 'up',
    decimals: 0,
    target: { year: 2026, value: 80 },
    base: { on: '2025-12-31', value: 40 },
    tolerance,
    ...change,
  });

describe('standing against the straight path', () => {
  it('knows done, on track, attention and behind upwards', () => {
    expect(of({ value: 80 })).toEqual({ standing: 'done', expected: 60, short: 0 });
    expect(of({ value: 60 }).standing).toBe('on-track');
    expect(of({ value: 55 })).toEqual({ standing: 'attention', expected: 60, short: 5 });
    expect(of({ value: 42 })).toEqual({ standing: 'behind', expected: 60, short: 18 });
  });

  it('and downwards', () => {
    const down = {
      direction: 'down',
      target: { year: 2026, value: 20 },
      base: { on: '2025-12-31', value: 40 },
    } as const;
    expect(of({ ...down, value: 20 }).standing).toBe('done');
    expect(of({ ...down, value: 30 })).toEqual({ standing: 'on-track', expected: 30, short: 0 });
    expect(of({ ...down, value: 33 })).toEqual({ standing: 'attention', expected: 30, short: 3 });
    expect(of({ ...down, value: 40 })).toEqual({ standing: 'behind', expected: 30, short: 10 });
    expect(
      of({ ...down, target: { year: 2026, value: 0 }, base: { on: '2025-12-31', value: 0 }, value: 1 }).standing,
    ).toBe('behind');
  });

  it('reaches what is shown, not what is behind the rounding', () => {
    expect(of({ value: 79.6 }).standing).toBe('done');
    expect(of({ value: 79.6, decimals: 1 }).standing).toBe('on-track');
  });

  it('asks to hold a target that the year began beyond, and paths over several years', () => {
    expect(of({ base: { on: '2025-12-31', value: 90 }, value: 70 })).toEqual({
      standing: 'behind',
      expected: 80,
      short: 10,
    });
    expect(of({ target: { year: 2030, value: 100 }, value: 46 }).expected).toBe(46);
  });

  it('compares with the target alone where the beginning is not known', () => {
    expect(of({ base: null, value: 70 })).toEqual({ standing: 'attention', expected: null, short: 10 });
    expect(of({ base: null, value: 80 }).standing).toBe('done');
  });
});

describe('standing of a clause', () => {
  it('is the worst of its indicators that say something', () => {
    expect(worstStanding(['done', 'behind', 'not-built'])).toBe('behind');
    expect(worstStanding(['done', 'no-target'])).toBe('done');
    expect(worstStanding(['not-built', 'no-target'])).toBe('no-target');
    expect(worstStanding([])).toBe('not-built');
  });
});
