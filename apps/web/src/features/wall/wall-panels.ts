import type { CampaignSummary, IndicatorSummary } from '@jince/contract';
import type { Home, Plan } from '../../lib/plan.ts';

export type WallPanel =
  | { readonly kind: 'headline'; readonly key: string; readonly indicators: Plan['headline'] }
  | {
      readonly kind: 'chapter';
      readonly key: string;
      readonly title: string;
      readonly page: number;
      readonly pages: number;
      readonly rows: readonly ChapterRow[];
      readonly notBuilt: readonly string[];
    }
  | { readonly kind: 'map'; readonly key: string; readonly home: Home }
  | { readonly kind: 'trend'; readonly key: string; readonly home: Home }
  | { readonly kind: 'campaigns'; readonly key: string; readonly campaigns: readonly CampaignSummary[] };

export interface ChapterRow {
  readonly clause: string;
  readonly indicator: IndicatorSummary;
}

/** Rows that a screen holds in type that is read across a room. */
const rowsPerPanel = 7;

/** Indicators that say something on a wall: those with a figure, and those whose target waits for data. */
const tells = (indicator: IndicatorSummary) =>
  indicator.value !== null || (indicator.target !== null && indicator.standing !== 'not-built');

/** Nearly equal pages, so that the last does not stand nearly empty. */
export function pagesOf<T>(items: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / most));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, page) => items.slice(page * size, (page + 1) * size));
}

/** What a chapter is steered by: its headlines and targets; where there is none, its figures. */
function rowsOf(chapter: Plan['chapters'][number]): ChapterRow[] {
  const all = chapter.clauses.flatMap((clause) =>
    clause.indicators.filter(tells).map((indicator) => ({ clause: clause.code, indicator })),
  );
  const steering = all.filter(({ indicator }) => indicator.target !== null || indicator.headline);
  return steering.length > 0 ? steering : all;
}

function chapterPanels(chapter: Plan['chapters'][number]): WallPanel[] {
  const rows = rowsOf(chapter);
  const notBuilt = chapter.clauses.flatMap((clause) =>
    clause.measures.filter((measure) => measure.standing === 'not-built').map((measure) => measure.label),
  );
  const pages = pagesOf(rows, rowsPerPanel);
  return pages.map((some, index) => ({
    kind: 'chapter',
    key: `${chapter.code}-${index}`,
    title: `${chapter.code} ${chapter.title}`,
    page: index + 1,
    pages: pages.length,
    rows: some,
    // Said once, where the chapter ends.
    notBuilt: index === pages.length - 1 ? notBuilt : [],
  }));
}

/** What the wall shows one after the other; a part without anything to show has no panel. */
export function panelsOf(
  plan: Plan | undefined,
  home: Home | undefined,
  campaigns: readonly CampaignSummary[],
): WallPanel[] {
  const running = campaigns.filter((campaign) => campaign.state === 'running');
  return [
    ...(plan && plan.headline.length > 0
      ? [{ kind: 'headline' as const, key: 'headline', indicators: plan.headline }]
      : []),
    ...(plan?.chapters ?? []).flatMap(chapterPanels),
    ...(home && home.cartogram.tiles.length > 0 ? [{ kind: 'map' as const, key: 'map', home }] : []),
    ...(home && home.trend.points.length > 1 ? [{ kind: 'trend' as const, key: 'trend', home }] : []),
    ...(running.length > 0
      ? [{ kind: 'campaigns' as const, key: 'campaigns', campaigns: running.slice(0, rowsPerPanel) }]
      : []),
  ];
}
