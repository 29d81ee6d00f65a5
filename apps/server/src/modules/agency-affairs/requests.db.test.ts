import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgencyRequest, saveAgencyRequest } from './commands/keep-requests.ts';
import { publishDisclosure } from './commands/publish-disclosure.ts';
import { getAgencyDesk } from './queries/agency-desk.ts';
import { listDisclosures } from './queries/list-disclosures.ts';
import { getAgencyRequest, listAgencyRequests } from './queries/show-requests.ts';
import { type AffairDesk, type Firm, openAffairDesk, PINGWANG, SHENGZE, usccOf } from './testing/affair-desk.ts';

let desk: AffairDesk;
beforeAll(async () => {
  desk = await openAffairDesk();
});
afterAll(() => desk.test.close());

const SCRIPT = '<script>alert(1)</script>';
const registration = (firm: Firm) => ({
  kind: 'registration' as const,
  agencyId: null,
  partyId: firm.partyId,
  values: {},
});
const change = (agencyId: string) => ({ kind: 'change' as const, agencyId, partyId: null, values: {} });
const refused = (code: string) => expect.objectContaining({ code });

const complete = (firm: Firm) => ({
  name: firm.name,
  uscc: firm.uscc,
  kinds: ['patent', 'trademark'],
  agencyCode: '32777',
  filingFrom: '2025-01-10',
  filingUntil: '2028-01-09',
  townCode: firm.townCode,
  address: '盛泽镇舜湖中路8号',
  headName: '周负责',
  phone: '0512-63001234',
});

describe('a registration', () => {
  it('is filled in from the party, checked by rule, decided by another person, and stands in the register', async () => {
    const firm = await desk.firm('苏州新登记专利代理事务所');
    const { id, fileId } = await createAgencyRequest(firm.ctx(), registration(firm));
    const begun = await getAgencyRequest(firm.ctx(), id);
    expect(begun.fields.find((field) => field.code === 'uscc')?.value).toBe(firm.uscc);
    expect(begun.findings.filter(({ level }) => level === 'block').map(({ field }) => field)).toContain('kinds');
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('agency-affairs.request.blocked'));
    await saveAgencyRequest(firm.ctx(), id, { version: 1, values: complete(firm), effectiveOn: null, reason: '' });
    expect(await desk.act(firm.ctx(), fileId, 'submit')).toBe('submitted');
    await expect(desk.act(firm.ctx(), fileId, 'approve')).rejects.toEqual(refused('procedures.action.not-permitted'));
    expect(await desk.act(desk.ctx('officer'), fileId, 'approve')).toBe('approved');
    const { resultAgencyId } = await getAgencyRequest(firm.ctx(), id);
    const row = await desk.registered(resultAgencyId as string);
    expect([row.name, row.uscc, row.party_id, row.filing_until, row.status]).toEqual([
      firm.name,
      firm.uscc,
      firm.partyId,
      '2028-01-09',
      'active',
    ]);
    const own = await getAgencyDesk(firm.ctx(), firm.partyId);
    expect(own.agency?.id).toBe(resultAgencyId);
    expect(own.tasks.map(({ kind }) => kind)).toContain('disclosure');
    await expect(createAgencyRequest(firm.ctx(), registration(firm))).rejects.toEqual(
      refused('agency-affairs.request.registered'),
    );
  });

  it('does not enter the code of another party, nor one that is taken', async () => {
    const firm = await desk.firm('苏州借码商标代理有限公司');
    const { id, fileId } = await createAgencyRequest(firm.ctx(), registration(firm));
    const other = usccOf(900);
    await saveAgencyRequest(firm.ctx(), id, {
      version: 1,
      values: { ...complete(firm), agencyCode: '32778', uscc: other },
      effectiveOn: null,
      reason: '',
    });
    const { findings } = await getAgencyRequest(firm.ctx(), id);
    expect(findings.map(({ code }) => code)).toContain('other-party');
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('agency-affairs.request.blocked'));
    await saveAgencyRequest(firm.ctx(), id, {
      version: 2,
      values: { ...complete(firm), agencyCode: '32777' },
      effectiveOn: null,
      reason: '',
    });
    const taken = (await getAgencyRequest(firm.ctx(), id)).findings.find(({ code }) => code === 'code-taken');
    expect(taken?.text).toContain('苏州新登记专利代理事务所');
  });

  it('is one at a time, also when two browsers begin at once', async () => {
    const firm = await desk.firm('苏州双击专利代理事务所');
    const tries = await Promise.allSettled([
      createAgencyRequest(firm.ctx(), registration(firm)),
      createAgencyRequest(firm.ctx(), registration(firm)),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'agency-affairs.request.open' },
    });
  });

  it('keeps scripts as the text they are, and drops what no text can hold', async () => {
    const firm = await desk.firm('苏州脚本专利代理事务所');
    const { id } = await createAgencyRequest(firm.ctx(), registration(firm));
    const values = {
      ...complete(firm),
      name: SCRIPT,
      headName: `李${'\0'}四\u0007`,
      address: '"><img src=x onerror=1>',
    };
    await saveAgencyRequest(firm.ctx(), id, { version: 1, values, effectiveOn: null, reason: SCRIPT });
    const shown = await getAgencyRequest(firm.ctx(), id);
    const value = (code: string) => shown.fields.find((field) => field.code === code)?.value;
    expect([value('name'), value('headName'), value('address'), shown.reason]).toEqual([
      SCRIPT,
      '李四',
      '"><img src=x onerror=1>',
      SCRIPT,
    ]);
    const { items } = await listAgencyRequests(desk.ctx('officer'), { q: '<script>', page: 1, pageSize: 10 });
    expect(items.map(({ name }) => name)).toEqual([SCRIPT]);
    await expect(
      saveAgencyRequest(firm.ctx(), id, { version: 2, values: { status: 'active' }, effectiveOn: null, reason: '' }),
    ).rejects.toEqual(refused('agency-affairs.request.unknown-field'));
  });
});

