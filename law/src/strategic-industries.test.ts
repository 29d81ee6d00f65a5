import { describe, expect, it } from 'vitest';
import { strategicIndustryName, strategicTable } from './strategic-industries.ts';

describe('the table of strategic industries', () => {
  it('is whole: 40 industries in 9 sectors, 303 conditions', () => {
    expect(strategicTable.industries).toHaveLength(40);
    expect(new Set(strategicTable.industries.map(({ code }) => code.split('.')[0])).size).toBe(9);
    const conditions = strategicTable.industries.flatMap((one) => one.conditions);
    expect(conditions).toHaveLength(303);
    expect(conditions.reduce((n, one) => n + one.include.length, 0)).toBe(1689);
    expect(conditions.reduce((n, one) => n + one.exclude.length, 0)).toBe(983);
    expect(conditions.filter((one) => one.keywords.length === 0)).toHaveLength(15);
  });
  it('says how far it may be trusted', () => {
    expect(strategicTable.mark).toBe('与官方文件核对前仅供参考');
    expect(strategicTable.document).toContain('〔2021〕121号');
  });
  it('names industries and sectors', () => {
    expect(strategicIndustryName('1.1')).toBe('下一代信息网络产业');
    expect(strategicIndustryName('3.5.2')).toBe('高性能纤维及制品和复合材料');
    expect(strategicIndustryName('3')).toBe('新材料产业');
    expect(strategicIndustryName('3.9')).toBeUndefined();
  });
});
