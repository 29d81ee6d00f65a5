import type { RegisterEntry } from '../types.ts';

const particular: [name: string, more?: Partial<RegisterEntry>][] = [
  ['吴江市恒力化纤有限公司', { address: '吴江区盛泽镇南麻工业区', scope: '化纤丝、纺织品生产销售' }],
  ['苏州赛峨电子有限公司', { formerNames: ['吴江市赛峨无线电厂'] }],
  ['江苏亨峰光电股份有限公司', { address: '苏州市吴江区七都镇亨峰大道88号' }],
  ['双禾金属(苏州)有限公司'],
  ['吴江市盛泽丝绸整理厂'],
  ['苏州金弘建设集团有限公司'],
  ['苏州金弘建设集团有限公司吴江分公司'],
  ['苏州天瑜精密模具有限公司', { address: '吴江区同里镇屯村东路12号' }],
  ['无锡天瑜精密模具有限公司', { address: '无锡市锡山区东亭街道友谊路5号' }],
  ['苏州市第二印染厂'],
  ['苏州市第三印染厂'],
  ['吴江市五金、交电公司'],
  ['昆山博鑫纺织有限公司', { status: '注销', address: '昆山市玉山镇' }],
  ['昆山博鑫纺织有限公司', { status: '存续', address: '昆山市周市镇' }],
  ['吴江润洋食品有限公司'],
  ['吴江润扬食品有限公司'],
  ['苏州东吴药业有限公司'],
  ['吴江市横扇供销合作社'],
  ['吴江市北厍供销合作社'],
  ['中国电信股份有限公司吴江盛泽营业厅'],
  ['苏州华盛电子有限公司'],
  ['吴江区震泽镇大船港水产养殖专业合作社'],
];

/** Invented firms: some that matter to the golden cases and a crowd, so that frequencies mean something. */
export function makeTestRegister(): RegisterEntry[] {
  const entries: RegisterEntry[] = particular.map(([name, more], i) => ({ id: `p${i}`, name, ...more }));
  const taken = new Set(entries.map(({ name }) => name));
  const places = '苏州 无锡 南京 南通 常州 吴江市 昆山市 江阴市 江苏 常熟市'.split(' ');
  const brands =
    '华盛 金鑫 恒达 永兴 新宇 瑞丰 宏源 天成 东方 长江 大地 立信 佳美 国泰 鸿运 顺达 三友 明珠 海龙 盛世'.split(' ');
  const trades = '电子 纺织 机械 贸易 化纤 科技 食品 塑料 建材 丝绸'.split(' ');
  for (const place of places) {
    brands.forEach((brand, b) => {
      trades.forEach((trade, t) => {
        const name = `${place}${brand}${trade}${(b + t) % 5 === 0 ? '厂' : '有限公司'}`;
        // Leave gaps, so that a place cannot be left out of every name without doubt.
        if ((b * 7 + t * 3 + place.length * 5 + place.charCodeAt(0)) % 3 === 0 || taken.has(name)) return;
        taken.add(name);
        entries.push({ id: `c${entries.length}`, name });
      });
    });
  }
  return entries;
}
