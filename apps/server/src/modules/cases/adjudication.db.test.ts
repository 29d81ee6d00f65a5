import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { generateFileDocument } from '../../platform/procedures/commands/generate-file-document.ts';
import { getFilePanel, performAction } from '../../platform/procedures/index.ts';
import { previewFileDocument } from '../../platform/procedures/queries/preview-file-document.ts';
import { adjudicationPapers } from './adjudication/adjudication-papers.ts';
import { createAdjudication, getAdjudication } from './adjudication/adjudications.ts';
import { type CaseDesk, openCaseDesk } from './testing/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const REQUEST = {
  receivedOn: '2026-03-02',
  petitioner: { name: '虚构专利权人', address: null, contact: null },
  respondent: { name: '虚构被请求人', address: null, contact: null },
  respondentAbroad: false,
  patentNumber: 'ZL202010123456.7',
  patentName: '一种织机',
  claims: '责令停止侵权',
  facts: '在盛泽镇销售',
  materials: ['request', 'identity', 'register', 'evidence'],
};
const enter = async (over: object = {}) =>
  (await desk.call('officer', 'createAdjudication', { body: { ...REQUEST, ...over } })).id;

/** The same district with the power to adjudicate. */
function competent(who: 'officer' | 'director'): Ctx {
  const ctx = desk.ctx(who);
  const { jurisdiction } = ctx.services;
  const caseSettings = {
    ...jurisdiction.caseSettings,
    adjudication: { ...jurisdiction.caseSettings.adjudication, ownCompetence: true },
  };
  return { ...ctx, services: { ...ctx.services, jurisdiction: { ...jurisdiction, caseSettings } } };
}
const act = (ctx: Ctx, id: string, action: string, fields: Record<string, unknown>) =>
  inTransaction(ctx, async (tx) => (await performAction(tx, ctx, id, action, { fields })).state);
const clockOf = async (id: string, clock: string) =>
  (await getFilePanel(desk.ctx('director'), id)).clocks.findLast((one) => one.clock === clock);

const PANEL = { reason: '材料齐全', panel: '甲、乙、丙' };
const OUTCOME = { reason: '审理终结', outcome: '责令立即停止销售' };

describe('a request for adjudication', () => {
  it('is handed to the city where the district has no power, and cannot be accepted', async () => {
    desk.at('2026-03-02');
    const id = await enter();
    expect((await clockOf(id, 'acceptance'))?.dueOn).toBe('2026-03-09');
    expect(await getAdjudication(desk.ctx('officer'), id)).toMatchObject({ competence: { own: false }, missing: [] });
    const button = (await getFilePanel(desk.ctx('officer'), id)).actions.find(({ action }) => action === 'accept');
    expect(button).toMatchObject({ possible: false, reason: expect.stringContaining('第95条') });
    await expect(desk.act('officer', id, 'accept', PANEL)).rejects.toThrow('cases.adjudication.not-competent');
    expect(await desk.act('officer', id, 'hand-on', { reason: '本区没有裁决权' })).toBe('handed');
    const handed = await getAdjudication(desk.ctx('officer'), id);
    expect(handed).toMatchObject({ handedTo: '苏州市知识产权局', handedOn: '2026-03-02' });
    expect((await clockOf(id, 'acceptance'))?.standing).toBe('stopped');
  });

  it('with the power needs its papers and an odd panel; the answer of somebody abroad has longer', async () => {
    const bare = await enter({ materials: ['request'] });
    await expect(act(competent('officer'), bare, 'accept', PANEL)).rejects.toThrow('cases.adjudication.missing');
    const id = await enter({ respondentAbroad: true });
    await expect(act(competent('officer'), id, 'accept', { ...PANEL, panel: '甲、乙' })).rejects.toThrow(
      'cases.adjudication.panel',
    );
    await expect(act(competent('officer'), id, 'accept', { ...PANEL, panel: '甲、乙、乙' })).rejects.toThrow(
      'cases.adjudication.panel',
    );
    expect(await act(competent('officer'), id, 'accept', PANEL)).toBe('accepted');
    expect((await getAdjudication(desk.ctx('officer'), id)).panel).toEqual(['甲', '乙', '丙']);
    expect((await clockOf(id, 'conclusion'))?.dueOn).toBe('2026-06-02');
    await act(competent('officer'), id, 'serve-request', { on: '2026-03-02', mode: 'post', receiver: null });
    expect((await clockOf(id, 'defence'))?.dueOn).toBe('2026-04-01');
    await act(competent('director'), id, 'conclude', { ...OUTCOME, kind: 'decided' });
    expect(await clockOf(id, 'suit')).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-17' });
    expect((await getAdjudication(desk.ctx('officer'), id)).outcome).toBe('作出裁决：责令立即停止销售');
  });

  it('settled by mediation ends the dispute: no time to sue runs', async () => {
    const id = await enter();
    await act(competent('officer'), id, 'accept', PANEL);
    await act(competent('director'), id, 'conclude', {
      ...OUTCOME,
      kind: 'mediated',
      outcome: '被请求人停止销售并赔偿',
    });
    expect(await clockOf(id, 'suit')).toBeUndefined();
    expect((await clockOf(id, 'conclusion'))?.standing).toBe('stopped');
    const { stateLabel, outcome } = await getAdjudication(desk.ctx('officer'), id);
    expect([stateLabel, outcome]).toEqual(['结案', '达成调解协议：被请求人停止销售并赔偿']);
  });

  it('dated in the future or back without a reason is refused, and another body does not see it', async () => {
    await expect(createAdjudication(desk.ctx('officer'), { ...REQUEST, receivedOn: '2026-03-03' })).rejects.toThrow(
      'cases.case.in-future',
    );
    const id = await enter();
    desk.at('2026-03-05');
    await expect(desk.act('officer', id, 'hand-on', { reason: '本区没有裁决权', on: '2026-03-03' })).rejects.toThrow(
      'cases.case.needs-reason',
    );
    await expect(getAdjudication(desk.ctx('branch'), id)).rejects.toThrow('platform.not-found');
  });
});

