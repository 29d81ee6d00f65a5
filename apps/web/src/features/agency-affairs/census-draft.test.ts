import { expect, test } from 'vitest';
import { memoryTable } from '../../lib/device-store.ts';
import { bodyOf, type CensusDraft, changeDraft, missingOf, newCensusDraft } from './census-draft.ts';
import { sendCensusDrafts } from './census-outbox.ts';

const points = [
  { code: 'address', field: 'address' },
  { code: 'systems', field: null },
];
const draft = (over: Partial<CensusDraft> = {}): CensusDraft => ({
  ...newCensusDraft({ id: 'a', account: 'u', item: { id: 'i', name: '甲所' }, today: '2026-11-22', now: 1 }),
  ...over,
});
const photo = { key: 'p', name: 'p.jpg', blob: new Blob(['x']), sent: false };

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

test('what the server has does not change any more, photos still come', () => {
  const changed = changeDraft(draft({ recorded: true, note: '已发' }), { note: '改', photos: [photo] }, 2);
  expect([changed.note, changed.photos.length]).toEqual(['已发', 1]);
});

const ports = (table: ReturnType<typeof memoryTable<CensusDraft>>, fails: ('check' | 'photo')[]) => {
  const sent: string[] = [];
  const fail = (step: 'check' | 'photo') => {
    if (fails.includes(step)) throw new TypeError('away');
    sent.push(step);
  };
  return {
    sent,
    ports: {
      table,
      account: 'u',
      sendCheck: async () => fail('check'),
      sendPhoto: async () => fail('photo'),
      judge: () => ({ later: true, reason: '断网' }),
      changed: () => undefined,
    },
  };
};

test('without network it waits, and is sent once the network is back, photos last', async () => {
  const table = memoryTable<CensusDraft>((row) => row.id);
  await table.put(draft({ state: 'queued', photos: [photo] }));
  await sendCensusDrafts(ports(table, ['check']).ports);
  expect((await table.get('a'))?.state).toBe('queued');
  await sendCensusDrafts(ports(table, ['photo']).ports);
  expect([(await table.get('a'))?.recorded, (await table.get('a'))?.state]).toEqual([true, 'queued']);
  const last = ports(table, []);
  await sendCensusDrafts(last.ports);
  expect(last.sent).toEqual(['photo']);
  expect(await table.get('a')).toBeUndefined();
});

test('a refusal keeps everything with its reason, and does not hold up the next', async () => {
  const table = memoryTable<CensusDraft>((row) => row.id);
  await table.put(draft({ state: 'queued' }));
  await table.put(draft({ id: 'b', state: 'queued', account: 'other' }));
  await sendCensusDrafts({ ...ports(table, ['check']).ports, judge: () => ({ later: false, reason: '电话有误' }) });
  expect(await table.get('a')).toMatchObject({ state: 'failed', reason: '电话有误' });
  expect((await table.get('b'))?.state).toBe('queued');
});
