import type { Visit } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '../../lib/device-store.ts';
import { type OutboxPorts, runOutbox } from './outbox.ts';
import { again, bodyOf, newDraft, queue, type VisitDraft } from './visit-draft.ts';

const target = { id: 't1', name: '吴江市金锦丝绸织造有限公司', campaignTitle: '专利清零' };
const draftOf = (id: string, createdAt: number, account = 'a'): VisitDraft => {
  const fresh = newDraft({ id, account, target, today: '2026-11-22', now: createdAt });
  return queue({ ...fresh, values: { ...fresh.values, result: 'contacted', summary: '已上门' } });
};

/** A server that logs one visit per id and answers a repeated one with what it holds. */
function fakeServer() {
  const visits = new Map<string, Visit>();
  const photos: string[] = [];
  const log = (draft: VisitDraft): Visit => {
    const kept = visits.get(draft.id);
    if (kept) return kept;
    const visit = {
      ...bodyOf(draft),
      targetId: draft.targetId,
      subjectId: 's1',
      subjectName: draft.name,
      campaignTitle: draft.campaignTitle,
      photos: [],
      by: '演示·联络员',
      at: '2026-11-22T08:00:00Z',
      alsoLoggedBy: visits.size > 0 ? '演示·科员' : null,
      note: null,
    } as unknown as Visit;
    visits.set(draft.id, visit);
    return visit;
  };
  return { visits, photos, log };
}

async function world(drafts: readonly VisitDraft[], change: Partial<OutboxPorts> = {}) {
  const table = memoryTable<VisitDraft>((row) => row.id);
  for (const draft of drafts) await table.put(draft);
  const server = fakeServer();
  let clock = 1000;
  const ports: OutboxPorts = {
    table,
    account: 'a',
    now: () => clock,
    sendVisit: async (draft) => server.log(draft),
    sendPhoto: async (_draft, photo) => server.photos.push(photo.key),
    judge: (error) => ({ kind: error instanceof TypeError ? 'later' : 'refused', reason: String(error) }),
    changed: () => undefined,
    ...change,
  };
  return {
    table,
    server,
    ports,
    wait: (ms: number) => {
      clock += ms;
    },
    get: async (id: string) => (await table.get(id)) as VisitDraft,
  };
}