describe('a change', () => {
  it('goes into the register on the day it happened, and says by how many days it was late', async () => {
    const firm = await desk.firm('苏州变更专利代理事务所');
    const agencyId = await desk.agency(firm);
    const { id, fileId } = await createAgencyRequest(firm.ctx(), change(agencyId));
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('agency-affairs.request.blocked'));
    const values = { address: '盛泽镇东方纺织城2楼', headName: '周负责' };
    await saveAgencyRequest(firm.ctx(), id, { version: 1, values, effectiveOn: '2026-09-01', reason: '搬迁' });
    const shown = await getAgencyRequest(firm.ctx(), id);
    expect(shown.fields.filter(({ changed }) => changed).map(({ code }) => code)).toEqual(['address']);
    expect(shown.findings.map(({ code, level }) => [code, level])).toEqual([['late', 'warn']]);
    await desk.act(firm.ctx(), fileId, 'submit');
    expect((await getAgencyRequest(firm.ctx(), id)).lateDays).toBe(52);
    await expect(
      saveAgencyRequest(firm.ctx(), id, { version: 2, values, effectiveOn: '2026-09-01', reason: '' }),
    ).rejects.toEqual(refused('agency-affairs.request.not-editable'));
    await expect(desk.act(firm.ctx(), fileId, 'submit')).rejects.toEqual(refused('procedures.action.not-available'));
    expect(await desk.act(desk.ctx('reviewer'), fileId, 'approve')).toBe('approved');
    expect((await desk.registered(agencyId)).address).toBe('盛泽镇东方纺织城2楼');
    const { rows } = await sql<{ field: string; happened_on: string; basis: string }>`select field, happened_on, basis
      from agencies.change where agency_id = ${agencyId} and origin = 'officer'`.execute(desk.test.services.db);
    expect(rows).toEqual([
      { field: 'address', happened_on: '2026-09-01', basis: expect.stringContaining('变更 JB2026-') },
    ]);
    // What was decided stays readable beside what the register said then.
    const decided = await getAgencyRequest(firm.ctx(), id);
    expect(decided.fields.find(({ code }) => code === 'address')?.registeredShown).toBe(
      '苏州变更专利代理事务所办公地址',
    );
  });

  it('of an agency that is not the own one does not exist', async () => {
    const firm = await desk.firm('苏州甲专利代理事务所', PINGWANG);
    const agencyId = await desk.agency(firm);
    const stranger = await desk.firm('苏州乙专利代理事务所', SHENGZE);
    await desk.agency(stranger);
    const missing = refused('platform.not-found');
    await expect(createAgencyRequest(stranger.ctx(), change(agencyId))).rejects.toEqual(missing);
    await expect(createAgencyRequest(desk.ctx('shengze'), change(agencyId))).rejects.toEqual(missing);
    const { id, fileId } = await createAgencyRequest(firm.ctx(), change(agencyId));
    await expect(getAgencyRequest(stranger.ctx(), id)).rejects.toEqual(missing);
    const save = { version: 1, values: { address: '别处' }, effectiveOn: null, reason: '' };
    await expect(saveAgencyRequest(stranger.ctx(), id, save)).rejects.toEqual(missing);
    await expect(desk.act(stranger.ctx(), fileId, 'withdraw')).rejects.toEqual(missing);
    await expect(getAgencyDesk(stranger.ctx(), firm.partyId)).rejects.toEqual(missing);
    await expect(listDisclosures(stranger.ctx(), agencyId)).rejects.toEqual(missing);
    expect((await listAgencyRequests(stranger.ctx(), { page: 1, pageSize: 50 })).items).toEqual([]);
    expect((await getAgencyRequest(desk.ctx('pingwang'), id)).id).toBe(id);
  });

  it('is not decided by who filed it', async () => {
    const firm = await desk.firm('苏州代录专利代理事务所');
    const agencyId = await desk.agency(firm);
    const { id, fileId } = await createAgencyRequest(desk.ctx('officer'), change(agencyId));
    const values = { phone: '0512-63009999' };
    await saveAgencyRequest(desk.ctx('officer'), id, { version: 1, values, effectiveOn: '2026-11-20', reason: '' });
    await desk.act(desk.ctx('officer'), fileId, 'submit');
    await expect(desk.act(desk.ctx('officer'), fileId, 'approve')).rejects.toEqual(refused('procedures.action.apart'));
    expect(await desk.act(desk.ctx('second'), fileId, 'approve')).toBe('approved');
  });

  it('saved in two windows is not overwritten', async () => {
    const firm = await desk.firm('苏州两窗专利代理事务所');
    const agencyId = await desk.agency(firm);
    const { id } = await createAgencyRequest(firm.ctx(), change(agencyId));
    const save = { version: 1, values: { phone: '0512-63009999' }, effectiveOn: null, reason: '' };
    await saveAgencyRequest(firm.ctx(), id, save);
    await expect(saveAgencyRequest(firm.ctx(), id, save)).rejects.toEqual(
      refused('agency-affairs.request.changed-meanwhile'),
    );
  });
});

