import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCampaignRule } from './commands/change-campaign-rule.ts';
import { createCampaign } from './commands/create-campaign.ts';
import { updateCampaign } from './commands/update-campaign.ts';
import { fillRule, isCampaignSubject } from './domain/fill-template.ts';
import { refreshCampaigns } from './jobs/refresh-campaigns.ts';
import { parsePart } from './queries/campaign-rules.ts';
import { campaignsOfClause } from './queries/for-plan.ts';
import { listCampaigns } from './queries/list-campaigns.ts';
import { previewCampaign } from './queries/preview-campaign.ts';
import { previewCampaignRule } from './queries/preview-campaign-rule.ts';
import { getCampaign } from './queries/show-campaign.ts';
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
  ZERO_PATENT,
} from './testing/campaign-district.ts';

const A = { name: '苏州甲纺织有限公司', uscc: usccOf(1) };
const B = { name: '苏州乙机械有限公司', uscc: usccOf(2), town: PINGWANG } as const;
const C = { name: '苏州丙电子有限公司', uscc: usccOf(3), establishedOn: '2026-06-15' };

const NARROW = `${ZERO_PATENT.targetRule} && enterprise.town == '${PINGWANG}'`;
const WIDE = 'enterprise.active && enterprise.patents.clean == 0';

let district: CampaignDistrict;
beforeAll(async () => {
  district = await openCampaignDistrict();
  await district.register(A, B, C);
  await district.highTech(A, B);
});
afterAll(() => district.test.close());

describe('the pack', () => {
  it('holds only rules the real catalogue takes, for all three parts of every template', () => {
    const ctx = district.test.system();
    const { templates, stayRules } = ctx.services.jurisdiction.campaigns;
    const wrong = templates.flatMap(({ code, subject, target, success, stay }) =>
      isCampaignSubject(subject)
        ? [target, success, stay ?? stayRules[subject] ?? 'true'].flatMap((text) =>
            parsePart(ctx, subject, 'targetRule', fillRule(text, ctx.today)).problems.map(
              (one) => `${code}: ${one.text}`,
            ),
          )
        : [`${code}: unknown subject`],
    );
    expect(templates.length).toBeGreaterThanOrEqual(9);
    expect(wrong).toEqual([]);
  });

  it('gives templates with sentences and the year filled in', async () => {
    const { templates } = await listCampaigns(district.test.system(), {});
    const filing = templates.find((one) => one.code === 'zero-patent-filing');
    expect(filing?.successRule).toContain("date('2026-01-01')");
    expect(templates.every((one) => one.targetSentence !== '' && one.responsible !== null)).toBe(true);
  });
});

describe('a preview', () => {
  it('counts whom a rule selects, by town, and who is done already', async () => {
    const found = await previewCampaign(district.test.system(), ZERO_PATENT);
    expect(found).toMatchObject({ problems: [], total: 2, unknown: 0, alreadyDone: 0 });
    expect(found.byTown.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((town) => [town.label, town.count])).toEqual(
      [
        ['平望镇', 1],
        ['盛泽镇', 1],
      ],
    );
    expect(found.sample.map((one) => one.label).toSorted()).toEqual([B.name, A.name].toSorted());
  });

  it('says where a rule is wrong and what may stand there', async () => {
    const found = await previewCampaign(district.test.system(), {
      targetRule: 'enterprise.hightech && enterprise.active',
    });
    expect(found.total).toBe(0);
    expect(found.problems[0]).toMatchObject({
      part: 'targetRule',
      from: expect.any(Number),
      suggestion: expect.stringContaining('highTech'),
    });
  });

  it('answers rules that are too long, too deep, divide by zero or ask an empty collection', async () => {
    const ctx = district.test.system();
    const rule = (targetRule: string) => previewCampaign(ctx, { targetRule });
    expect((await rule(`${'enterprise.active && '.repeat(600)}true`)).problems).toHaveLength(1);
    expect((await rule(`${'('.repeat(200)}true${')'.repeat(200)}`)).problems).toHaveLength(1);
    expect(await rule('enterprise.patents.valid / 0 > 1')).toMatchObject({ problems: [], total: 0, unknown: 3 });
    expect(await rule('enterprise.patents.all(p, p.valid)')).toMatchObject({ problems: [], total: 3 });
  });
});

