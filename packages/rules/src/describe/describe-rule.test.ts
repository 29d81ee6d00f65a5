import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.ts';
import { sampleRule } from '../testing/sample-catalogue.ts';
import { denied } from './chinese.ts';
import { describeRule } from './describe-rule.ts';

/** Rule, its Chinese sentence, its type unless bool. */
const CHINESE: readonly (readonly [rule: string, zh: string, type?: Rule['type']])[] = [
  ['enterprise.highTech && enterprise.patents.valid == 0', '高新技术企业，且有效专利为 0 件'],
  ['enterprise.highTech || enterprise.aboveScale', '高新技术企业，或为规上工业企业'],
  [
    '(enterprise.highTech || enterprise.aboveScale) && enterprise.active && enterprise.patents.valid == 0',
    '（高新技术企业，或为规上工业企业），在业，且有效专利为 0 件',
  ],
  ['!enterprise.highTech', '非高新技术企业'],
  ['!(enterprise.highTech && enterprise.active)', '并非（高新技术企业，且在业）'],
  [
    "enterprise.kind == 'cooperative' && enterprise.trademarks.valid == 0",
    '主体类型为农民专业合作社，且有效商标为 0 件',
  ],
  ["enterprise.kind in ['enterprise', 'cooperative']", '主体类型为企业或农民专业合作社'],
  ["!(enterprise.kind in ['enterprise', 'cooperative', 'university'])", '主体类型不为企业、农民专业合作社或高校'],
  ["enterprise.kind != 'university'", '主体类型不为高校'],
  ['enterprise.patents.valid > 0', '有效专利不少于 1 件'],
  ['enterprise.patents.invention.valid >= 10', '有效发明专利不少于 10 件'],
  ['enterprise.ageYears < 3', '成立年限少于 3 年'],
  ['enterprise.capitalFen >= 200000000000', '注册资本不少于 20 亿元'],
  ['enterprise.capitalFen > 5000000', '注册资本超过 5 万元'],
  ['enterprise.patents.invention.valid / enterprise.patents.valid >= 0.5', '有效发明专利与有效专利之比不低于 0.5'],
  [
    'enterprise.patents.invention.valid * 100 / enterprise.patents.valid >= 50',
    '（有效发明专利乘以 100）与有效专利之比不低于 50',
  ],
  ['enterprise.patents.valid + enterprise.trademarks.valid >= 5', '有效专利与有效商标之和不少于 5 件'],
  ["enterprise.establishedOn < date('2020-01-01')", '成立日期早于 2020年1月1日'],
  ['enterprise.establishedOn >= today - years(3)', '成立日期不早于 3 年前'],
  ['enterprise.dissolvedOn <= today + days(30)', '注销日期不晚于 30 天后'],
  ['yearsBetween(enterprise.establishedOn, today) >= 3', '成立日期至今满 3 年'],
  ['daysBetween(today, enterprise.dissolvedOn) <= 90', '距注销日期的天数不超过 90 天'],
  ['daysBetween(enterprise.establishedOn, enterprise.dissolvedOn) > 365', '成立日期至注销日期的天数超过 365 天'],
  ['year(enterprise.establishedOn) == 2026', '成立日期在 2026 年'],
  ['year(enterprise.establishedOn) == year(today)', '成立日期在当年'],
  ['year(enterprise.establishedOn) >= 2020', '成立日期的年份不早于 2020 年'],
  ["enterprise.name.contains('纺织')", '名称含“纺织”'],
  ["!enterprise.name.endsWith('有限公司')", '名称不以“有限公司”结尾'],
  ["enterprise.industry.within(['C17', 'C18'])", '行业属于 C17、C18'],
  ["!enterprise.industry.within(['C'])", '行业不属于 C'],
  ["enterprise.industry == '1751'", '行业为 C1751'],
  ["enterprise.town in ['320509108', '320509109']", '所属镇街为 320509108 或 320509109'],
  ['25 in enterprise.trademarks.classes', '商标类别含第 25 类'],
  ['!(25 in enterprise.trademarks.classes)', '商标类别不含第 25 类'],
  ["'US' in enterprise.madrid.members", '指定成员含“US”'],
  ['size(enterprise.trademarks.classes) >= 3', '商标类别的个数不少于 3 个'],
  ['has(enterprise.establishedOn)', '成立日期已知'],
  ['!has(enterprise.establishedOn)', '成立日期不明'],
  ['enterprise.trademarks.exists(t, t.valid && 25 in t.classes)', '有一件第 25 类的有效商标'],
  ['!enterprise.trademarks.exists(t, t.valid && 25 in t.classes)', '没有第 25 类的有效商标'],
  ['enterprise.trademarks.exists(t, t.niceClass in [9, 25])', '有一件第 9 类或第 25 类的商标'],
  ['enterprise.trademarks.all(t, t.valid)', '所有商标均有效'],
  ['enterprise.trademarks.all(t, 25 in t.classes || t.valid)', '所有商标均符合“类别含第 25 类，或有效”'],
  ['!enterprise.trademarks.all(t, !t.valid)', '并非所有商标均符合“非有效”'],
  ['enterprise.patents.exists_one(p, p.pledged)', '恰有一件已质押的专利'],
  ['size(enterprise.patents) >= 3', '专利不少于 3 件'],
  [
    "size(enterprise.patents.filter(p, p.valid && p.kind == 'invention' && !p.pledged)) >= 3",
    '专利类型为发明、未质押的有效专利不少于 3 件',
  ],
  ['size(enterprise.patents.filter(p, p.valid || p.pledged)) == 0', '符合“有效，或已质押”的专利为 0 件'],
  [
    'enterprise.patents.filter(p, p.valid).map(p, p.pledgeFen).sum() > 100000000',
    '有效专利的质押金额合计超过 100 万元',
  ],
  ['enterprise.patents.map(p, p.claims).avg() >= 8', '专利的平均权利要求数不少于 8 项'],
  ['enterprise.patents.map(p, p.claims).max() > 20', '专利的最大权利要求数超过 20 项'],
  ['enterprise.patents.map(p, p.filedOn).min() < today - years(10)', '专利最早的申请日早于 10 年前'],
  ['enterprise.patents.exists(p, p.filedOn > enterprise.establishedOn)', '有一件申请日晚于该主体的成立日期的专利'],
  [
    "enterprise.patents.exists(p, p.ipc.within(['H01B', 'G02B6']) && p.strategic.within(['1.2']))",
    '有一件分类号涉及 H01B、G02B6、战略性新兴产业涉及 1.2 的专利',
  ],
  [
    'enterprise.active ? enterprise.patents.valid > 3 : enterprise.highTech',
    '若在业则有效专利超过 3 件，否则高新技术企业',
  ],
  ['enterprise.active == enterprise.highTech', '在业与高新技术企业一致'],
  ["enterprise.name == '苏州公司'", '名称为“苏州公司”'],
  ['true', '恒成立'],
  ['enterprise.patents.valid', '有效专利', 'number'],
  ['enterprise.patents.invention.valid / enterprise.patents.valid', '有效发明专利与有效专利之比', 'number'],
  ['size(enterprise.patents.filter(p, p.valid))', '有效专利数', 'number'],
  ['enterprise.patents.map(p, p.filedOn).max()', '专利最晚的申请日', 'date'],
  ['enterprise.establishedOn + months(6)', '成立日期后 6 个月', 'date'],
  ['enterprise.patents.valid % 2 == 1', '有效专利除以 2 的余数为 1'],
  ['-enterprise.patents.valid < -3', '负的有效专利少于 -3 件'],
  ['3 <= enterprise.patents.valid', '有效专利不少于 3 件'],
  ['enterprise.patents.valid > enterprise.trademarks.valid', '有效专利超过有效商标'],
];

