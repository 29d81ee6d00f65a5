import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { publishEvent } from '../../platform/jobs/enqueue-job.ts';
import { keepEvidence } from '../evidence/index.ts';
import { type ComplaintDesk, openComplaintDesk } from './testing/complaint-desk.ts';

let desk: ComplaintDesk;
beforeAll(async () => {
  desk = await openComplaintDesk();
  desk.at('2026-11-20');
});
afterAll(() => desk?.close());

async function publish(event: string, payload: Record<string, unknown>): Promise<void> {
  const ctx = desk.test.system();
  await inTransaction(ctx, (tx) => publishEvent(tx, ctx, event, payload));
  await desk.settle();
}

const HIT = {
  hitId: '0198f000-0000-7000-8000-000000000001',
  title: '网店商品使用近似标识',
  text: '监测发现商品详情页使用与保护商标近似的标识。',
  suspects: [
    { name: '虚构盛泽网店', address: '苏州市吴江区盛泽镇示例路8号', natural: true },
    { name: '虚构供货商', uscc: null },
  ],
  rights: [{ kind: 'trademark', number: '7654321', holder: '示例公司' }],
  receivedOn: '2026-11-18',
  electronic: true,
};

const listed = async (q: string) =>
  (await desk.call('officer', 'listComplaintMatters', { query: { q } })).items.map((one) => one.id);

it('a hit of the watch is a report for each suspect, told twice it is the same; evidence goes along, to the case as well', async () => {
  const ctx = desk.test.system();
  const first = await desk.register('officer', { subjectName: '虚构来源店', receivedOn: '2026-11-20' });
  const sha256 = createHash('sha256').update('page').digest('hex');
  const item = await inTransaction(ctx, (tx) =>
    keepEvidence(tx, ctx, {
      fileId: first.matters[0]?.id ?? '',
      kind: 'electronic',
      title: '商品页快照',
      sha256,
      size: 4,
      mediaType: 'text/html',
      capturedAt: null,
      receivedAt: ctx.now.toISOString(),
      source: '监测',
    }),
  );
  await publish('trademark-watch.hit.complaint-ordered', { ...HIT, evidenceIds: [item.id] });
  await publish('trademark-watch.hit.complaint-ordered', { ...HIT, evidenceIds: [item.id] });
  const [shop] = await listed('虚构盛泽网店');
  expect(await listed('虚构盛泽网店')).toHaveLength(1);
  expect(await listed('虚构供货商')).toHaveLength(1);
  const id = shop ?? '';
  const shown = await desk.call('branch', 'getComplaintMatter', { params: { id } });
  expect(shown).toMatchObject({
    sort: 'report',
    source: 'watch',
    person: '本局商标监测发现',
    found: true,
    electronic: true,
    organisationCode: 'WJ-MSB-B105',
    receivedOn: '2026-11-18',
  });
  // From the day of the hit, not from the click.
  expect((await desk.standing(id)).clocks).toEqual({ decision: '2026-12-09' });
  expect(await desk.act('branch', id, 'hand-on', {})).toBe('in-case');
  const { case: made } = await desk.call('branch', 'getComplaintMatter', { params: { id } });
  const there = await desk.call('branch', 'listEvidence', { params: { id: made?.id } });
  expect(there.items.map((one) => one.title)).toEqual(['商品页快照']);
});

it('a hit that repeats a matter under way is joined with it', async () => {
  const { matters } = await desk.register('officer', { subjectName: '虚构重复店', rightNumber: '7654321' });
  await publish('trademark-watch.hit.complaint-ordered', {
    ...HIT,
    hitId: '0198f000-0000-7000-8000-000000000002',
    suspects: [{ name: '虚构重复店' }],
    receivedOn: '2026-11-20',
  });
  const joined = (await listed('虚构重复店')).filter((id) => id !== matters[0]?.id);
  expect(joined).toHaveLength(1);
  expect((await desk.standing(joined[0] ?? '')).state).toBe('joined');
});

it('with nobody to tell, a report that was found is done when it is decided', async () => {
  await publish('trademark-watch.hit.complaint-ordered', {
    ...HIT,
    hitId: '0198f000-0000-7000-8000-000000000003',
    suspects: [{ name: '虚构了结店' }],
  });
  const [id = ''] = await listed('虚构了结店');
  expect(await desk.act('head', id, 'no-case', { ground: 'no-facts', reason: '已核实取得授权。' })).toBe('concluded');
  expect((await desk.standing(id)).clocks).toEqual({});
});