describe('a campaign that is opened', () => {
  it('is refused with the place of each fault of its rules', async () => {
    const faulty = { ...ZERO_PATENT, successRule: 'enterprise.patents.klean >= 1' };
    await expect(createCampaign(district.test.system(), faulty)).rejects.toMatchObject({
      code: 'cultivation.rule.refused',
      fieldErrors: [
        { path: expect.stringMatching(/^successRule:\d+-\d+$/), message: expect.stringContaining('patents.clean') },
      ],
    });
  });

  it('is refused with a period the wrong way round, an unknown template or subject', async () => {
    const ctx = district.test.system();
    const refused = (over: object) => createCampaign(ctx, { ...ZERO_PATENT, ...over });
    await expect(refused({ to: '2026-01-01' })).rejects.toMatchObject({ code: 'cultivation.campaign.period-reversed' });
    await expect(refused({ template: 'none' })).rejects.toMatchObject({
      code: 'cultivation.campaign.unknown-template',
    });
    await expect(refused({ subject: 'officer' })).rejects.toMatchObject({
      code: 'cultivation.campaign.unknown-subject',
    });
  });

  it('with a first day in the past takes its baseline of that day and reads the months since', async () => {
    const { id, baseline } = await runCampaign(district, { targetRule: WIDE, from: '2026-03-01' });
    // The third firm was founded in June: it comes in at the end of that month.
    expect(baseline).toBe(2);
    expect(await statesOf(district, id)).toEqual({ [A.name]: 'open', [B.name]: 'open', [C.name]: 'open+' });
    expect(await targetOf(district, id, C.name)).toMatchObject({ enteredOn: '2026-06-30', late: true });
    const { progress } = await getCampaign(district.test.system(), id);
    expect(progress.map((point) => [point.on, point.targets])).toEqual([
      ['2026-03-01', 2],
      ['2026-03-31', 2],
      ['2026-04-30', 2],
      ['2026-05-31', 2],
      ['2026-06-30', 3],
      ['2026-07-31', 3],
      ['2026-08-31', 3],
      ['2026-09-30', 3],
      ['2026-10-31', 3],
      ['2026-11-22', 3],
    ]);
    await expect(updateCampaign(district.test.system(), id, { from: '2026-04-01' })).rejects.toMatchObject({
      code: 'cultivation.campaign.not-draft',
    });
  });

  it('is not read twice from the same facts', async () => {
    expect(await refreshCampaigns(district.test.system())).toBe(0);
  });

  it('serves its clause of the plan, as far as one may see it', async () => {
    const own = await campaignsOfClause(await district.test.as('liaison', 'town', PINGWANG), 'III.2');
    expect(own.map((one) => one.targets)).toEqual([1]);
    expect(await campaignsOfClause(await district.test.as('department', 'organisation', 'WJ-P-MIIT'), 'III.2')).toEqual(
      [],
    );
  });
});

describe('a changed rule', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await runCampaign(district, { title: '改规则' }));
    await visit(await district.test.as('ip-officer'), (await targetOf(district, id, A.name)).id);
  });

  it('shows beforehand whom it adds and drops, and whose visits that concerns', async () => {
    const narrow = await previewCampaignRule(district.test.system(), id, { targetRule: NARROW });
    expect(narrow).toMatchObject({ added: { total: 0 }, dropped: { total: 1, withVisits: 1 }, unchanged: 1 });
    expect(narrow.dropped.sample).toMatchObject([{ label: A.name, town: '盛泽镇' }]);
    const wide = await previewCampaignRule(district.test.system(), id, { targetRule: WIDE });
    expect(wide).toMatchObject({ added: { total: 1 }, dropped: { total: 0 }, unchanged: 2 });
  });

  it('lets dropped ones leave with their log, and takes them back when it is changed again', async () => {
    const ctx = await district.test.as('ip-officer');
    const changed = await changeCampaignRule(ctx, id, { targetRule: NARROW, note: '先做平望', version: 1 });
    expect(changed).toEqual({ version: 2, added: 0, dropped: 1 });
    expect(await targetOf(district, id, A.name)).toMatchObject({
      state: 'left',
      visits: 1,
      leftReason: '规则改为第 2 版（先做平望）后不再是对象',
    });
    await changeCampaignRule(ctx, id, { targetRule: WIDE, note: '全区推开', version: 2 });
    expect(await statesOf(district, id)).toEqual({ [A.name]: 'contacted', [B.name]: 'open', [C.name]: 'open+' });
    expect(await figuresOf(district, id)).toMatchObject({ baseline: 2, late: 1, left: 0 });
  });

  it('is refused when another version was saved in between', async () => {
    await expect(
      changeCampaignRule(district.test.system(), id, { targetRule: WIDE, note: '重复', version: 1 }),
    ).rejects.toMatchObject({ code: 'cultivation.campaign.changed-meanwhile', params: { version: 3 } });
  });

  it('does not drop who has succeeded for having succeeded', async () => {
    const file = await district.patents({ n: 7, firm: B.name });
    expect(await statesOf(district, id)).toMatchObject({ [B.name]: 'succeeded' });
    const preview = await previewCampaignRule(district.test.system(), id, {
      targetRule: `${WIDE} && enterprise.registered`,
    });
    expect(preview.dropped.total).toBe(0);
    // …but for a new condition that it does not meet.
    const elsewhere = { targetRule: `${WIDE} && enterprise.town != '${PINGWANG}'` };
    const sample = (await previewCampaignRule(district.test.system(), id, elsewhere)).dropped.sample;
    expect(sample.map((one) => one.label)).toEqual([B.name]);
    await district.undo(file);
  });

  it('that names a fact which is gone stands still, says so once, and holds no other campaign up', async () => {
    const { db } = district.ctx;
    await sql`update cultivation.campaign_rule set target_rule = 'enterprise.noSuchFact > 1' where campaign_id = ${id}`.execute(
      db,
    );
    const before = await statesOf(district, id);
    await district.patents({ n: 8, firm: A.name });
    await district.patents({ n: 9, firm: A.name });
    expect(await statesOf(district, id)).toEqual(before);
    const detail = await getCampaign(district.test.system(), id);
    expect(detail.history.filter((entry) => entry.text.startsWith('暂停读取成效'))).toHaveLength(1);
    expect(detail.targetRule.sentence).not.toBe('');
    const others = await sql<{
      state: string;
    }>`select t.state from cultivation.target t join parties.party p on p.id = t.subject_id
      where t.campaign_id <> ${id} and p.name = ${A.name}`.execute(db);
    expect(others.rows).toEqual([{ state: 'succeeded' }]);
  });
});
