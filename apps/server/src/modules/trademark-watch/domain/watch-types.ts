import type { Bilingual } from '../../../platform/i18n/language.ts';

export type WatchKind = 'gazette' | 'company' | 'listing' | 'domain';
export type Verdict = 'infringing' | 'licensed' | 'own' | 'not-similar' | 'unsure';
export type HitLevel = 'identical' | 'near' | 'arguable';
export type ActionKind = 'notice' | 'case' | 'complaint' | 'aid' | 'cross-region' | 'owner' | 'opposition';

/** What was made of a hit: at once, or ordered from another module that tells later. */
export interface ActionOutcome {
  readonly state: 'ordered' | 'done';
  readonly target: string | null;
  readonly number: string | null;
  readonly href: string | null;
}

export const ACTION_KINDS: readonly ActionKind[] = [
  'notice',
  'case',
  'complaint',
  'aid',
  'cross-region',
  'owner',
  'opposition',
];
export const WATCH_KINDS: readonly WatchKind[] = ['listing', 'gazette', 'company', 'domain'];

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const kindLabels: Readonly<Record<WatchKind, Bilingual>> = {
  gazette: both('商标公告', 'Gazette'),
  company: both('企业名称', 'Company names'),
  listing: both('电商商品', 'Listings'),
  domain: both('域名', 'Domains'),
};
export const levelLabels: Readonly<Record<HitLevel, Bilingual>> = {
  identical: both('相同', 'Identical'),
  near: both('近似', 'Near'),
  arguable: both('可争议', 'Arguable'),
};
const verdictLabels: Readonly<Record<Verdict, Bilingual>> = {
  infringing: both('涉嫌侵权', 'Infringing'),
  licensed: both('经许可', 'Licensed'),
  own: both('权利人自有', 'Own'),
  'not-similar': both('不近似', 'Not similar'),
  unsure: both('暂不能确定', 'Unsure'),
};
/** A published application infringes nothing yet: it may be opposed. */
const gazetteLabels: Readonly<Record<Verdict, Bilingual>> = {
  ...verdictLabels,
  infringing: both('近似，建议异议', 'Near, to be opposed'),
  licensed: both('经权利人同意', 'With the holder’s consent'),
  own: both('权利人自行申请', 'Filed by the holder'),
};

/** What a verdict is called for what was found: goods that are sold, or an application that was published. */
export const verdictLabel = (verdict: Verdict, kind: WatchKind): Bilingual =>
  (kind === 'gazette' ? gazetteLabels : verdictLabels)[verdict];

/** What can be made of a hit: a published application is no use of a sign yet. */
export const fitsKind = (action: ActionKind, kind: WatchKind): boolean =>
  kind === 'gazette'
    ? action === 'opposition' || action === 'aid' || action === 'owner'
    : action !== 'opposition' && (action !== 'notice' || kind === 'listing');

export const actionLabels: Readonly<Record<ActionKind, Bilingual>> = {
  notice: both('电商平台通知', 'Notice to the platform'),
  case: both('案件线索', 'Case'),
  complaint: both('举报办件', 'Report'),
  aid: both('维权援助', 'Rights aid'),
  'cross-region': both('跨区域协查', 'Cross-region request'),
  owner: both('通知权利人', 'Owner told'),
  opposition: both('异议线索', 'Opposition lead'),
};
