import { expect, it } from 'vitest';
import { portalAddress } from './portal-address.ts';

it.each([
  ['/agencies/affairs/reports/a1', '/annual-reports/a1'],
  ['/agencies/affairs/inquiries/a1', '/inquiries/a1'],
  ['/agencies/affairs/requests/a1', '/file/requests/a1'],
  ['/agencies/credit/evaluations/a1', '/credit/evaluations/a1'],
  ['/agencies/credit/person/a1', '/credit/person/a1'],
  ['/agencies/discipline/a1', '/discipline/a1'],
  ['/agencies/association/complaints/a1', '/association/complaints/a1'],
  ['/agencies/association?tab=complaints', '/association'],
  ['/incentives/applications/a1', '/applications/a1'],
  ['/incentives/entitlements?party=a1', '/entitlements'],
  ['/annual-reports/a1', '/annual-reports/a1'],
  ['/discipline', '/discipline'],
])('leads from %s to %s', (console, portal) => {
  expect(portalAddress(console)).toBe(portal);
});

it.each(['/enterprises/a1', '/agencies/register/a1', '/agencies/credit/rounds/a1', '/protection/cases/a1', ''])(
  'has no page for %s',
  (address) => {
    expect(portalAddress(address)).toBeNull();
  },
);
