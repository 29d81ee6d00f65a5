import { describe, expect, it } from 'vitest';
import { adviseOnBadFaith } from './bad-faith.ts';

const few = { filings: 3, classes: 2, living: 12 };
const keys = (text: string, facts = few, on = '2026-11-23') =>
  adviseOnBadFaith(text, facts, on)?.hints.map(({ key }) => key);

describe('advice on hoarding', () => {
  it('is silent for an ordinary applicant and name', () => {
    expect(keys('锦绣江南')).toEqual([]);
    expect(adviseOnBadFaith('锦绣江南', undefined, '2026-11-23')?.hints).toEqual([]);
  });

  it('tells of many filings, a wide spread and a large holding with the figures', () => {
    const facts = { filings: 64, classes: 45, living: 210 };
    expect(keys('锦绣江南', facts)).toEqual(['many-filings', 'wide-spread', 'many-unexplained']);
    const said = adviseOnBadFaith('锦绣江南', facts, '2026-11-23');
    expect(said?.hints[0]?.zh).toBe('近12个月在45个类别申请了64件（按类别计），请准备好每一件的使用意图和商品说明');
    expect(said?.hints.map(({ zh, en }) => zh + en).join('')).not.toMatch(/恶意|囤积|\{/);
  });

  it('tells of names everybody knows, however they are written', () => {
    expect(keys('冰墩墩服饰')).toEqual(['known-name']);
    expect(keys('ＮＩＫＥ\u200b星')).toEqual(['known-name']);
    expect(adviseOnBadFaith('平望辣酱', few, '2026-11-23')?.hints[0]?.zh).toContain('本地公共资源名称');
  });

  it('names the article of the day', () => {
    expect(adviseOnBadFaith('', few, '2026-12-31')?.article).toContain('第四条');
    expect(adviseOnBadFaith('', few, '2027-01-01')).toMatchObject({
      article: '《商标法》（2026年修订）第十九条',
      verify: expect.stringContaining('待核') as unknown as string,
    });
    expect(adviseOnBadFaith('', few, '2019-10-31')).toBeUndefined();
  });
});
