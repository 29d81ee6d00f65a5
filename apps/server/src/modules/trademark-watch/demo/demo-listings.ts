import { compareMarks } from '@jince/trademark-similarity';

export interface DemoMark {
  readonly no: string;
  readonly name: string;
  readonly holder: string;
}

/** Signs that are tried in the place of one of a mark until the engine calls the two near. */
const TRIED =
  '锦绣秀兰蓝岚月岳越华花化康亢丝思斯云芸耘雪血学宝保堡红洪鸿虹太泰大天田甜新心欣馨星兴盛圣胜江疆姜南楠男湖胡瑚龙隆珑凤丰峰枫吉极集福富付金今津银印音玉宇雨裕达大答通同桐明名鸣安庵';

/** A sign somebody might write instead of a mark; the mark itself where none is found. */
function nearOf(name: string): string {
  for (let at = name.length - 1; at >= 0; at--)
    for (const sign of TRIED) {
      const other = name.slice(0, at) + sign + name.slice(at + 1);
      if (other !== name && compareMarks(other, name).level === 'near') return other;
    }
  return name;
}

const SHOPS: readonly (readonly [platform: string, shop: string, place: string])[] = [
  ['淘宝', '演示云裳家纺店', '浙江省义乌市'],
  ['拼多多', '演示优品工厂直营店', '浙江省义乌市'],
  ['抖音电商', '演示小雅好物', '广东省广州市'],
  ['淘宝', '演示盛泽面料行', '苏州市吴江区盛泽镇'],
  ['京东', '演示居家生活馆', '江苏省南通市'],
];
const GOODS = ['桑蚕丝被芯 秋冬加厚', '真丝围巾 礼盒装', '羊毛衫 圆领宽松', '纯棉四件套 双人', '化纤面料 批发'];
const OTHERS = ['透明手机壳 防摔', '不锈钢保温杯', '电动螺丝刀套装', '儿童绘本 套装', '厨房置物架'];

const cell = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`;
const table = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** Names of the files beside the invented list: a picture and a saved page of a row. */
export const demoFiles = (at: number): { readonly picture: string; readonly page: string } => ({
  picture: `图片/${at + 1}.png`,
  page: `网页/${at + 1}.html`,
});

/**
 * An invented export of listings: near, strewn and identical signs among harmless goods, goods that show a logo alone, an own shop, and a row
 * that cannot go in. The first `pictured` marks have rows with a picture and a page beside the list.
 */
export function writeDemoListings(marks: readonly DemoMark[], capturedOn: string, pictured: number): string {
  const rows: (string | number)[][] = [
    ['平台', '店铺', '商品标题', '品牌', '价格', '链接', '发货地', '采集日期', '图片', '网页文件'],
  ];
  const add = (shop: number, title: string, brand: string, yuan: number, shown = -1) => {
    const files = shown < 0 || shown >= pictured ? undefined : demoFiles(shown);
    const [platform, name, place] = SHOPS[shop % SHOPS.length] as (typeof SHOPS)[number];
    const link = `https://example.com/item/${rows.length}`;
    rows.push([platform, name, title, brand, yuan, link, place, capturedOn, files?.picture ?? '', files?.page ?? '']);
  };
  for (const [at, mark] of marks.entries()) {
    const near = nearOf(mark.name);
    add(at, `正品${near}${GOODS[at % GOODS.length]} 包邮`, '', 89 + at * 10);
    add(at, `正品${near}${GOODS[at % GOODS.length]} 大号`, '', 99 + at * 10);
    add(at + 1, `${mark.name} ${GOODS[(at + 1) % GOODS.length]} 厂家直销`, mark.name, 39 + at * 5, at);
    add(at + 3, `${[...mark.name].join('★')} ${GOODS[(at + 3) % GOODS.length]} 特价`, '', 29 + at * 5);
    if (at < pictured) add(at + 4, `${GOODS[(at + 4) % GOODS.length]} 大牌同款 详见图片`, '', 59, at);
    add(at + 2, `2026新款 ${GOODS[(at + 2) % GOODS.length]}`, near, 129);
    for (let i = 0; i < 6; i++) add(at + i, `${OTHERS[(at + i) % OTHERS.length]} 演示商品${at}${i}`, '', 19 + i);
  }
  const first = marks[0]?.name ?? '';
  rows.push([
    '天猫',
    '演示官方旗舰店',
    `${first}官方正品`,
    first,
    399,
    'https://example.com/own',
    '苏州市',
    capturedOn,
  ]);
  rows.push(['淘宝', '演示缺标题店', '', '', 9, 'https://example.com/bad', '', capturedOn]);
  return table(rows);
}

/** An invented list of new company names, some of which take a mark as their trade name. */
export function writeDemoCompanies(marks: readonly DemoMark[], approvedOn: string): string {
  return table([
    ['企业名称', '字号', '住所', '经营范围', '核准日期'],
    ...marks
      .slice(0, 2)
      .map((mark) => [`苏州${mark.name}贸易有限公司（演示）`, mark.name, '苏州市吴江区', '日用品销售', approvedOn]),
    ['苏州演示远山科技有限公司', '演示远山', '苏州市吴江区', '软件开发', approvedOn],
  ]);
}

/** An invented list of published applications: one for the sign of a mark, one near it, one of goods apart. */
export function writeDemoGazette(marks: readonly DemoMark[], publishedOn: string): string {
  const [first, second] = marks;
  if (first === undefined || second === undefined) return table([]);
  const row = (at: number, name: string, niceClass: number, goods: string) => [
    `9000000${at}`,
    name,
    niceClass,
    `演示申请人${at}`,
    goods,
    publishedOn,
    '1900',
  ];
  return table([
    ['申请号', '商标', '类别', '申请人', '商品服务', '初审公告日', '初审公告期号'],
    row(1, first.name, 24, '床上用品'),
    row(2, nearOf(second.name), 25, '服装'),
    row(3, first.name, 1, '工业用化学品'),
  ]);
}
