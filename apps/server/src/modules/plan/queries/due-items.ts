import { addDays } from '@jince/calendar';
import type { RouteOutput, routes } from '@jince/contract';
import { lawNumbers } from '@jince/law';
import { type Ctx, may, type Services, scopeFor } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { registerVersions } from '../../../platform/register-index/index.ts';
import { PATENT_READ } from '../../ip-rights/index.ts';
import type { CampaignsPort } from '../ports.ts';
import { PLAN_REGISTER } from '../repositories/figure-repository.ts';
import { countWaiting } from '../repositories/home-repository.ts';
import { countPatents, countTrademarks } from './count-rights.ts';
import { countIndicatorRows } from './count-rows.ts';
import type { FiguresByCode, PlanSnapshot } from './plan-snapshot.ts';

type DueItem = RouteOutput<typeof routes.getPlan>['due'][number];
interface Counted extends Omit<DueItem, 'label' | 'detail' | 'when' | 'tag' | 'dueOn'> {
  readonly count: number;
  /** What is counted; `#` stands for the number. */
  readonly words: Bilingual;
  readonly when: Bilingual;
  readonly tag: Bilingual;
}

const now: Bilingual = { zh: '已逾期', en: 'overdue' };
const soon: Bilingual = { zh: '将到期', en: 'soon' };
const waiting: Bilingual = { zh: '待处理', en: 'waiting' };
const within = (days: number): Bilingual => ({ zh: `${days} 天内`, en: `within ${days} days` });
const tags = {
  annuity: { zh: '年费', en: 'Annuities' },
  renewal: { zh: '续展', en: 'Renewals' },
  certificate: { zh: '证书', en: 'Certificates' },
  matching: { zh: '匹配', en: 'Matching' },
  imports: { zh: '导入', en: 'Imports' },
  campaign: { zh: '行动', en: 'Campaigns' },
} as const;

/** The second-nearest warning distance of the law: near enough to act, far enough to still act in time. */
function warningDays(today: string): number {
  return lawNumbers('patent.annuity.alert-days-before', today).value.toSorted((a, b) => a - b)[1] ?? 30;
}

async function rights(ctx: Ctx): Promise<Counted[]> {
  if (!may(ctx, PATENT_READ)) return [];
  const granted = { status: ['granted'], linked: true };
  const days = warningDays(ctx.today);
  const [yesterday, until] = [addDays(ctx.today, -1), addDays(ctx.today, days)];
  const patents = '/patents?status=granted&linked=true&sort=nextDueOn';
  return [
    {
      code: 'annuities-late',
      level: 'late',
      count: await countPatents(ctx, { ...granted, dueTo: yesterday }),
      words: { zh: '# 件专利在滞纳期内，逾期将终止', en: '# patents are overdue and will lapse' },
      when: now,
      tag: tags.annuity,
      href: `${patents}&dueTo=${yesterday}`,
    },
    {
      code: 'annuities-due',
      level: 'soon',
      count: await countPatents(ctx, { ...granted, dueFrom: ctx.today, dueTo: until }),
      words: { zh: '# 件专利年费将到期', en: '# patents have an annuity due' },
      when: within(days),
      tag: tags.annuity,
      href: `${patents}&dueFrom=${ctx.today}&dueTo=${until}`,
    },
    {
      code: 'renewals-grace',
      level: 'late',
      count: await countTrademarks(ctx, { status: ['grace'], linked: true }),
      words: { zh: '# 件商标在宽展期内未续展', en: '# marks are in their grace period' },
      when: now,
      tag: tags.renewal,
      href: '/trademarks?status=grace&linked=true',
    },
  ];
}

/** Indicators whose count asks for something to be done. */
const CERTIFICATES: readonly { code: string; level: DueItem['level']; when: Bilingual }[] = [
  { code: 'standard-superseded', level: 'late', when: waiting },
  { code: 'standard-expiring', level: 'soon', when: soon },
  { code: 'officer-certificates-expiring', level: 'soon', when: soon },
];

