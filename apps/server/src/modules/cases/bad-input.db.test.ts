import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFilePanel } from '../../platform/procedures/index.ts';
import { type CaseDesk, openCaseDesk } from './testing/case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const read = (id: string) => desk.call('director', 'getCase', { params: { id } });
const CONDITIONS = { evidence: true, punishable: true, competent: true, inTime: true, opinion: '有初步证据' };

async function proposed(until: readonly [string, string]): Promise<string> {
  const { caseId: id } = await desk.clue();
  const { revision } = await read(id);
  const officers = [await desk.officer(`甲${id}`, until[0]), await desk.officer(`乙${id}`, until[1])];
  await desk.call('head', 'saveCaseOfficers', { params: { id }, body: { revision, officers } });
  await desk.act('officer', id, 'verify');
  await desk.act('officer', id, 'propose', CONDITIONS);
  return id;
}

describe('bad input of a case', () => {
  it('a back-dated entry: only with a reason, marked, audited, and its clock counts from its day', async () => {
    desk.at('2026-03-10');
    const id = await proposed(['2030-01-01', '2030-01-01']);
    await expect(desk.act('director', id, 'file', { on: '2026-03-06' })).rejects.toThrow('cases.case.needs-reason');
    await expect(desk.act('director', id, 'file', { on: '2026-03-11', backDatedReason: '预先批准' })).rejects.toThrow(
      'cases.case.in-future',
    );
    const backDatedReason = '审批表当日签字，系统停机';
    expect(await desk.act('director', id, 'file', { on: '2026-03-06', backDatedReason })).toBe('filed');
    const { entries, card } = await read(id);
    expect(entries.at(-1)).toMatchObject({ kind: 'filing', on: '2026-03-06', backDatedReason });
    expect(card.filedOn).toBe('2026-03-06');
    const { clocks } = await getFilePanel(desk.ctx('director'), id);
    expect(clocks.find(({ clock }) => clock === 'decision')).toMatchObject({ startedOn: '2026-03-06' });
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.audit_entry
      where action = 'cases.case.file' and details::text like ${`%${backDatedReason}%`}`.execute(desk.test.system().db);
    expect(rows[0]?.n).toBe(1);
  });

  it('an officer whose certificate expired mid-case: every step of the way stops, until another takes over', async () => {
    desk.at('2026-03-10');
    const id = await proposed(['2026-03-20', '2030-01-01']);
    await desk.act('director', id, 'file', {});
    await desk.act('officer', id, 'begin');
    desk.at('2026-03-21');
    const report = { facts: '查明销售侵权毛衫。', opinion: '建议不予处罚。', decisionKind: 'no-penalty' };
    await expect(desk.act('officer', id, 'report', report)).rejects.toThrow('cases.case.stopped');
    const { officers, stops, revision } = await read(id);
    expect(officers.map(({ problem }) => problem)).toEqual(['执法证已于2026-03-20到期', null]);
    expect(stops.map(({ check }) => check)).toContain('certificate');
    const [, second] = officers;
    const next = await desk.officer('接任', '2030-01-01');
    await desk.call('head', 'saveCaseOfficers', {
      params: { id },
      body: { revision, officers: [next, second?.officerId], reason: '证件到期' },
    });
    await expect(desk.act('officer', id, 'report', { ...report, decisionKind: 'penalty', fineFen: 0 })).rejects.toThrow(
      'cases.report.no-act-end',
    );
    expect(await desk.act('officer', id, 'report', report)).toBe('report');
    expect((await read(id)).officers.find(({ until }) => until !== null)?.certificateUntil).toBe('2026-03-20');
  });

  it('a merger during the case: once, not in the future, not with the other side, and nobody outside is told', async () => {
    desk.at('2026-03-10');
    const { caseId: id } = await desk.clue();
    const { parties, revision } = await read(id);
    const suspect = parties.find(({ side }) => side === 'suspect');
    const merge = (over: object, who: 'officer' | 'branch' = 'officer', from = revision) =>
      desk.call(who, 'mergeCaseParty', {
        params: { id, partyId: suspect?.id },
        body: { revision: from, survivorName: '虚构存续公司', mergedOn: '2026-03-01', reason: '吸收合并', ...over },
      });
    await expect(merge({ mergedOn: '2026-03-11' })).rejects.toThrow('cases.case.in-future');
    await expect(merge({ survivorName: '虚构权利人' })).rejects.toThrow('cases.party.both-sides');
    const merged = await merge({});
    expect(merged.parties.find(({ id: one }) => one === suspect?.id)).toMatchObject({ name: suspect?.name });
    await expect(merge({}, 'officer', merged.revision)).rejects.toThrow('cases.party.already-merged');
    const elsewhere = await desk.clue({ organisationCode: 'WJ-MSB-B104' });
    await expect(
      desk.call('branch', 'mergeCaseParty', {
        params: { id: elsewhere.caseId, partyId: suspect?.id },
        body: { revision: 1, survivorName: '虚构存续公司', mergedOn: '2026-03-11', reason: '吸收合并' },
      }),
    ).rejects.toThrow('platform.not-found');
  });

  it('two people editing one case: who saves upon an older state is refused and loses nothing', async () => {
    const { caseId: id } = await desk.clue();
    const { revision } = await read(id);
    const parties = (name: string) => ({ revision, parties: [{ side: 'suspect', natural: false, name }] });
    await desk.call('officer', 'saveCaseParties', { params: { id }, body: parties('先改商行') });
    await expect(desk.call('second', 'saveCaseParties', { params: { id }, body: parties('后改商行') })).rejects.toThrow(
      'cases.case.stale',
    );
    expect((await read(id)).parties.map(({ name }) => name)).toEqual(['先改商行']);
  });
});
