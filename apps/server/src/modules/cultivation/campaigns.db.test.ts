import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshFacts } from '../../platform/facts/index.ts';
import { getCampaign } from './queries/show-campaign.ts';
import { getWorkItem } from './queries/show-work-item.ts';
import {
  type CampaignDistrict,
  figuresOf,
  openCampaignDistrict,
  PINGWANG,
  runCampaign,
  statesOf,
  targetOf,
  usccOf,
  visit,
} from './testing/campaign-district.ts';

const A = { name: '苏州甲纺织有限公司', uscc: usccOf(1) };
const B = { name: '苏州乙机械有限公司', uscc: usccOf(2), town: PINGWANG } as const;
const C = { name: '苏州丙电子有限公司', uscc: usccOf(3) };

let district: CampaignDistrict;
let campaign: string;

beforeAll(async () => {
  district = await openCampaignDistrict();
  await district.register(A, B, C);
  await district.highTech(A, B);
  campaign = (await runCampaign(district)).id;
});
afterAll(() => district.test.close());

const history = async (name: string) =>
  (await getWorkItem(district.test.system(), (await targetOf(district, campaign, name)).id)).timeline;

describe('a campaign from rule to result', () => {
  let granted: string;

  it('fixes its baseline by the rule: two high-tech firms without a patent', async () => {
    expect(await statesOf(district, campaign)).toEqual({ [A.name]: 'open', [B.name]: 'open' });
    const detail = await getCampaign(district.test.system(), campaign);
    expect(detail).toMatchObject({ state: 'running', baselineOn: '2026-11-22', baseline: 2, late: 0, targets: 2 });
    expect(detail.byTown.map((town) => [town.label, town.targets])).toEqual([
      ['平望镇', 1],
      ['盛泽镇', 1],
    ]);
    expect(detail.freshness).toMatchObject({ asOf: '2026-11-22', pending: false });
  });

  it('reads success from an imported file of patents, with the facts that say so', async () => {
    granted = await district.patents({ n: 1, firm: A.name });
    expect(await statesOf(district, campaign)).toEqual({ [A.name]: 'succeeded', [B.name]: 'open' });
    const item = await targetOf(district, campaign, A.name);
    expect(item.succeededOn).toBe('2026-11-22');
    const last = (await history(A.name)).at(-1);
    expect(last).toMatchObject({ actor: '系统', text: expect.stringMatching(/登记数据显示已达成：.*织造方法1/) });
    const { success } = await getWorkItem(district.test.system(), item.id);
    expect(success.outcome).toBe('true');
  });

  it('takes success back when a notice calls the filing abnormal, and gives it again when the notice is undone', async () => {
    const notice = await district.notice(1, A.name);
    expect(await statesOf(district, campaign)).toMatchObject({ [A.name]: 'reverted' });
    expect((await history(A.name)).at(-1)?.text).toContain('不再满足达成条件');
    expect(await figuresOf(district, campaign)).toMatchObject({ succeeded: 0, reverted: 1, targets: 2 });
    await district.undo(notice);
    expect(await statesOf(district, campaign)).toMatchObject({ [A.name]: 'succeeded' });
  });

  it('goes back when the file of the grant itself is undone', async () => {
    await district.undo(granted);
    expect(await statesOf(district, campaign)).toEqual({ [A.name]: 'reverted', [B.name]: 'open' });
  });

  it('marks who comes in later as late, with its day and the reason', async () => {
    await district.highTech(C);
    expect(await statesOf(district, campaign)).toMatchObject({ [C.name]: 'open+' });
    expect(await figuresOf(district, campaign)).toMatchObject({ baseline: 2, late: 1, targets: 3 });
    expect((await history(C.name))[0]).toMatchObject({ actor: '系统', text: expect.stringContaining('补入名单') });
  });

  it('lets go who is struck off, keeps the log, and takes back who returns', async () => {
    const ctx = await district.test.as('liaison', 'town', PINGWANG);
    await visit(ctx, (await targetOf(district, campaign, B.name)).id, { result: 'in-progress' });
    const struckOff = await district.register({ ...B, status: '注销' });
    const gone = await targetOf(district, campaign, B.name);
    expect(gone).toMatchObject({ state: 'left', leftReason: expect.stringContaining('已注销'), visits: 1 });
    expect((await getWorkItem(district.test.system(), gone.id)).visitLog).toHaveLength(1);
    expect(await figuresOf(district, campaign)).toMatchObject({ left: 1, targets: 2, contacted: 0 });
    await district.undo(struckOff);
    expect(await targetOf(district, campaign, B.name)).toMatchObject({ state: 'in-progress', leftReason: null });
  });

  it('knows a subject again that left the register and returned under another id', async () => {
    const register = await district.register({ name: '苏州丁制衣有限公司', uscc: usccOf(4) });
    await district.highTech({ name: '苏州丁制衣有限公司', uscc: usccOf(4) });
    const before = await targetOf(district, campaign, '苏州丁制衣有限公司');
    await district.undo(register);
    expect(await targetOf(district, campaign, '苏州丁制衣有限公司')).toMatchObject({ id: before.id, state: 'left' });
    await district.register({ name: '苏州丁制衣有限公司', uscc: usccOf(4) });
    const after = await targetOf(district, campaign, '苏州丁制衣有限公司');
    expect(after).toMatchObject({ id: before.id, state: 'open' });
    expect(after.subjectId).toBe(await district.partyId('苏州丁制衣有限公司'));
    expect(after.subjectId).not.toBe(before.subjectId);
  });

  it('says into whom a firm was merged when its name lives on as a former name', async () => {
    const register = await district.register({ name: '苏州戊丝绸有限公司', uscc: usccOf(5) });
    await district.highTech({ name: '苏州戊丝绸有限公司', uscc: usccOf(5) });
    expect(await statesOf(district, campaign)).toMatchObject({ 苏州戊丝绸有限公司: 'open+' });
    await district.register({ ...C, formerName: '苏州戊丝绸有限公司' });
    await district.undo(register);
    const gone = await targetOf(district, campaign, '苏州戊丝绸有限公司');
    expect(gone.leftReason).toBe(`“苏州戊丝绸有限公司”已更名或并入“${C.name}”`);
  });

  it('never lets anything but a reading write an outcome', async () => {
    const { rows } = await sql<{ actor_name: string }>`select distinct actor_name from cultivation.history
      where kind in ('succeeded', 'reverted', 'left', 'returned', 'arrived')`.execute(district.ctx.db);
    expect(rows).toEqual([{ actor_name: '系统' }]);
  });
});

