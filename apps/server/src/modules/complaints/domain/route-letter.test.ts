import * as wujiang from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { routeLetter, sayRoute } from './route-letter.ts';

const NOTHING = { unit: null, townCode: null, address: null, subjectName: '某某商行' };
const route = (over: Partial<typeof NOTHING> | Record<string, string>) => routeLetter(wujiang, { ...NOTHING, ...over });

describe('routeLetter', () => {
  it('goes to the branch of the town, of the address, of the name', () => {
    expect(route({ townCode: '320509105' }).organisationCode).toBe('WJ-MSB-B105');
    expect(route({ address: '苏州市吴江区盛泽镇舜湖西路1号' })).toMatchObject({
      organisationCode: 'WJ-MSB-B105',
      townCode: '320509105',
      steps: [{ rule: 'address' }],
    });
    expect(route({ subjectName: '吴江区震泽镇某某蚕丝店' }).organisationCode).toBe('WJ-MSB-B108');
  });

  it('goes to whom it was addressed first of all', () => {
    const found = route({ unit: '平望分局', address: '吴江区盛泽镇舜湖西路1号' });
    expect(found.organisationCode).toBe('WJ-MSB-B104');
    expect(sayRoute(found.steps[0] as never, () => '平望分局').zh).toContain('来件载明处理单位');
  });

  it('marks what lies outside, and leaves the rest to the body for all', () => {
    expect(route({ address: '浙江省杭州市余杭区某路' })).toMatchObject({
      inside: false,
      organisationCode: 'WJ-MSB-ENF',
    });
    expect(route({ address: '江苏省苏州市昆山市某路' }).inside).toBe(false);
    expect(route({})).toMatchObject({ inside: true, organisationCode: 'WJ-MSB-ENF', steps: [{ rule: 'default' }] });
  });
});
