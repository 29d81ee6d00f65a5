import { expect, it } from 'vitest';
import { memoryTable } from '../device-store.ts';
import { changeRecord, type FieldRecord } from './field-record.ts';
import { type SendPorts, sendRecords } from './send-records.ts';

interface Note extends FieldRecord {
  readonly note: string;
}
const photo = (key: string) => ({ key, name: '照片.jpg', blob: new Blob(['x']), sent: false });
const begun = (over: Partial<Note> = {}): Note => ({
  id: 'r1',
  account: 'u1',
  note: '',
  photos: [photo('b')],
  state: 'queued',
  recorded: false,
  reason: null,
  changedAt: 1,
  ...over,
});

it('does not change what the server has, but for photos', () => {
  const next = changeRecord(begun({ recorded: true }), { note: '后来写的', photos: [] }, 2);
  expect(next).toMatchObject({ note: '', photos: [], state: 'draft' });
});

it('takes a change of what the server does not have', () => {
  expect(changeRecord(begun({ reason: '退回' }), { note: '改' }, 2)).toMatchObject({
    note: '改',
    photos: [{ key: 'b' }],
    reason: null,
    changedAt: 2,
  });
});

function portsOf(over: Partial<SendPorts<Note>>): SendPorts<Note> & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    table: memoryTable<Note>((row) => row.id),
    account: 'u1',
    sendRecord: async (draft) => {
      sent.push(`record ${draft.id}`);
      return null;
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
  await sendRecords(ports);
  expect(ports.sent).toEqual(['record r1', 'photo b']);
  expect((await ports.table.all()).map((row) => row.id)).toEqual(['other']);
});

it('keeps a record the server holds for a decision, with the reason, after its photos have gone', async () => {
  const ports = portsOf({ sendRecord: async () => '任务已办结' });
  await ports.table.put(begun());
  await sendRecords(ports);
  expect(await ports.table.get('r1')).toMatchObject({ state: 'held', reason: '任务已办结', photos: [{ sent: true }] });
  await sendRecords(ports);
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
  await sendRecords(ports);
  expect(await ports.table.get('r1')).toMatchObject({ state: 'queued', recorded: true });
  away = false;
  await sendRecords(ports);
  expect(ports.sent).toEqual(['record r1']);
  expect(photos).toEqual(['b']);
});

it('marks what the server refuses, and goes on with the next', async () => {
  const ports = portsOf({
    sendRecord: async (draft) => {
      if (draft.id === 'r1') throw new Error('refused');
      return null;
    },
  });
  await ports.table.put(begun());
  await ports.table.put(begun({ id: 'r2', changedAt: 2 }));
  await sendRecords(ports);
  expect((await ports.table.all()).map(({ id, state }) => [id, state])).toEqual([['r1', 'failed']]);
});
