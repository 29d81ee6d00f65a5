import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { addVisitPhoto } from './commands/add-visit-photo.ts';
import { assignWorkItems } from './commands/assign-work-items.ts';
import { closeCampaign } from './commands/close-campaign.ts';
import { VISIT_LOG } from './cultivation.catalogue.ts';
import { refreshCampaign } from './jobs/read-campaign.ts';
import { dueVisits } from './queries/for-plan.ts';
import { listAssignees } from './queries/list-assignees.ts';
import { getVisit, getVisitPhoto, listVisits } from './queries/list-visits.ts';
import { listMyWork, listWorkItems } from './queries/list-work-items.ts';
import { getWorkItem } from './queries/show-work-item.ts';
import {
  type CampaignDistrict,
  figuresOf,
  openCampaignDistrict,
  PINGWANG,
  runCampaign,
  SHENGZE,
  targetOf,
  usccOf,
  visit,
} from './testing/campaign-district.ts';

const A = { name: '苏州甲纺织有限公司', uscc: usccOf(1) };
const B = { name: '苏州乙机械有限公司', uscc: usccOf(2), town: PINGWANG } as const;
const PAGE = { page: 1, pageSize: 50 };
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a photo')]);

let district: CampaignDistrict;
let campaign: string;
let officer: Ctx;
let shengze: Ctx;
let second: Ctx;
let inA: string;
let inB: string;

const file = (content: Buffer, fileName = '走访.jpg') => ({
  fileName,
  mediaType: 'application/pdf',
  content: Readable.from([content]),
  fields: {},
});

beforeAll(async () => {
  district = await openCampaignDistrict();
  await district.register(A, B);
  await district.highTech(A, B);
  officer = await district.test.as('ip-officer');
  shengze = await district.test.as('liaison', 'town', SHENGZE);
  second = await district.test.as('enforcement-officer', 'town', SHENGZE);
  campaign = (await runCampaign(district, { assignment: 'none' })).id;
  inA = (await targetOf(district, campaign, A.name)).id;
  inB = (await targetOf(district, campaign, B.name)).id;
});
afterAll(() => district.test.close());