describe('runOutbox', () => {
  it('sends what waits, oldest first, and drafts and other accounts not at all', async () => {
    const order: string[] = [];
    const unfinished: VisitDraft = { ...draftOf('d3', 1), state: 'draft' };
    const w = await world([draftOf('d2', 20), draftOf('d1', 10), unfinished, draftOf('d4', 5, 'b')]);
    const next = await runOutbox({
      ...w.ports,
      sendVisit: async (draft) => {
        order.push(draft.id);
        return w.server.log(draft);
      },
    });
    expect(order).toEqual(['d1', 'd2']);
    expect(next).toBeUndefined();
    expect((await w.get('d1')).state).toBe('sent');
    expect((await w.get('d3')).state).toBe('draft');
    expect((await w.get('d4')).state).toBe('queued');
  });

  it('keeps everything while the network is away, waits longer each time, and sends once it is back', async () => {
    const w = await world([draftOf('d1', 1), draftOf('d2', 2)]);
    let calls = 0;
    const away = async (): Promise<Visit> => {
      calls++;
      throw new TypeError('Failed to fetch');
    };
    await runOutbox({ ...w.ports, sendVisit: away });
    expect(calls).toBe(1);
    const first = await w.get('d1');
    expect(first).toMatchObject({ state: 'queued', attempts: 1, retryAt: 6000 });
    expect(first.values.summary).toBe('已上门');
    await runOutbox({ ...w.ports, sendVisit: away });
    expect((await w.get('d1')).attempts).toBe(1);
    w.wait(6000);
    await runOutbox({ ...w.ports, sendVisit: away });
    expect((await w.get('d1')).retryAt).toBe(7000 + 20_000);
    expect(await runOutbox(w.ports)).toBe(1000 + 6000 + 20_000);
    expect(w.server.visits.size).toBe(1);
    expect(await runOutbox({ ...w.ports, atOnce: true })).toBeUndefined();
    expect(w.server.visits.size).toBe(2);
  });

  it('logs once what arrived although its answer was lost', async () => {
    const w = await world([draftOf('d1', 1)]);
    await runOutbox({
      ...w.ports,
      sendVisit: async (draft) => {
        w.server.log(draft);
        throw new TypeError('connection reset');
      },
    });
    w.wait(10_000);
    await runOutbox(w.ports);
    expect(w.server.visits.size).toBe(1);
    expect(await w.get('d1')).toMatchObject({ state: 'sent', differs: false });
  });

  it('says so when other words had arrived under the same id, and the new ones can be sent as another visit', async () => {
    const w = await world([draftOf('d1', 1)]);
    w.server.log(await w.get('d1'));
    await w.table.update('d1', (row) => ({ ...row, values: { ...row.values, summary: '改过的话' } }));
    await runOutbox(w.ports);
    const sent = await w.get('d1');
    expect(sent).toMatchObject({ state: 'sent', differs: true });
    expect(sent.values.summary).toBe('改过的话');
    await w.table.put(queue(again(sent, 'd2', 5)));
    await runOutbox(w.ports);
    expect([...w.server.visits.values()].map((visit) => visit.summary)).toEqual(['已上门', '改过的话']);
  });

  it('keeps what was refused, with the reason, and goes on with the others', async () => {
    const w = await world([draftOf('d1', 1), draftOf('d2', 2)]);
    await runOutbox({
      ...w.ports,
      sendVisit: async (draft) => {
        if (draft.id === 'd1') throw new Error('行动已结束');
        return w.server.log(draft);
      },
    });
    expect(await w.get('d1')).toMatchObject({ state: 'failed', reason: 'Error: 行动已结束', logged: false });
    expect((await w.get('d1')).values.summary).toBe('已上门');
    expect((await w.get('d2')).state).toBe('sent');
    await runOutbox(w.ports);
    expect((await w.get('d1')).state).toBe('failed');
  });

  it('tells who else logged the same target that day, and keeps both', async () => {
    const w = await world([draftOf('d1', 1), draftOf('d2', 2)]);
    await runOutbox(w.ports);
    expect((await w.get('d1')).alsoLoggedBy).toBeNull();
    expect((await w.get('d2')).alsoLoggedBy).toBe('演示·科员');
    expect(w.server.visits.size).toBe(2);
  });

  it('does not log again when only a photo is missing, nor send a photo twice', async () => {
    const photo = (key: string) => ({ key, name: `${key}.jpg`, blob: new Blob(['x']), sent: false });
    const w = await world([{ ...draftOf('d1', 1), photos: [photo('p1'), photo('p2')] }]);
    let visits = 0;
    const sendVisit = async (draft: VisitDraft) => {
      visits++;
      return w.server.log(draft);
    };
    await runOutbox({
      ...w.ports,
      sendVisit,
      sendPhoto: async (_draft, one) => {
        if (one.key === 'p2') throw new TypeError('gone');
        w.server.photos.push(one.key);
      },
    });
    expect(await w.get('d1')).toMatchObject({ state: 'queued', logged: true });
    w.wait(10_000);
    await runOutbox({ ...w.ports, sendVisit });
    expect(visits).toBe(1);
    expect(w.server.photos).toEqual(['p1', 'p2']);
    expect(await w.get('d1')).toMatchObject({ state: 'sent', photos: [] });
  });

  it('takes up what a closed page left in the middle of sending', async () => {
    const w = await world([{ ...draftOf('d1', 1), state: 'sending' }]);
    await runOutbox(w.ports);
    expect((await w.get('d1')).state).toBe('sent');
  });
});
