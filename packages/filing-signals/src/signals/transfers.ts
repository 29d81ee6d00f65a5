import type { Filing, FilingEvent, Signal } from '../types.ts';
import { dayOf } from './dates.ts';
import { percent, round, say, strengthOf } from './sentence.ts';
import { ratePrior, shrinkRate } from './shrink.ts';
import { nameOf, type World } from './world.ts';

interface Pattern {
  kind: 'transfer-pattern' | 'inventor-change-pattern';
  event: FilingEvent['kind'];
  fewestFilings: number;
  margin: number;
  withinDays: number | null;
  zh: string;
  en: string;
}

/** Order 77 article 3 (7): rights passed on soon after filing, and inventors changed, more often than peers do. */
export function findTransfers(world: World): Signal[] {
  const { transfer, inventorChange } = world.settings;
  return [
    ...findPattern(world, {
      kind: 'transfer-pattern',
      event: 'transfer',
      fewestFilings: transfer.fewestFilings,
      margin: transfer.margin,
      withinDays: transfer.withinDays,
      zh: '{name}的 {count} 件申请有 {hits} 件在申请后 {days} 天内转让（{share}），本区通常为 {usual}。',
      en: '{hits} of {count} filings of {name} were transferred within {days} days of filing ({share}); {usual} is usual in the district.',
    }),
    ...findPattern(world, {
      kind: 'inventor-change-pattern',
      event: 'inventor-change',
      fewestFilings: inventorChange.fewestFilings,
      margin: inventorChange.margin,
      withinDays: null,
      zh: '{name}的 {count} 件申请有 {hits} 件变更过发明人（{share}），本区通常为 {usual}。',
      en: 'Inventors were changed in {hits} of {count} filings of {name} ({share}); {usual} is usual in the district.',
    }),
  ];
}

/** Filings transferred to the holder count for it as well: it acquired them. */
function findPattern(world: World, pattern: Pattern): Signal[] {
  const counted = [...world.byHolder].map(([holder, filings]) => ({
    holder,
    hits: filings.flatMap((filing) => eventOf(filing, pattern) ?? []),
    trials: filings.length,
  }));
  const prior = ratePrior(counted.map(({ hits, trials }) => ({ hits: hits.length, trials })));
  return counted.flatMap(({ holder, hits, trials }) => {
    if (hits.length < pattern.fewestFilings) return [];
    const shrunk = shrinkRate(hits.length, trials, prior, world.settings.interval);
    const bar = prior.mean + pattern.margin;
    if (shrunk.low <= bar) return [];
    return [
      {
        kind: pattern.kind,
        category: 7 as const,
        subject: { type: 'party' as const, id: holder },
        key: `${pattern.kind}:${holder}`,
        strength: round(strengthOf(shrunk.low, bar), 3),
        figure: round(hits.length / trials, 3),
        baseline: {
          expected: round(prior.mean, 3),
          low: round(shrunk.low, 3),
          high: round(shrunk.high, 3),
          peers: counted.length,
          note: {
            zh: '与本区全部申请人相比，已按样本大小收缩',
            en: 'Compared with all holders of the district, shrunk by sample size',
          },
        },
        filings: hits.map(({ filing }) => filing.id),
        evidence: {
          sort: 'periods' as const,
          rows: hits.map(({ filing, event }) => ({ id: filing.id, on: event.on, what: event.kind })),
        },
        ...say(pattern.zh, pattern.en, {
          name: nameOf(world, holder),
          count: trials,
          hits: hits.length,
          days: pattern.withinDays ?? '',
          share: percent(hits.length / trials),
          usual: percent(prior.mean),
        }),
      },
    ];
  });
}

function eventOf(filing: Filing, { event, withinDays }: Pattern): { filing: Filing; event: FilingEvent } | undefined {
  const found = filing.events.find(({ kind, on }) => {
    if (kind !== event) return false;
    if (withinDays === null) return true;
    return filing.filedOn !== null && dayOf(on) - dayOf(filing.filedOn) <= withinDays && on >= filing.filedOn;
  });
  return found && { filing, event: found };
}