describe('annuity rescue', () => {
  const patent = '织造方法90（202310000090.';
  const stateOf = async (id: string) =>
    Object.entries(await statesOf(district, id)).find(([name]) => name.startsWith(patent))?.[1];

  it('succeeds when the fee list says paid, and never because the time to pay has run out', async () => {
    const dueOn = '2026-12-05';
    await district.patents(
      { n: 90, firm: B.name, filedOn: '2022-12-05' },
      { n: 91, firm: B.name, filedOn: '2022-12-05' },
    );
    await district.fee(90, { year: 5, dueOn, paid: false });
    const { jurisdiction } = district.test.services;
    const template = jurisdiction.campaigns.templates.find((one) => one.code === 'annuity-rescue');
    const { id } = await runCampaign(district, {
      template: 'annuity-rescue',
      targetRule: template?.target as string,
      successRule: template?.success as string,
    });
    expect(await stateOf(id)).toBe('open');
    const item = (await targetOf(district, id, Object.keys(await statesOf(district, id))[0] as string)) as {
      partyId: string;
    };
    expect(item.partyId).toBe(await district.partyId(B.name));
    // Half a year past the due day the fee can no longer be paid: no due day is left, and nothing was rescued.
    district.test.setNow(`${addDays(dueOn, 200)}T02:00:00Z`);
    await refreshFacts(district.test.system());
    await district.settle();
    expect(await stateOf(id)).not.toBe('succeeded');
    district.test.setNow('2026-11-22T02:00:00Z');
    await refreshFacts(district.test.system());
    await district.settle();
    expect(await stateOf(id)).toBe('open');
    await district.fee(90, { year: 5, dueOn, paid: true });
    expect(await stateOf(id)).toBe('succeeded');
  });
});
