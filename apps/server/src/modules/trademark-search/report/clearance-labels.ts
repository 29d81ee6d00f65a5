import type { MarkAnswer } from '../queries/search-marks.ts';

/** Words of the clearance report, which is made in Chinese alone. */
export const LEVEL_LABELS = {
  identical: '相同',
  near: '近似',
  arguable: '可争议',
  far: '不近似',
} as const satisfies Readonly<Record<MarkAnswer['hits'][number]['level'], string>>;

export const VERDICT_TEXTS: Readonly<Record<MarkAnswer['verdict'], (counts: MarkAnswer['counts']) => string>> = {
  identical: ({ identical, near, arguable }) =>
    `在查询范围内查到与之相同的商标${identical}件，近似${near}件，可争议${arguable}件。请先核对商品是否相同或者类似。`,
  near: ({ near, arguable }) =>
    `在查询范围内没有查到相同的商标；查到近似${near}件，可争议${arguable}件。请先核对商品是否相同或者类似。`,
  arguable: ({ arguable }) => `在查询范围内没有查到相同或者近似的商标；有${arguable}件可争议，建议由专业人员比对。`,
  clear: () => '在查询范围内没有查到相同、近似或者可争议的商标。这不等于可以注册：查询范围以外的在先权利不在其内。',
  none: () => '所给文字中没有可以比对的汉字、字母或者数字，未作比对。',
};

export const GOODS_CHOICES = { any: '全部类别', related: '相同和有关联的类别', same: '仅拟用类别' } as const;
export const STATE_CHOICES = { living: '有效和申请中的商标', all: '含已失效的商标' } as const;

export const NOT_SEARCHED = [
  '本区登记以外的全国商标。本报告只比对本区登记的商标，不能代替国家知识产权局商标局的商标查询。',
  '尚未公告、尚未进入本区登记的在先申请。从申请到公开有一段时间，期间的申请查不到。',
  '有一定影响的未注册商标、驰名商标的跨类保护。',
  '本区登记以外的企业名称和字号，个体工商户的字号，域名、作品名称、姓名、肖像、外观设计等其他在先权利。',
  '尚未进入本区登记的马德里国际注册（含指定中国的），本区以外的地理标志。',
  '图形、颜色、声音、三维标志。本报告按文字比对，图形部分须另行查询。',
] as const;

export const CAVEATS = [
  '本报告由系统按固定规则和模型生成，是比对线索，不是法律意见，也不预示审查结论。',
  '“相近度”是同类情形中按模型所用标准被认为近似或者可争议的比例，不是被驳回的概率。',
  '商品关系按所载版本的区分表判断；表中未含的类别只比对到类，须核对具体商品。',
  '禁用词语表和提示规则为示例，没有命中不等于不违反规定。',
] as const;