/** Counts of indicators about certificates: the stored figure for the district, counted anew for a smaller reach. */
async function certificates(ctx: Ctx, snapshot: PlanSnapshot, figures: FiguresByCode): Promise<Counted[]> {
  const items: Counted[] = [];
  for (const { code, ...item } of CERTIFICATES) {
    const indicator = snapshot.indicators.find(({ pack }) => pack.code === code);
    const permission = ctx.services.facts.subjects.get(indicator?.subject ?? '')?.subject.permission;
    if (indicator === undefined || permission === undefined || !may(ctx, permission)) continue;
    const whole = scopeFor(ctx, permission).kind === 'district';
    const count = whole ? (figures.get(code)?.value ?? 0) : await countIndicatorRows(ctx, indicator, 'counted');
    const { label, unit } = indicator.pack;
    const words = { zh: `${label.zh} # ${unit.zh}`, en: `${label.en}: #` };
    items.push({
      ...item,
      code,
      count,
      words,
      tag: tags.certificate,
      href: `/plan/indicators/${code}/rows?part=counted`,
    });
  }
  return items;
}

async function imports(ctx: Ctx): Promise<Counted[]> {
  const n = await countWaiting(ctx);
  const item = (code: string, count: number, words: Bilingual, tag: Bilingual, href: string): Counted => ({
    code,
    count,
    words,
    tag,
    href,
    level: 'info',
    when: waiting,
  });
  return [
    item('reviews', n.reviews, { zh: '# 个名称待复核', en: '# names to review' }, tags.matching, '/matching'),
    item('doubtful', n.doubtful, { zh: '# 行导入数据存疑', en: '# doubtful rows' }, tags.imports, '/imports'),
    item(
      'previews',
      n.previews,
      { zh: '# 个文件待提交', en: '# files to apply' },
      tags.imports,
      '/imports?state=previewed,recognised',
    ),
  ];
}

const REGISTERS = ['parties', 'mentions', 'patents', 'trademarks', 'madrid', PLAN_REGISTER];
const KEPT = 64;
const kept = new WeakMap<Services, Map<string, Promise<Counted[]>>>();

/** Counts of rights and certificates; counted once for each reach and state of the registers. */
async function countedOnce(ctx: Ctx, snapshot: PlanSnapshot, figures: FiguresByCode): Promise<Counted[]> {
  const subjects = [...ctx.services.facts.subjects.values()].map(({ subject }) => subject.permission);
  const reach = [PATENT_READ, ...new Set(subjects)].map((one) => [may(ctx, one), scopeFor(ctx, one)]);
  const versions = await registerVersions(ctx.db, ctx.district, REGISTERS);
  const key = JSON.stringify([ctx.district, ctx.today, versions, snapshot.version, reach]);
  const mine = kept.get(ctx.services) ?? new Map<string, Promise<Counted[]>>();
  kept.set(ctx.services, mine);
  const known = mine.get(key);
  if (known !== undefined) return known;
  const counting = (async () => [...(await rights(ctx)), ...(await certificates(ctx, snapshot, figures))])();
  mine.set(key, counting);
  counting.catch(() => mine.delete(key));
  const oldest = mine.keys().next().value;
  if (mine.size > KEPT && oldest !== undefined) mine.delete(oldest);
  return counting;
}

const LEVELS: readonly DueItem['level'][] = ['late', 'soon', 'info'];

/** What waits or is due, within the reach of who asks: late first. Every count opens the rows it counts. */
export async function dueItems(
  ctx: Ctx,
  snapshot: PlanSnapshot,
  figures: FiguresByCode,
  campaigns: CampaignsPort,
): Promise<DueItem[]> {
  const { language } = ctx;
  const counted = [...(await countedOnce(ctx, snapshot, figures)), ...(await imports(ctx))];
  const items = counted
    .filter((item) => item.count > 0)
    .map(({ code, count, level, href, words, when, tag }) => ({
      code,
      label: words[language].replace('#', new Intl.NumberFormat('en').format(count)),
      detail: null,
      dueOn: null,
      when: when[language],
      level,
      tag: tag[language],
      href,
    }));
  const steps = (await campaigns.due(ctx)).map((step) => ({
    ...step,
    when: step.dueOn ?? waiting[language],
    tag: tags.campaign[language],
  }));
  return [...items, ...steps].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
