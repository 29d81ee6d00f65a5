import { afterAll, beforeAll, expect, it } from 'vitest';
import { getAgencyDesk } from '../queries/agency-desk.ts';
import { listCensuses } from '../queries/show-census.ts';
import { listInquiries } from '../queries/show-inquiries.ts';
import { listAnnualReports } from '../queries/show-reports.ts';
import { listAgencyRequests } from '../queries/show-requests.ts';
import { type AffairDesk, openAffairDesk } from '../testing/affair-desk.ts';
import { seedDemoAffairs } from './seed-demo-affairs.ts';

let desk: AffairDesk;
beforeAll(async () => {
  desk = await openAffairDesk();
});
afterAll(() => desk.test.close());

const all = { page: 1, pageSize: 50 };

it('plays matters of every kind by the commands themselves, once', async () => {
  for (const name of ['甲', '乙', '丙', '丁', '戊']) await desk.agency(await desk.firm(`苏州${name}专利代理事务所`));
  const { account } = await seedDemoAffairs(desk.test.system());
  const officer = desk.ctx('officer');
  const states = async (list: Promise<{ items: readonly { state: string }[] }>) =>
    (await list).items.map(({ state }) => state).sort();
  expect(await states(listAnnualReports(officer, all))).toEqual(['accepted', 'draft', 'returned', 'submitted']);
  expect(await states(listInquiries(officer, all))).toEqual(['closed', 'sent', 'sent']);
  expect(await states(listAgencyRequests(officer, all))).toEqual(['approved', 'submitted', 'submitted']);
  expect((await listCensuses(officer)).items[0]).toMatchObject({ total: 5, checked: 4, differing: 3, missing: 1 });
  const own = await getAgencyDesk(officer, account?.id as string);
  expect(own.tasks.map(({ kind, level }) => [kind, level])).toEqual([
    ['report', 'late'],
    ['inquiry', 'soon'],
  ]);
  expect(own.disclosedOn).toBe('2026-10-20');
  expect(await seedDemoAffairs(desk.test.system())).toEqual({ matters: 0, account: undefined });
});
