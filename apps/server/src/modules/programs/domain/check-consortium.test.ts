import { programmes } from '@jince/wujiang';
import { expect, test } from 'vitest';
import { faultsOfConsortium } from './check-consortium.ts';

const roles = programmes.kinds.find((kind) => kind.code === 'cultivation-centre')?.roles ?? [];
const enterprise = { role: 'enterprise', partyId: 'a', name: '甲公司', partyKind: 'enterprise' };
const university = { role: 'university', partyId: null, name: '某大学', partyKind: null };
const agency = { role: 'service-agency', partyId: null, name: '某事务所', partyKind: null };

test('a whole consortium has no fault', () => {
  expect(faultsOfConsortium(roles, [enterprise, university, agency])).toEqual([]);
});

test('each missing role is named', () => {
  expect(faultsOfConsortium(roles, [enterprise])).toEqual([
    { code: 'missing', label: '高校院所' },
    { code: 'missing', label: '知识产权服务机构' },
  ]);
});

test('who leads, who stands in the register and of which kind is checked', () => {
  const codes = (members: Parameters<typeof faultsOfConsortium>[1]) =>
    faultsOfConsortium(roles, members).map(({ code }) => code);
  expect(codes([university, enterprise, agency])).toEqual(['lead']);
  expect(codes([{ ...enterprise, partyId: null, partyKind: null }, university, agency])).toEqual(['not-in-register']);
  expect(codes([enterprise, { ...university, partyId: 'b', partyKind: 'enterprise' }, agency])).toEqual(['wrong-kind']);
  expect(codes([enterprise, university, agency, { ...agency }])).toEqual(['twice']);
  expect(codes([enterprise, university, agency, { ...agency, role: 'friend', name: '乙' }])).toEqual(['unknown-role']);
});
