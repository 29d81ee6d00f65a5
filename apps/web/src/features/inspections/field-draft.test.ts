import { expect, it } from 'vitest';
import { bodyOf, type FieldDraft, missingOf, newDraft } from './field-draft.ts';

const items = [{ code: 'a' }, { code: 'b' }];
const task = { id: 't1', name: '虚构印刷厂', round: 1, officers: ['甲', '乙'] };
const photo = (item: string) => ({
  key: item,
  name: '照片.jpg',
  blob: new Blob(['x']),
  item,
  takenAt: '2026-11-20T01:00:00Z',
  sent: false,
});
const begun = (over: Partial<FieldDraft> = {}): FieldDraft => ({
  ...newDraft({ id: 'r1', account: 'u1', task, today: '2026-11-20', now: 1 }),
  answers: { a: { result: 'yes', found: '' }, b: { result: 'no', found: '没有登记' } },
  outcome: 'correct',
  correctBy: '2026-12-05',
  signature: 'refused',
  photos: [photo('b')],
  state: 'queued',
  ...over,
});

it('says what is missing before a record can be sent', () => {
  const of = (over: Partial<FieldDraft>) => missingOf(begun(over), items, '2026-11-20');
  expect(of({})).toEqual([]);
  expect(of({ answers: {} })).toEqual(['a', 'b']);
  expect(of({ answers: { a: { result: 'na', found: '' }, b: { result: 'no', found: ' ' } } })).toEqual(['b']);
  expect(of({ officers: ['甲', '甲'] })).toEqual(['officers']);
  expect(of({ outcome: 'fit' })).toEqual(['outcome']);
  expect(of({ correctBy: '2026-11-20' })).toEqual(['correctBy']);
  expect(of({ signature: 'signed' })).toEqual(['signature']);
  expect(of({ checkedOn: '2026-11-21', correctBy: '2026-12-05' })).toEqual(['checkedOn']);
  expect(bodyOf(begun()).answers).toEqual([
    { code: 'a', result: 'yes', found: null },
    { code: 'b', result: 'no', found: '没有登记' },
  ]);
});
