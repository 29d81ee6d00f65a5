import { describe, expect, it } from 'vitest';
import { listProhibitions, prohibitionOf } from './prohibitions.ts';

describe('what public money may not be given for', () => {
  it('names the notice and says it in words', () => {
    expect(prohibitionOf('patent-granted', '2026-11-22')).toMatchObject({
      from: '2025-01-01',
      to: null,
      notice: expect.stringContaining('国知发保字〔2021〕1号'),
      text: { zh: expect.stringContaining('专利授权'), en: expect.stringContaining('granted') },
    });
  });
  it.each([
    ['patent-filed', '2021-06-30', '2021-07-01'],
    ['pct-filed', '2021-06-30', '2021-07-01'],
    ['annual-fee', '2021-01-26', '2021-01-27'],
    ['agency-fee', '2021-01-26', '2021-01-27'],
    ['patent-granted', '2024-12-31', '2025-01-01'],
    ['foreign-patent-granted', '2024-12-31', '2025-01-01'],
  ])('forbids %s not on %s but from %s', (trigger, free, from) => {
    expect(prohibitionOf(trigger, free)).toBeUndefined();
    expect(prohibitionOf(trigger, from)?.from).toBe(from);
  });
  it('leaves lawful uses alone', () => {
    const forbidden = listProhibitions().map((one) => one.trigger);
    for (const lawful of ['madrid-registration', 'insurance-premium', 'award']) expect(forbidden).not.toContain(lawful);
  });
});
