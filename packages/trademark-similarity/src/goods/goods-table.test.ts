import { describe, expect, it } from 'vitest';
import { GoodsRelations, type GoodsTable } from './goods-table.ts';

const table: GoodsTable = {
  edition: '示例',
  from: '2023-01-01',
  to: null,
  classes: [24, 25],
  groups: ['2401', '2406', '2501', '2502'],
  relations: [
    { from: '2501', to: '2502', type: 'similar', scope: '整个类似群' },
    { from: '2406', to: '2501', type: 'cross_search', scope: '第十一版及以前版本浴衣' },
    { from: '2401', to: null, type: 'intra_group_exception', scope: '第一部分与第二部分不类似' },
    { from: '2401', to: '2502', type: 'group_moved', scope: '移入' },
  ],
};
const goods = new GoodsRelations(table);
const kind = (a: [number, ...string[]], b: [number, ...string[]]) =>
  goods.relate({ niceClass: a[0], groups: a.slice(1) as string[] }, { niceClass: b[0], groups: b.slice(1) as string[] })
    .kind;

describe('goods', () => {
  it('are related by the closest of their groups, else by class', () => {
    expect(kind([25, '2501'], [25, '2501'])).toBe('same-group');
    expect(kind([25, '2501'], [25, '2502'])).toBe('similar-group');
    expect(kind([25, '2502'], [25, '2501'])).toBe('similar-group');
    expect(kind([24, '2406'], [25, '2501'])).toBe('cross-search');
    expect(kind([24, '2401', '2406'], [25, '2501', '2502'])).toBe('cross-search');
    expect(kind([25], [25])).toBe('same-class');
    expect(kind([24], [25])).toBe('related-class');
    expect(kind([24, '2401'], [25, '2502'])).toBe('related-class');
    expect(kind([9], [25])).toBe('other');
  });

  it('say what the table says, with its limits', () => {
    const moved = goods.relate({ niceClass: 24, groups: ['2401'] }, { niceClass: 24, groups: ['2401'] });
    expect(moved).toMatchObject({ kind: 'same-group', scopes: ['第一部分与第二部分不类似'] });
    expect(moved.zh).toContain('例外');
    expect(goods.relate({ niceClass: 25 }, { niceClass: 25 }).zh).toContain('未按类似群比对');
    expect(goods.relate({ niceClass: 1 }, { niceClass: 2 }).zh).toContain('未含此类');
    expect(goods.relate({ niceClass: 24, groups: ['2406'] }, { niceClass: 25, groups: ['2501'] }).zh).toBe(
      '2406 与 2501 类似群须交叉检索（第十一版及以前版本浴衣）',
    );
  });
});