describe('scope', () => {
  it('shows a liaison the targets of his towns alone, in the list, one by one and in the figures', async () => {
    const list = await listWorkItems(shengze, campaign, PAGE);
    expect(list.items.map((item) => item.name)).toEqual([A.name]);
    expect(list.total).toBe(1);
    await expect(getWorkItem(shengze, inB)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(visit(shengze, inB)).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  it('masks the telephone of whoever may not see names either', async () => {
    const item = await getWorkItem(shengze, inA);
    expect(item).toMatchObject({ mayLog: true, address: expect.stringContaining('盛泽镇') });
    expect((await getWorkItem(await district.test.as('reviewer'), inA)).mayLog).toBe(false);
  });
});

describe('assignment', () => {
  it('tells the effect before it happens and leaves towns that nobody holds', async () => {
    const order = { to: { byTown: true } as const, preview: true };
    const preview = await assignWorkItems(officer, campaign, order);
    // Two accounts hold the one town with one target; the other town has none.
    expect(preview).toMatchObject({ count: 1, withoutOfficer: 1 });
    expect((await targetOf(district, campaign, A.name)).assigneeId).toBeNull();
    await assignWorkItems(officer, campaign, { ...order, preview: false });
    const held = await targetOf(district, campaign, A.name);
    expect([shengze.actor.userId, second.actor.userId]).toContain(held.assigneeId);
    expect((await targetOf(district, campaign, B.name)).assigneeId).toBeNull();
  });

  it('gives nobody what lies outside his places, and says how many', async () => {
    const order = { targets: [inA, inB], to: { account: shengze.actor.userId as string }, preview: false };
    await expect(assignWorkItems(officer, campaign, order)).rejects.toMatchObject({
      code: 'cultivation.target.out-of-place',
      params: { count: 1 },
    });
    await assignWorkItems(officer, campaign, { ...order, targets: [inA] });
    expect((await targetOf(district, campaign, A.name)).assigneeId).toBe(shengze.actor.userId);
    const unknown = { ...order, to: { account: uuidv7() } };
    await expect(assignWorkItems(officer, campaign, unknown)).rejects.toMatchObject({
      code: 'cultivation.target.unknown-assignee',
    });
  });

  it('lets a liaison assign within his towns only', async () => {
    const order = { targets: [inA, inB], to: { none: true } as const, preview: true };
    expect(await assignWorkItems(shengze, campaign, order)).toMatchObject({ count: 1 });
  });

  it('lists who may be given work, with the towns', async () => {
    const found = await listAssignees(officer);
    expect(found.find((one) => one.id === shengze.actor.userId)?.towns).toEqual([SHENGZE]);
    expect(found.find((one) => one.id === officer.actor.userId)?.towns).toEqual([]);
  });
});

describe('visits', () => {
  it('are logged once however often the draft is sent, even at the same moment', async () => {
    const id = uuidv7();
    await Promise.all([1, 2, 3].map(() => visit(shengze, inA, { id, nextOn: '2026-11-21', nextStep: '回访' })));
    expect((await getWorkItem(officer, inA)).visitLog).toHaveLength(1);
    expect(await targetOf(district, campaign, A.name)).toMatchObject({
      state: 'contacted',
      visits: 1,
      nextOn: '2026-11-21',
      overdue: true,
    });
  });

  it('do not take the id of another visit', async () => {
    const id = uuidv7();
    await visit(officer, inB, { id });
    await expect(visit(officer, inA, { id })).rejects.toMatchObject({ code: 'cultivation.visit.id-taken' });
    await expect(visit(second, inA, { id })).rejects.toMatchObject({ code: 'cultivation.visit.id-taken' });
  });

  it('of two people on one day are both kept, and the second is told of the first', async () => {
    const id = await visit(second, inA, { result: 'in-progress', step: 'visit', visitedOn: '2026-11-20' });
    expect(await getVisit(second, VISIT_LOG, id)).toMatchObject({ alsoLoggedBy: '测试liaison' });
    expect((await getWorkItem(officer, inA)).visitLog).toHaveLength(2);
    expect(await targetOf(district, campaign, A.name)).toMatchObject({ state: 'in-progress', stepLabel: '走访' });
  });

  it('are not of the future, of no calendar, of steps there are not, or of results', async () => {
    await expect(visit(shengze, inA, { visitedOn: '2026-11-23' })).rejects.toMatchObject({
      code: 'cultivation.visit.in-future',
    });
    await expect(visit(shengze, inA, { visitedOn: '2026-02-30' })).rejects.toMatchObject({
      code: 'platform.invalid-input',
    });
    await expect(visit(shengze, inA, { step: 'dance' })).rejects.toMatchObject({
      code: 'cultivation.visit.unknown-step',
    });
    await expect(visit(shengze, inA, { step: 'obtained' })).rejects.toMatchObject({
      code: 'cultivation.visit.step-is-read',
    });
  });

  it('keep no telephone number of who was met', async () => {
    const id = await visit(shengze, inA, { person: '王工 13812345678', visitedOn: '2026-11-01' });
    expect((await getVisit(shengze, VISIT_LOG, id)).person).toBe('王工 138****');
  });

  it('ask for their next step: mine first, overdue before due', async () => {
    const mine = await listMyWork(shengze, PAGE);
    expect(mine.items.map((item) => [item.name, item.overdue])).toEqual([[A.name, false]]);
    await visit(shengze, inA, { visitedOn: '2026-11-21', nextOn: '2026-11-21', nextStep: '再访' });
    expect(await dueVisits(shengze)).toMatchObject({ total: 1, items: [{ id: inA, level: 'late', nextStep: '再访' }] });
    expect((await listMyWork(second, PAGE)).total).toBe(0);
  });

  it('are listed within scope, newest first', async () => {
    const all = await listVisits(officer, PAGE);
    expect(all.items.map((item) => item.visitedOn)).toEqual(
      all.items
        .map((item) => item.visitedOn)
        .toSorted()
        .toReversed(),
    );
    const own = await listVisits(shengze, PAGE);
    expect(new Set(own.items.map((item) => item.subjectName))).toEqual(new Set([A.name]));
    expect(all.total).toBe(own.total + 1);
  });
});

describe('photos', () => {
  let id: string;
  beforeAll(async () => {
    id = await visit(shengze, inA, { visitedOn: '2026-11-22' });
  });

  it('are known by their content, kept once, and read by who may read the visit', async () => {
    await addVisitPhoto(shengze, id, file(JPEG));
    await addVisitPhoto(shengze, id, file(JPEG));
    const { photos } = await getVisit(shengze, VISIT_LOG, id);
    expect(photos).toMatchObject([{ fileName: '走访.jpg', size: JPEG.length }]);
    const sha256 = photos[0]?.sha256 as string;
    const answer = await getVisitPhoto(officer, id, sha256);
    expect(answer.mediaType).toBe('image/jpeg');
    const bytes = Buffer.concat(await (answer.content as Readable).toArray());
    expect(bytes.equals(JPEG)).toBe(true);
    const elsewhere = await district.test.as('liaison', 'town', PINGWANG);
    await expect(getVisitPhoto(elsewhere, id, sha256)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(getVisitPhoto(officer, id, '0'.repeat(64))).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  it('are refused when they are none, too large, too many, or of another', async () => {
    await expect(addVisitPhoto(shengze, id, file(Buffer.from('<svg/>'), 'x.jpg'))).rejects.toMatchObject({
      code: 'cultivation.photo.not-a-photo',
    });
    const large = Buffer.concat([JPEG, Buffer.alloc(11 * 1024 * 1024)]);
    await expect(addVisitPhoto(shengze, id, file(large))).rejects.toMatchObject({ name: 'FileTooLarge' });
    await expect(addVisitPhoto(second, id, file(JPEG))).rejects.toMatchObject({ code: 'cultivation.photo.not-yours' });
    for (let n = 0; n < 8; n++) await addVisitPhoto(shengze, id, file(Buffer.concat([JPEG, Buffer.from([n])])));
    await expect(addVisitPhoto(shengze, id, file(Buffer.concat([JPEG, Buffer.from('9')])))).rejects.toMatchObject({
      code: 'cultivation.photo.too-many',
    });
  });
});

describe('work at the same moment', () => {
  it('neither waits for ever nor loses a visit: readings, assignments and visits', async () => {
    const { db } = district.ctx;
    const before = (await targetOf(district, campaign, A.name)).visits;
    for (let round = 0; round < 5; round++) {
      // Whatever was read is forgotten, so that each reading writes both targets again.
      await sql`update cultivation.target set outcome = 'succeeded' where campaign_id = ${campaign}`.execute(db);
      await Promise.all([
        refreshCampaign(district.test.system(), campaign),
        assignWorkItems(officer, campaign, { to: { none: true }, preview: false }),
        visit(shengze, inA, { visitedOn: '2026-11-03' }),
        visit(officer, inB, { visitedOn: '2026-11-03' }),
        visit(second, inA, { visitedOn: '2026-11-03' }),
        refreshCampaign(district.test.system(), campaign),
      ]);
    }
    expect((await targetOf(district, campaign, A.name)).visits).toBe(before + 10);
    expect(await figuresOf(district, campaign)).toMatchObject({ succeeded: 0, reverted: 2 });
  });
});

describe('drafts that come late', () => {
  it('are kept with a note after the campaign closed, and move nothing', async () => {
    await closeCampaign(officer, campaign, '年度结束');
    const before = await figuresOf(district, campaign);
    const standing = await targetOf(district, campaign, B.name);
    const id = await visit(officer, inB, { result: 'declined', visitedOn: '2026-11-22', nextOn: '2026-11-25' });
    expect(await getVisit(officer, VISIT_LOG, id)).toMatchObject({ note: '行动结束后补记，不影响行动成效' });
    expect(await figuresOf(district, campaign)).toEqual(before);
    const after = await targetOf(district, campaign, B.name);
    expect(after).toMatchObject({ state: standing.state, nextOn: standing.nextOn, visits: standing.visits + 1 });
    expect((await dueVisits(shengze)).total).toBe(0);
  });
});
