import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '../../../../platform/http/build-app.ts';
import { type AssociationDesk, openAssociationDesk } from '../../../association/testing/association-desk.ts';
import { renderProblem } from '../about/problem.ts';
import { agencyPages } from './index.ts';

let desk: AssociationDesk;
let app: FastifyInstance;
beforeAll(async () => {
  desk = await openAssociationDesk();
  app = await buildApp(desk.test.services, [], { pages: agencyPages, renderProblem });
});
afterAll(async () => {
  await app.close();
  await desk.close();
});

const read = (etag?: unknown) =>
  app.inject({ method: 'GET', url: '/public/association', headers: etag ? { 'if-none-match': String(etag) } : {} });
/** What the site shows is asked of the database once a second. */
const aSecond = () => new Promise((done) => setTimeout(done, 1100));

it('is kept while nothing changes, and made anew after each change of members and documents', async () => {
  const agency = await desk.agency('苏州甲专利代理事务所');
  const before = await read();
  expect(before.statusCode).toBe(200);
  expect(before.body).not.toContain('苏州甲专利代理事务所');
  await aSecond();
  expect((await read(before.headers.etag)).statusCode).toBe(304);

  const admitted = { agencyId: agency.id, joinedOn: '2026-01-10' };
  await desk.call(desk.secretary, 'admitMember', { body: admitted });
  await aSecond();
  const member = await read(before.headers.etag);
  expect(member.statusCode).toBe(200);
  expect(member.body).toContain('苏州甲专利代理事务所');

  const convention = {
    sort: 'convention',
    title: '自律公约',
    body: '第一条　会员应当诚实守信。',
    adoptedOn: '2026-02-01',
  };
  const { id } = await desk.call(desk.secretary, 'publishDocument', {
    body: { ...convention, effectiveOn: '2026-02-01' },
  });
  await aSecond();
  const published = await read(member.headers.etag);
  expect(published.body).toContain('第一条　会员应当诚实守信。');
  expect(published.body).not.toContain('已签署的机构');

  await desk.call(agency.ctx, 'signDocument', { params: { id }, body: { signatory: '李甲' } });
  await aSecond();
  expect((await read(published.headers.etag)).body).toContain('已签署的机构（1 家）');
});
