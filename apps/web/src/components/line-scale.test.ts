import { describe, expect, it } from 'vitest';
import { linePath, placesOf, scaleOf, spacedLabels } from './line-scale.ts';

const frame = { width: 500, height: 200, left: 50, right: 50, top: 20, bottom: 20 };

describe('placesOf', () => {
  it('sets days apart by time and other categories evenly', () => {
    const [a = 0, b = 0, c = 0] = placesOf(['2024-12-31', '2025-12-31', '2026-03-31']);
    expect(b - a).toBe(365);
    expect(c - b).toBe(90);
    expect(placesOf(['2024', 'later'])).toEqual([0, 1]);
  });
});

describe('scaleOf', () => {
  it('begins at zero and ends at a round value', () => {
    const scale = scaleOf([120, 312], [0, 1], frame, false);
    expect(scale.ticks).toEqual([0, 100, 200, 300, 400]);
    expect(scale.y(0)).toBe(180);
    expect(scale.y(400)).toBe(20);
    expect([scale.x(0), scale.x(1)]).toEqual([50, 450]);
  });

  it('leaves zero only when asked and when the values lie far above it', () => {
    expect(scaleOf([60, 63, 70], [0, 1, 2], frame, true)).toMatchObject({ cut: true });
    expect(scaleOf([60, 63, 70], [0, 1, 2], frame, true).ticks[0]).toBeLessThanOrEqual(60);
    expect(scaleOf([10, 63], [0, 1], frame, true)).toMatchObject({ cut: false });
    expect(scaleOf([60, 63], [0, 1], frame, false).ticks[0]).toBe(0);
  });

  it('stands for a single value, for zeros and for equal values', () => {
    for (const values of [[0], [0, 0], [5], [80, 80]]) {
      for (const fit of [true, false]) {
        const scale = scaleOf(values, [0, 1], frame, fit);
        for (const value of values) expect(scale.y(value)).toBeGreaterThanOrEqual(20);
        expect(scale.ticks.length).toBeLessThan(8);
      }
    }
  });
});

describe('spacedLabels', () => {
  it('keeps the last label and those that leave it room', () => {
    expect(spacedLabels([0, 40, 80, 90], 35)).toEqual([0, 1, 3]);
    expect(spacedLabels([], 35)).toEqual([]);
  });
});

describe('linePath', () => {
  it('leaves a gap where nothing is known', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: null },
      { x: 2, y: 3 },
      { x: 3, y: 4 },
    ];
    expect(linePath(points)).toBe('M0.0 1.0M2.0 3.0L3.0 4.0');
  });
});
