import { expect, it } from 'vitest';
import { memoryTable } from '../../lib/device-store.ts';
import { bodyOf, changeDraft, type FieldDraft, missingOf, newDraft } from './field-draft.ts';
import { type OutboxPorts, sendDrafts } from './field-outbox.ts';

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

it('does not change what the server has, but for photos', () => {
  const next = changeDraft(begun({ recorded: true }), { note: '后来写的', photos: [] }, 2);
  expect(next).toMatchObject({ note: '', photos: [], state: 'draft' });
});

function portsOf(over: Partial<OutboxPorts>): OutboxPorts & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    table: memoryTable<FieldDraft>((row) => row.id),
    account: 'u1',
    sendRecord: async (draft) => {
      sent.push(`record ${draft.id}`);
      return { state: 'standing', reason: null };
    },
    sendPhoto: async (_draft, one) => sent.push(`photo ${one.key}`),
    judge: (error) => ({ later: error instanceof TypeError, reason: String(error) }),
    changed: () => undefined,
    ...over,
  };
}

it('sends the record, then its photos, and forgets it', async () => {
  const ports = portsOf({});
  await ports.table.put(begun());
  await ports.table.put(begun({ id: 'other', account: 'u2' }));
  await sendDrafts(ports);
  expect(ports.sent).toEqual(['record r1', 'photo b']);
  expect((await ports.table.all()).map((row) => row.id)).toEqual(['other']);
});

it('keeps a record the server holds for a decision, with the reason, after its photos have gone', async () => {
  const ports = portsOf({ sendRecord: async () => ({ state: 'held', reason: '任务已办结' }) });
  await ports.table.put(begun());
  await sendDrafts(ports);
  expect(await ports.table.get('r1')).toMatchObject({ state: 'held', reason: '任务已办结', photos: [{ sent: true }] });
  await sendDrafts(ports);
  expect(ports.sent).toEqual(['photo b']);
});

it('goes on where the network broke, and never sends a record twice', async () => {
  let away = true;
  const photos: string[] = [];
  const ports = portsOf({
    sendPhoto: async (_draft, one) => {
      if (away) throw new TypeError('network');
      photos.push(one.key);
    },
  });
  await ports.table.put(begun());
  await sendDrafts(ports);
  expect(await ports.table.get('r1')).toMatchObject({ state: 'queued', recorded: true });
  away = false;
  await sendDrafts(ports);
  expect(ports.sent).toEqual(['record r1']);
  expect(photos).toEqual(['b']);
});

it('marks what the server refuses, and goes on with the next', async () => {
  const ports = portsOf({
    sendRecord: async (draft) => {
      if (draft.id === 'r1') throw new Error('refused');
      return { state: 'standing', reason: null };
    },
  });
  await ports.table.put(begun());
  await ports.table.put(begun({ id: 'r2', changedAt: 2 }));
  await sendDrafts(ports);
  expect((await ports.table.all()).map(({ id, state }) => [id, state])).toEqual([['r1', 'failed']]);
});