describe('services and prices', () => {
  const service = { name: '发明专利申请代理', basis: '每件', fromFen: 300_000, toFen: 600_000, note: '' };
  const version = (after: number, services = [service]) => ({
    after,
    effectiveOn: '2026-11-22',
    services,
    statement: '',
  });

  it('are published in versions that say what changed', async () => {
    const firm = await desk.firm('苏州明码专利代理事务所');
    const agencyId = await desk.agency(firm);
    expect(await publishDisclosure(firm.ctx(), agencyId, version(0))).toEqual({ version: 1 });
    const dearer = [{ ...service, toFen: 800_000 }];
    await publishDisclosure(firm.ctx(), agencyId, { ...version(1, dearer), effectiveOn: '2026-12-01' });
    const { items, mayPublish } = await listDisclosures(firm.ctx(), agencyId);
    expect(items.map((one) => [one.version, one.current, one.changes])).toEqual([
      [2, false, ['“发明专利申请代理（每件）”由 3,000–6,000 元改为 3,000–8,000 元']],
      [1, true, []],
    ]);
    expect(mayPublish).toBe(true);
    expect((await listDisclosures(desk.ctx('officer'), agencyId)).mayPublish).toBe(false);
    await expect(publishDisclosure(firm.ctx(), agencyId, version(1))).rejects.toEqual(
      refused('agency-affairs.disclosure.changed-meanwhile'),
    );
  });

  it('promise nothing, reach not back, and name each service once', async () => {
    const firm = await desk.firm('苏州承诺专利代理事务所');
    const agencyId = await desk.agency(firm);
    const publish = (over: object) => publishDisclosure(firm.ctx(), agencyId, { ...version(0), ...over });
    await expect(publish({ statement: '本所 包 授 权' })).rejects.toEqual(refused('agency-affairs.disclosure.promise'));
    await expect(publish({ effectiveOn: '2026-11-21' })).rejects.toEqual(
      refused('agency-affairs.disclosure.too-early'),
    );
    await expect(publish({ services: [{ ...service, fromFen: 9e8 }] })).rejects.toEqual(
      refused('agency-affairs.disclosure.prices-reversed'),
    );
    await expect(publish({ services: [service, { ...service, name: '发明专利申请代理 ' }] })).rejects.toEqual(
      refused('agency-affairs.disclosure.twice'),
    );
  });
});