const ENGLISH: readonly (readonly [rule: string, en: string])[] = [
  ['enterprise.highTech && enterprise.patents.valid == 0', 'high-tech enterprise, and valid patents = 0'],
  ["!(enterprise.kind in ['enterprise', 'university'])", 'kind is none of enterprise, university'],
  ['enterprise.capitalFen > 5000000', 'registered capital > ¥50,000'],
  ['enterprise.establishedOn >= today - years(1)', 'date of establishment is not before 1 year ago'],
  ['has(enterprise.name)', 'name is known'],
  ["enterprise.name.startsWith('苏州')", 'name begins with "苏州"'],
  [
    'enterprise.active ? enterprise.patents.valid > 3 : !enterprise.highTech',
    'if active then valid patents > 3, else not high-tech enterprise',
  ],
  [
    'enterprise.trademarks.exists(t, t.valid && 25 in t.classes)',
    'at least one of the trademarks satisfies (valid, and classes include 25)',
  ],
  ['size(enterprise.patents.filter(p, p.pledged)) >= 2', 'number of patents with (pledged) ≥ 2'],
  [
    'enterprise.patents.exists(p, p.filedOn > enterprise.establishedOn)',
    "at least one of the patents satisfies (filing date is after the party's date of establishment)",
  ],
  ['enterprise.patents.map(p, p.filedOn).min() < today', 'earliest filing date of patents is before today'],
];

describe('a denied label', () => {
  it.each([
    ['高新技术企业', '非高新技术企业'],
    ['非正常申请', '不是非正常申请'],
    ['有效', '非有效'],
    ['有代理机构', '没有代理机构'],
    ['已质押', '未质押'],
    ['持有执法证', '未持有执法证'],
    ['曾经贯标', '未曾贯标'],
    ['可办理续展', '不可办理续展'],
    ['年费逾期', '年费未逾期'],
    ['贯标有效', '贯标并非有效'],
    ['宽展期', '不在宽展期'],
    ['依附期内', '不在依附期内'],
    ['存续', '非存续'],
  ])('%s → %s', (label, expected) => {
    expect(denied(label)).toBe(expected);
  });
});

describe('the sentence of a rule', () => {
  it.each(CHINESE.map(([text, zh, type]) => ({ text, zh, type })))('$text', ({ text, zh, type }) => {
    expect(describeRule(sampleRule(text, type)).zh).toBe(zh);
  });

  it.each(ENGLISH)('%s, in English', (text, en) => {
    expect(describeRule(sampleRule(text)).en).toBe(en);
  });

  it('is had by each condition, with its place', () => {
    const { text, conditions } = sampleRule(
      'enterprise.highTech && !(enterprise.active || enterprise.patents.valid > 2)',
    );
    expect(conditions.map(({ zh, from, to }) => [zh, text.slice(from, to)])).toEqual([
      ['高新技术企业', 'enterprise.highTech'],
      ['在业', 'enterprise.active'],
      ['有效专利超过 2 件', 'enterprise.patents.valid > 2'],
    ]);
  });
});
