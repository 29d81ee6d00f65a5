import { expect, test } from 'vitest';
import { budgetOf, type Draft, isSendable, rolesLeft, toSend } from './application-draft.ts';
import type { Project } from './project-query.ts';

const draft: Draft = {
  title: '光缆项目',
  abstract: '',
  field: null,
  consortium: [
    { role: 'enterprise', partyId: null, name: '', uscc: null, task: '' },
    { role: 'university', partyId: null, name: ' ', uscc: null, task: '' },
  ],
  team: [{ name: '', title: '', employer: '', task: '' }],
  budget: [
    { item: '导航', grantFen: 300, selfFen: 100, note: '' },
    { item: ' ', grantFen: 0, selfFen: 0, note: '' },
  ],
  targets: [{ code: null, label: '', unit: '件', baseline: null, goal: 0 }],
};

test('rows nobody has filled are not sent, the leader always is', () => {
  const sent = toSend(draft);
  expect([sent.consortium.length, sent.team?.length, sent.budget?.length, sent.targets?.length]).toEqual([1, 0, 1, 0]);
});

test('a title of four characters is enough to keep a draft', () => {
  expect(isSendable(draft)).toBe(true);
  expect(isSendable({ ...draft, title: ' 光缆 ' })).toBe(false);
});

test('the budget is summed with the share one bears oneself', () => {
  expect(budgetOf(draft)).toEqual({ grantFen: 300, selfFen: 100, selfPercent: 25 });
  expect(budgetOf({ ...draft, budget: [] }).selfPercent).toBeNull();
});

test('roles that are still open are named', () => {
  const roles = [
    { role: 'enterprise', label: '企业', text: '', least: 1 },
    { role: 'service-agency', label: '服务机构', text: '', least: 1 },
    { role: 'guest', label: '其他', text: '', least: 0 },
  ];
  expect(rolesLeft({ terms: { roles } } as unknown as Project, draft)).toEqual(['服务机构']);
});
