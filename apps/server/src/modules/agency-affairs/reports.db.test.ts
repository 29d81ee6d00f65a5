import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listGrounds } from '../ip-agencies/index.ts';
import { createInquiry } from './commands/create-inquiry.ts';
import { createAnnualReport, saveAnnualReport } from './commands/keep-reports.ts';
import { getAgencyDesk } from './queries/agency-desk.ts';
import { getInquiry, listInquiries } from './queries/show-inquiries.ts';
import { getAnnualReport, listAnnualDuties } from './queries/show-reports.ts';
import { type AffairDesk, openAffairDesk } from './testing/affair-desk.ts';

let desk: AffairDesk;
beforeAll(async () => {
  desk = await openAffairDesk();
});
afterAll(() => desk.test.close());

const refused = (code: string) => expect.objectContaining({ code });
const said = (name: string) => ({
  name,
  address: `${name}办公地址`,
  headName: '周负责',
  phone: '0512-63000001',
  agents: 0,
  staff: 8,
  inventionsFiled: 0,
  utilitiesFiled: 0,
  designsFiled: 0,
  trademarksFiled: 0,
  abnormal: 0,
  revenueFen: 120_000_000,
  penalties: 0,
  licenceDisplayed: true,
  systems: true,
});

async function filePatent(agencyId: string, n: number): Promise<void> {
  const { code } = desk.test.services.district;
  const id = uuidv7();
  await sql`insert into ip_rights.patent (district, id, record_key, application_no, kind, title, filed_on)
    values (${code}, ${id}, ${`2025100${n}`}, ${`CN2025100${n}`}, 'invention', '织造方法', '2025-04-01')`.execute(
    desk.test.services.db,
  );
  await sql`insert into agencies.patent_agency (district, patent_id, agency_id) values (${code}, ${id}, ${agencyId})`.execute(
    desk.test.services.db,
  );
}

describe('an annual report', () => {
  it('is filled in from the register; what contradicts it has to be explained, and both stay', async () => {
    const firm = await desk.firm('苏州年报专利代理事务所');
    const agencyId = await desk.agency(firm);
    await filePatent(agencyId, 1);
    await filePatent(agencyId, 2);
    const { id, fileId } = await createAnnualReport(firm.ctx(), { agencyId, year: 2025 });
    const begun = await getAnnualReport(firm.ctx(), id);
    const field = (report: typeof begun, code: string) =>
      report.groups.flatMap((group) => group.fields).find((one) => one.code === code);
    expect(field(begun, 'inventionsFiled')?.value).toBe(2);
    expect(begun.late).toBe(true);
    const values = { ...said(firm.name), inventionsFiled: 5 };
    await saveAnnualReport(firm.ctx(), id, { version: 1, values, explanations: {} });
    const contradicting = await getAnnualReport(firm.ctx(), id);
    expect(field(contradicting, 'inventionsFiled')?.contradiction).toBe(
      '填报为“5 件”，登记为“2 件”（专利登记，申请日 2025 年），多报 3 件。',
    );
    expect(contradicting.hindrances.map(({ code, field: at }) => [code, at])).toEqual([
      ['unexplained', 'inventionsFiled'],
    ]);
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('agency-affairs.report.blocked'));
    const explanations = { inventionsFiled: '含外区客户 3 件' };
    await saveAnnualReport(firm.ctx(), id, { version: 2, values, explanations });
    expect(await desk.act(firm.ctx(), fileId, 'submit')).toBe('submitted');
    // What the register said at the filing stays, whatever comes later.
    await filePatent(agencyId, 3);
    const filed = await getAnnualReport(desk.ctx('officer'), id);
    expect([field(filed, 'inventionsFiled')?.registered?.value, filed.contradictions]).toEqual([2, 1]);
    expect(await desk.act(desk.ctx('officer'), fileId, 'return', { reason: '请核对' })).toBe('returned');
    expect(field(await getAnnualReport(firm.ctx(), id), 'inventionsFiled')?.registered?.value).toBe(3);
  });

  it('is one per year, filed once, and of the own agency', async () => {
    const firm = await desk.firm('苏州重复专利代理事务所');
    const agencyId = await desk.agency(firm);
    const stranger = await desk.firm('苏州旁人专利代理事务所');
    await desk.agency(stranger);
    await expect(createAnnualReport(stranger.ctx(), { agencyId, year: 2025 })).rejects.toEqual(
      refused('platform.not-found'),
    );
    const tries = await Promise.allSettled([
      createAnnualReport(firm.ctx(), { agencyId, year: 2025 }),
      createAnnualReport(firm.ctx(), { agencyId, year: 2025 }),
    ]);
    const begun = tries.find((one) => one.status === 'fulfilled');
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'agency-affairs.report.exists', params: { year: 2025, state: '草稿' } },
    });
    const { id, fileId } = (begun as PromiseFulfilledResult<{ id: string; fileId: string }>).value;
    await expect(getAnnualReport(stranger.ctx(), id)).rejects.toEqual(refused('platform.not-found'));
    await saveAnnualReport(firm.ctx(), id, { version: 1, values: said(firm.name), explanations: {} });
    await desk.act(firm.ctx(), fileId, 'submit');
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('procedures.action.not-available'));
    const save = { version: 2, values: said(firm.name), explanations: {} };
    await expect(saveAnnualReport(firm.ctx(), id, save)).rejects.toEqual(refused('agency-affairs.report.not-editable'));
    expect(await desk.act(desk.ctx('reviewer'), fileId, 'accept')).toBe('accepted');
    // It counts in the register: filed, and late by what the law says.
    const grounds = await listGrounds(desk.ctx('officer'), { agencyIds: [agencyId] });
    expect(grounds.map(({ sort, on }) => [sort, on])).toEqual([['late-annual-report', desk.ctx('officer').today]]);
  });

  it('waits for its year to end, and is a duty of patent agencies alone', async () => {
    const firm = await desk.firm('苏州商标专营有限公司');
    const agencyId = await desk.agency(firm, { kinds: ['trademark'], agencyCode: undefined });
    await expect(createAnnualReport(firm.ctx(), { agencyId, year: 2025 })).rejects.toEqual(
      refused('agency-affairs.report.no-duty'),
    );
    await expect(createAnnualReport(firm.ctx(), { agencyId, year: 2026 })).rejects.toEqual(
      refused('agency-affairs.report.not-open'),
    );
    const duties = await listAnnualDuties(desk.ctx('officer'), { year: 2025, page: 1, pageSize: 50 });
    expect(duties.dueOn).toBe('2026-06-30');
    expect(duties.items.map(({ agency }) => agency)).not.toContain('苏州商标专营有限公司');
    expect(duties.items.find(({ agency }) => agency === '苏州重复专利代理事务所')).toMatchObject({
      state: 'accepted',
      late: true,
    });
    expect(duties.missing).toBe(duties.total - duties.filed);
  });
});