const HEARING = { heldOn: '2026-03-20', heldAt: '9:30', place: '区局三楼审理室' };

describe('papers of a request', () => {
  const made = new Map<string, string[]>();
  /** Makes a paper and keeps its text; says its number. */
  async function make(id: string, code: string): Promise<string> {
    const template = `adjudication-${code}`;
    await generateFileDocument(competent('officer'), id, template);
    const text = JSON.stringify(await previewFileDocument(competent('officer'), id, template));
    made.set(template, [...(made.get(template) ?? []), text]);
    return /吴市监裁[^〔]*〔2026〕\d+号/.exec(text)?.[0] ?? '';
  }
  const whole = {
    petitioner: { name: '虚构专利权人', address: '苏州市吴江区示例路1号', contact: null },
    respondent: { name: '虚构被请求人', address: '苏州市吴江区示例路2号', contact: null },
  };

  it('are all filled from what the file knows, with the number and the day of the hearing', async () => {
    desk.at('2026-03-02');
    const officer = competent('officer');
    const director = competent('director');
    const id = await enter({ ...whole, materials: ['request'] });
    expect(await make(id, 'supplement')).toBe('吴市监裁补〔2026〕1号');
    await make(id, 'hand-over');
    await act(officer, id, 'refuse', { reason: '不属于专利侵权纠纷' });
    await make(id, 'refusal');

    const taken = await enter(whole);
    await act(officer, taken, 'accept', PANEL);
    await make(taken, 'acceptance');
    await act(officer, taken, 'serve-request', { on: '2026-03-02', mode: 'post', receiver: null });
    await make(taken, 'defence-notice');
    await act(officer, taken, 'receive-defence', { reason: '收到答辩书' });
    await make(taken, 'defence-forward');
    await expect(make(taken, 'hearing-notice')).rejects.toThrow('cases.adjudication.no-hearing');
    await expect(act(officer, taken, 'set-hearing', { ...HEARING, heldOn: '2026-03-01' })).rejects.toThrow(
      'cases.adjudication.hearing-past',
    );
    await act(officer, taken, 'set-hearing', HEARING);
    await make(taken, 'hearing-notice');
    expect(made.get('adjudication-hearing-notice')?.[0]).toMatch(/2026年3月20日9时30分.*区局三楼审理室/);
    expect((await getAdjudication(officer, taken)).hearing).toMatchObject({
      when: '2026年3月20日9时30分',
      notice: { on: '2026-03-17', verify: expect.stringContaining('待核') },
    });
    await act(director, taken, 'suspend', { reason: '等待专利无效宣告的审查决定' });
    expect(await make(taken, 'suspension')).toBe('吴市监裁中〔2026〕1号');
    await act(director, taken, 'resume', { reason: '审查决定已经作出' });
    await act(director, taken, 'conclude', { ...OUTCOME, kind: 'decided' });
    await expect(make(taken, 'mediation')).rejects.toThrow('cases.adjudication.other-outcome');
    expect(await make(taken, 'decision')).toBe('吴市监裁〔2026〕1号');

    for (const [kind, paper] of [
      ['mediated', 'mediation'],
      ['withdrawn', 'withdrawal'],
    ] as const) {
      const other = await enter(whole);
      await act(officer, other, 'accept', PANEL);
      await act(director, other, 'conclude', { ...OUTCOME, kind });
      await make(other, paper);
    }
    expect([...made.keys()].sort()).toEqual(adjudicationPapers.map(({ code }) => code).sort());
    // Nothing is left blank for a pen.
    for (const [code, texts] of made) for (const text of texts) expect(text, code).not.toMatch(/＿{2}|　{3}/);
  });

  it('keep their number while the file stands still, and take the next once it moved on', async () => {
    const id = await enter(whole);
    const next = async () => Number(/〔2026〕(\d+)号/.exec(await make(id, 'hand-over'))?.[1]);
    const first = await next();
    expect(await next()).toBe(first);
    await desk.act('officer', id, 'hand-on', { reason: '本区没有裁决权' });
    expect(await next()).toBe(first + 1);
  });
});

describe('the time to conclude', () => {
  it('leaves out what the law leaves out, and grows by the office, then by the one above, each once', async () => {
    desk.at('2026-03-02');
    const id = await enter();
    const director = competent('director');
    await act(competent('officer'), id, 'accept', PANEL);
    const testing = { cause: 'testing', from: '2026-03-03', to: '2026-03-12', document: '委检〔2026〕1号' };
    await expect(act(director, id, 'exclude-days', { ...testing, from: '2026-03-01' })).rejects.toThrow(
      'cases.adjudication.before-acceptance',
    );
    await act(director, id, 'exclude-days', testing);
    expect((await clockOf(id, 'conclusion'))?.dueOn).toBe('2026-06-12');
    await act(director, id, 'extend', { reason: '案情复杂' });
    await act(director, id, 'extend-again', { reason: '案情特别复杂', document: '苏市监专批〔2026〕1号' });
    expect((await clockOf(id, 'conclusion'))?.dueOn).toBe('2026-09-14');
    const again = act(director, id, 'extend-again', { reason: '案情特别复杂', document: '苏市监专批〔2026〕2号' });
    await expect(again).rejects.toThrow('procedures.clock.refused');
  });
});
