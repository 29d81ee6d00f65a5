import { expect, it } from 'vitest';
import data from '../../data/agencies/signals.json' with { type: 'json' };
import { readSignalThresholds } from './signal-settings.ts';

it('reads the thresholds of the district', () => {
  expect(readSignalThresholds(structuredClone(data))).toEqual(data);
});

it.each([
  ['an interval beyond certainty', { interval: 1 }, 'signals.interval'],
  ['a missing group', { burst: undefined }, 'signals.burst'],
  ['a negative threshold', { transfer: { ...data.transfer, margin: -1 } }, 'signals.transfer.margin'],
  ['bands out of order', { burst: { ...data.burst, employeeBands: [50, 10] } }, 'signals.burst.employeeBands'],
])('refuses %s', (_, change, place) => {
  expect(() => readSignalThresholds({ ...data, ...change })).toThrow(place);
});
