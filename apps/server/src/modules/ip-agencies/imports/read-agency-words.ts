import type { AgencyKind, AgencyStatus } from '../domain/agency.ts';

const KINDS: readonly (readonly [RegExp, AgencyKind])[] = [
  [/分支|分所|分公司|分部/, 'patent-branch'],
  [/律师/, 'law-firm'],
  [/商标/, 'trademark'],
  [/专利代理|专利事务|专利机构/, 'patent'],
  [/信息|检索|情报|数据/, 'information'],
  [/评估/, 'valuation'],
  [/培训|教育/, 'training'],
  [/运营|交易|转化/, 'operation'],
  [/咨询|顾问|贯标/, 'consulting'],
];

/** What a text says an agency does; a branch is no agency of its own. */
export function kindsOf(text: string | undefined): AgencyKind[] {
  if (text === undefined) return [];
  const found = KINDS.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind);
  return found.includes('patent-branch') ? found.filter((kind) => kind !== 'patent') : found;
}

const STATUSES: readonly (readonly [RegExp, AgencyStatus])[] = [
  [/吊销|撤销/, 'revoked'],
  [/注销|终止|解散|退出/, 'deregistered'],
  [/停业|暂停|中止/, 'suspended'],
  [/正常|在业|存续|有效|执业|开业/, 'active'],
];

/** The status a text tells; undefined for a word nobody knows. */
export function statusOf(text: string | undefined): AgencyStatus | undefined {
  return text === undefined ? undefined : STATUSES.find(([pattern]) => pattern.test(text))?.[1];
}
