import { expect, test } from 'vitest';
import { bodyOf, type CensusDraft, missingOf, newCensusDraft } from './census-draft.ts';

const points = [
  { code: 'address', field: 'address' },
  { code: 'systems', field: null },
];
const draft = (over: Partial<CensusDraft> = {}): CensusDraft => ({
  ...newCensusDraft({ id: 'a', account: 'u', item: { id: 'i', name: '甲所' }, today: '2026-11-22', now: 1 }),
  ...over,
});

test('a difference needs words only where the register knows the field', () => {
  const answers = { address: { ok: false, value: ' ' }, systems: { ok: false, value: '' } };
  expect(missingOf(draft({ answers }), points, '2026-11-22')).toEqual(['result', 'address']);
  expect(missingOf(draft({ result: 'found', checkedOn: '2026-11-23' }), points, '2026-11-22')).toEqual(['checkedOn']);
});

test('what was found is sent only of what differs', () => {
  const answers = { address: { ok: true, value: '旧字' }, systems: { ok: null, value: '' } };
  expect(bodyOf(draft({ answers })).answers).toEqual([
    { code: 'address', ok: true, value: null },
    { code: 'systems', ok: null, value: null },
  ]);
});