describe('an inquiry', () => {
  it('is answered late, and says by how many days', async () => {
    const firm = await desk.firm('苏州迟复专利代理事务所');
    const agencyId = await desk.agency(firm);
    const question = { agencyId, title: '人员在岗情况', question: '请说明代理师在岗情况。', basis: null };
    await expect(createInquiry(firm.ctx(), question)).rejects.toBeDefined();
    const { id, fileId } = await createInquiry(desk.ctx('officer'), question);
    const sent = await getInquiry(firm.ctx(), id);
    expect([sent.state, sent.sentOn, sent.dueOn]).toEqual(['sent', '2026-11-22', '2026-12-04']);
    const { tasks } = await getAgencyDesk(firm.ctx(), firm.partyId);
    expect(tasks.map(({ kind, level, dueOn }) => [kind, level, dueOn])).toEqual([
      ['report', 'late', '2026-06-30'],
      ['inquiry', 'soon', '2026-12-04'],
      ['disclosure', 'info', null],
    ]);
    await expect(desk.act(desk.ctx('officer'), fileId, 'note-unanswered')).rejects.toEqual(
      refused('agency-affairs.inquiry.not-overdue'),
    );
    const stranger = await desk.firm('苏州代答专利代理事务所');
    await expect(desk.act(stranger.ctx(), fileId, 'answer', { answer: '代为答复' })).rejects.toEqual(
      refused('platform.not-found'),
    );
    desk.test.setNow('2026-12-09T02:00:00Z');
    const overdue = await listInquiries(desk.ctx('officer'), { overdue: true, page: 1, pageSize: 10 });
    expect(overdue.items.map((one) => one.id)).toEqual([id]);
    expect(await desk.act(desk.ctx('officer'), fileId, 'note-unanswered')).toBe('unanswered');
    expect(await desk.act(firm.ctx(), fileId, 'answer', { answer: '<b>在岗</b> 6 人' })).toBe('answered');
    const answered = await getInquiry(desk.ctx('officer'), id);
    expect(answered.answers).toMatchObject([{ text: '<b>在岗</b> 6 人', lateDays: 5, on: '2026-12-09' }]);
    await desk.act(desk.ctx('officer'), fileId, 'ask-more', { reason: '请附社保清单' });
    // A new round has a time of its own.
    expect(await desk.act(firm.ctx(), fileId, 'answer', { answer: '已附清单' })).toBe('answered');
    expect((await getInquiry(desk.ctx('officer'), id)).answers[1]?.lateDays).toBeNull();
    expect(await desk.act(desk.ctx('officer'), fileId, 'close', { conclusion: '说明成立' })).toBe('closed');
    desk.test.setNow('2026-11-22T02:00:00Z');
  });

  it('is not sent where nobody could answer it', async () => {
    const firm = await desk.firm('苏州无主专利代理事务所');
    const agencyId = await desk.agency({ ...firm, name: '外地专利代理事务所', uscc: '' }, { uscc: undefined });
    const question = { agencyId, title: '人员在岗情况', question: '请说明代理师在岗情况。', basis: null };
    await expect(createInquiry(desk.ctx('officer'), question)).rejects.toEqual(
      refused('agency-affairs.inquiry.no-account'),
    );
  });
});
