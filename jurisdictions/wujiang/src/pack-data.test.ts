import { expect, test } from 'vitest';
import {
  bodies,
  district,
  findIndustry,
  getTown,
  industryChains,
  listChainLinks,
  PackDataError,
  towns,
  zones,
} from './index.ts';
import { readTowns } from './places.ts';

test('the district has eleven towns, four zones and a tile for each town', () => {
  expect(district.code).toBe('320509');
  expect(district.former[0]?.code).toBe('320584');
  expect(towns).toHaveLength(11);
  expect(new Set(towns.map((town) => `${town.cartogram.column}/${town.cartogram.row}`)).size).toBe(11);
  expect(zones.map((zone) => zone.planName)).toEqual([
    '吴江开发区',
    '汾湖高新区（黎里镇）',
    '吴江高新区（盛泽镇）',
    '东太湖度假区（太湖新城）',
  ]);
  expect(towns.filter((town) => town.kind === '街道').every((town) => town.zoneVerify)).toBe(true);
});

test('every town has a branch and a government, every zone a committee', () => {
  for (const town of towns) {
    const kinds = bodies.filter((body) => body.townCode === town.code).map((body) => body.kind);
    expect(kinds.toSorted()).toEqual(['branch', 'town-government']);
  }
  for (const zone of zones)
    expect(bodies.some((body) => body.kind === 'zone-committee' && body.zoneCode === zone.code)).toBe(true);
  expect(bodies.filter((body) => body.kind === 'partner').map((body) => body.shortName)).toEqual(
    expect.arrayContaining(['公安', '法院', '检察院', '发改委', '工信局', '财政局']),
  );
});

test('the four chains carry 44 links, and an IPC finds its link', () => {
  expect(industryChains.map((chain) => `${chain.code}${chain.links.length}`)).toEqual(['A11', 'B11', 'C11', 'D11']);
  expect(listChainLinks('H01B 7/282(2006.01)I').map((hit) => hit.linkCode)).toEqual(['A5']);
  expect(listChainLinks('H02K5/04').map((hit) => hit.linkCode)).toEqual(['B8']);
  expect(listChainLinks('G01N21/88').map((hit) => hit.linkCode)).toEqual(['B11', 'D10']);
  expect(listChainLinks('D03D47/32').map((hit) => hit.linkCode)).toEqual(['C5']);
  expect(listChainLinks('H02K9/00')).toEqual([]);
  expect(listChainLinks('没有')).toEqual([]);
  expect(findIndustry('1751')?.chainLinks).toEqual(['C4', 'C5']);
});

test('faulty pack data is refused with its place', () => {
  const foreign = { towns: [{ code: '320508001', cartogram: { column: 0, row: 0 } }] };
  expect(() => readTowns(foreign, [])).toThrow(PackDataError);
  expect(() => readTowns(foreign, [])).toThrow('towns[0].code');
  expect(() => getTown('999999999')).toThrow(RangeError);
});
