import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { addCensusPhoto } from './commands/add-census-photo.ts';
import { type CheckInput, recordCensusCheck } from './commands/record-census-check.ts';
import { closeCensus, createCensus } from './commands/run-census.ts';
import { getCensus, getCensusItem, getCensusPhoto, listCensuses, listCensusItems } from './queries/show-census.ts';
import { getAgencyRequest } from './queries/show-requests.ts';
import { type AffairDesk, openAffairDesk, PINGWANG, SHENGZE } from './testing/affair-desk.ts';

let desk: AffairDesk;
let census: string;
let agencyId: string;
beforeAll(async () => {
  desk = await openAffairDesk();
  agencyId = await desk.agency(await desk.firm('苏州盛泽专利代理事务所', SHENGZE));
  await desk.agency(await desk.firm('苏州平望专利代理事务所', PINGWANG));
  census = (await createCensus(desk.ctx('officer'), order)).id;
});
afterAll(() => desk.test.close());

const order = { title: '2026 年服务机构普查', fromOn: '2026-11-01', toOn: '2026-12-31', towns: [] };
const refused = (code: string) => expect.objectContaining({ code });
const all = { page: 1, pageSize: 50 };
const check = (over: Partial<CheckInput> = {}): CheckInput => ({
  id: uuidv7(),
  checkedOn: '2026-11-21',
  result: 'found',
  person: '王店长 13800001234',
  note: null,
  position: { latitude: 30.91, longitude: 120.65, accuracyM: 12 },
  answers: [],
  ...over,
});
const itemOf = async (ctx: Ctx, name: string) => {
  const { items } = await listCensusItems(ctx, census, all);
  return items.find((one) => one.name === name)?.id as string;
};
const file = (content: Buffer) => ({
  fileName: '../门头.jpg',
  mediaType: 'image/jpeg',
  fields: {},
  content: Readable.from([content]),
});
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a photo')]);

describe('a census', () => {
  it('lists the agencies of the register; a liaison has those of the own town', async () => {
    expect((await listCensusItems(desk.ctx('officer'), census, all)).total).toBe(2);
    const own = await listCensusItems(desk.ctx('shengze'), census, all);
    expect(own.items.map(({ name }) => name)).toEqual(['苏州盛泽专利代理事务所']);
    expect((await listCensuses(desk.ctx('shengze'))).items[0]?.total).toBe(1);
    const foreign = await itemOf(desk.ctx('officer'), '苏州平望专利代理事务所');
    await expect(getCensusItem(desk.ctx('shengze'), foreign)).rejects.toEqual(refused('platform.not-found'));
    await expect(recordCensusCheck(desk.ctx('shengze'), foreign, check())).rejects.toEqual(
      refused('platform.not-found'),
    );
    await expect(createCensus(desk.ctx('officer'), { ...order, towns: ['320509108'] })).rejects.toEqual(
      refused('agency-affairs.census.empty'),
    );
  });

  it('turns differences into one change that waits for an officer; a draft sent twice counts once', async () => {
    const item = await itemOf(desk.ctx('shengze'), '苏州盛泽专利代理事务所');
    const found = check({
      answers: [
        { code: 'address', ok: false, value: '盛泽镇西环路99号' },
        { code: 'licence-displayed', ok: false, value: '未悬挂' },
        { code: 'headName', ok: true, value: null },
      ],
    });
    const first = await recordCensusCheck(desk.ctx('shengze'), item, found);
    expect(first.check.differences).toEqual([
      '经营地址：登记为“苏州盛泽专利代理事务所办公地址”，现场为“盛泽镇西环路99号”',
      '悬挂执业证照：不符合（未悬挂）',
    ]);
    expect(first.check.person).toBe('王店长 138****');
    expect(await recordCensusCheck(desk.ctx('shengze'), item, found)).toEqual(first);
    const request = await getAgencyRequest(desk.ctx('officer'), first.requestId as string);
    expect([request.origin, request.state, request.about, request.effectiveOn]).toEqual([
      'census',
      'submitted',
      ['经营地址'],
      '2026-11-21',
    ]);
    expect(request.census?.itemId).toBe(item);
    expect(await desk.act(desk.ctx('officer'), request.fileId, 'approve')).toBe('approved');
    expect((await desk.registered(agencyId)).address).toBe('盛泽镇西环路99号');
    // Looked at again, nothing differs any more.
    const again = await recordCensusCheck(desk.ctx('shengze'), item, {
      ...check(),
      answers: [{ code: 'address', ok: false, value: '盛泽镇西环路99号' }],
    });
    expect([again.check.differences, (await getCensusItem(desk.ctx('shengze'), item)).differences]).toEqual([[], 0]);
    const shown = await getCensus(desk.ctx('officer'), census);
    expect(shown.towns.map((town) => [town.townCode, town.total, town.checked])).toEqual([
      [PINGWANG, 1, 0],
      [SHENGZE, 1, 1],
    ]);
  });

  it('takes photos for what they are, from who made the check', async () => {
    const item = await itemOf(desk.ctx('shengze'), '苏州盛泽专利代理事务所');
    const { check: made } = await recordCensusCheck(desk.ctx('shengze'), item, check());
    await addCensusPhoto(desk.ctx('shengze'), made.id, file(JPEG));
    await addCensusPhoto(desk.ctx('shengze'), made.id, file(JPEG));
    const { photos } = (await getCensusItem(desk.ctx('officer'), item)).checks[0] ?? { photos: [] };
    expect(photos).toMatchObject([{ fileName: '门头.jpg', size: JPEG.length }]);
    const sha256 = photos[0]?.sha256 as string;
    expect((await getCensusPhoto(desk.ctx('officer'), made.id, sha256)).mediaType).toBe('image/jpeg');
    await expect(getCensusPhoto(desk.ctx('pingwang'), made.id, sha256)).rejects.toEqual(refused('platform.not-found'));
    const script = file(Buffer.from('<svg onload=alert(1)>'));
    await expect(addCensusPhoto(desk.ctx('shengze'), made.id, script)).rejects.toEqual(
      refused('agency-affairs.photo.not-a-photo'),
    );
    await expect(addCensusPhoto(desk.ctx('officer'), made.id, file(JPEG))).rejects.toEqual(
      refused('agency-affairs.photo.not-yours'),
    );
  });

  it('refuses what cannot be, with nothing kept of it', async () => {
    const item = await itemOf(desk.ctx('officer'), '苏州平望专利代理事务所');
    const officer = desk.ctx('officer');
    const record = (over: Partial<CheckInput>) => recordCensusCheck(officer, item, check(over));
    await expect(record({ checkedOn: '2026-11-23' })).rejects.toEqual(refused('agency-affairs.census.in-future'));
    await expect(record({ checkedOn: '2026-02-30' })).rejects.toEqual(refused('platform.invalid-input'));
    const point = (code: string, value: string | null) => ({ answers: [{ code, ok: false, value }] });
    await expect(record(point('roof', null))).rejects.toEqual(refused('agency-affairs.census.unknown-point'));
    await expect(record(point('address', ' '))).rejects.toEqual(refused('agency-affairs.census.value-missing'));
    await expect(record(point('phone', '没有电话'))).rejects.toEqual(refused('agency-affairs.request.blocked'));
    expect((await getCensusItem(officer, item)).checks).toEqual([]);
    await closeCensus(officer, census, '普查结束');
    await expect(record({})).rejects.toEqual(refused('agency-affairs.census.closed'));
    await expect(closeCensus(officer, census, '再次结束')).rejects.toEqual(refused('agency-affairs.census.closed'));
  });
});
