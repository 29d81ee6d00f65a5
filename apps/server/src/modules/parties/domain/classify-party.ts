import { checkUscc } from '@jince/identifiers';

const COMPANY = '(?:(?:股份)?有限(?:责任)?公司)?';

/** What a name ends in says what it is: 苏州大学附属第一医院 is a hospital, 苏州银行设备有限公司 is no bank. */
const BY_NAME: readonly [RegExp, string][] = [
  [/(?:医院|卫生院|卫生服务中心)$/, 'hospital'],
  [/(?:小学|中学|学校|幼儿园)$/, 'school'],
  [/(?:研究院|研究所|研究中心|设计院)$/, 'institute'],
  [/大学|学院$/, 'university'],
  [new RegExp(`(?:银行|信用(?:合作)?社)${COMPANY}(?:.{0,20}(?:分行|支行|营业部|分理处))?$`), 'bank'],
  [new RegExp(`保险(?:集团)?${COMPANY}(?:.{0,20}(?:分公司|支公司|营业部|营销服务部))?$`), 'insurer'],
  [/(?:知识产权|专利|商标)(?:代理|事务|服务)/, 'agency'],
  [/合作社|合作联社/, 'co-operative'],
  [/(?:协会|商会|学会|联合会)$/, 'association'],
  [/(?:人民政府|管理委员会|管委会|局|委员会)$/, 'government'],
];

const BY_TYPE: readonly [RegExp, string][] = [
  [/合作社/, 'co-operative'],
  [/个体/, 'individual-business'],
  [/事业/, 'institute'],
  [/机关/, 'government'],
  [/社会团体|协会/, 'association'],
  [/公司|企业|合伙|独资|集体|股份|全民|国有|分支/, 'enterprise'],
];

/** By the first two characters of the code (GB 32100-2015). */
const BY_CODE: Readonly<Record<string, string>> = {
  '91': 'enterprise',
  '92': 'individual-business',
  '93': 'co-operative',
  '51': 'association',
  '52': 'other',
  '53': 'other',
  '11': 'government',
  '12': 'institute',
  '31': 'agency',
};

/** Kind of a party from its code, the register's type word and its name; special names (bank, university) win. */
export function classifyParty(name: string, typeText: string | undefined, uscc: string | undefined): string {
  const special = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  const byCode = uscc !== undefined && checkUscc(uscc).ok ? BY_CODE[uscc.slice(0, 2)] : undefined;
  if (byCode === 'co-operative' || byCode === 'individual-business') return byCode;
  const byType = typeText === undefined ? undefined : BY_TYPE.find(([pattern]) => pattern.test(typeText))?.[1];
  if (byType === 'co-operative' || byType === 'individual-business') return byType;
  // A firm is a firm whatever its name plays on: 苏州大学科技园有限公司.
  const firm = /(公司|厂|商行|经营部|企业|集团)$/.test(name);
  if (special !== undefined && !(firm && !['bank', 'insurer', 'agency'].includes(special))) return special;
  return byCode ?? byType ?? (/(公司|厂|企业|集团)$/.test(name) ? 'enterprise' : 'other');
}

const STATUS: readonly [RegExp, string][] = [
  [/迁出|迁往/, 'moved-out'],
  [/吊销/, 'revoked'],
  [/(?<!未)注销|撤销|清算|停业|歇业|个转企/, 'deregistered'],
  [/(?<![非不未无])(?:存续|在业|开业|正常|在营|营业|迁入|登记成立|有效|在册)/, 'active'],
];

/** Status from the register's word; undefined when the word is not known. */
export function partyStatusOf(text: string): string | undefined {
  return STATUS.find(([pattern]) => pattern.test(text))?.[1];
}
