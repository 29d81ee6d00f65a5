import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { getFilePanel, performAction } from '../../platform/procedures/index.ts';
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
