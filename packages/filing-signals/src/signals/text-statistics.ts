import type { Filing, Signal } from '../types.ts';
import { percent, round, say, strengthOf } from './sentence.ts';
import { countPrior, type Prior, shrinkCount } from './shrink.ts';
import type { TextLinks } from './text-links.ts';
import { nameOf, type World } from './world.ts';

const FEWEST_CLAUSES = 3;
const WORD_FOR_WORD = 0.97;

/**
 * Order 77 article 3 (3): texts as a generator makes them: clause after clause the same frame of common words with other
 * things put in. Filings that are alike as a whole are not counted: they are told of as near-identical.
 */
export function findGeneratedTexts(world: World, links: TextLinks): Signal[] {
  const { fewestFilings, clauseShare, times } = world.settings.generated;
  const counted = [...world.byHolder].map(([holder, filings]) => {
    const framed = filings.map((filing) => ({ filing, frames: links.framesOf(filing) }));
    const usable = framed.filter(({ filing, frames }) => frames.length >= FEWEST_CLAUSES && !isCopy(links, filing));
    const uses = new Map<string, number>();
    for (const { frames } of usable) for (const frame of new Set(frames)) uses.set(frame, (uses.get(frame) ?? 0) + 1);
    const made = usable.flatMap(({ filing, frames }) => {
      const share = frames.filter((frame) => uses.get(frame)! >= fewestFilings).length / frames.length;
      return share >= clauseShare ? [{ filing, share }] : [];
    });
    return { holder, made, exposure: filings.filter(({ abstract }) => abstract).length };
  });
  const peers = counted.filter(({ exposure }) => exposure > 0);
  const prior = countPrior(peers.map(({ made, exposure }) => ({ count: made.length, exposure })));
  return peers.flatMap(({ holder, made, exposure }) => {
    const shrunk = shrinkCount(made.length, exposure, prior, world.settings.interval);
    const bar = Math.max(prior.mean * times, 1 / (exposure + 1));
    if (made.length < fewestFilings || shrunk.low < bar) return [];
    return [
      statistic(world, holder, {
        kind: 'generated-text',
        category: 3,
        filings: made.toSorted((a, b) => b.share - a.share).map(({ filing }) => filing),
        figure: made.length,
        exposure,
        prior,
        shrunk,
        strength: strengthOf(shrunk.low, bar),
        peers: peers.length,
        zh: '{name}的 {count} 件申请逐句套用同一句式、只换名词（平均 {share} 的分句），与批量生成的文字相符。',
        en: '{count} filings of {name} use the same sentence frames with other nouns ({share} of clauses on average), as generated texts do.',
        share: percent(made.reduce((sum, { share }) => sum + share, 0) / made.length),
        figureName: 'framed-filings',
      }),
    ];
  });
}

function isCopy(links: TextLinks, { id }: Filing): boolean {
  return links.of(id).some(({ score }) => score >= WORD_FOR_WORD);
}

/** Order 77 article 3 (4): limits without need, counted as words of limitation and numbers per hundred units of text. */
export function findUselessLimitations(world: World): Signal[] {
  const { fewestFilings, times, words } = world.settings.limitation;
  const counted = [...world.byHolder].flatMap(([holder, filings]) => {
    const own = filings.flatMap((filing) => {
      if (!filing.abstract) return [];
      const limits = words.reduce((sum, word) => sum + filing.abstract!.split(word).length - 1, 0);
      return [{ filing, limits, exposure: filing.abstract.length / 100 }];
    });
    return own.length === 0 ? [] : [{ holder, own, count: total(own, 'limits'), exposure: total(own, 'exposure') }];
  });
  const prior = countPrior(counted);
  return counted.flatMap(({ holder, own, count, exposure }) => {
    const shrunk = shrinkCount(count, exposure, prior, world.settings.interval);
    const bar = prior.mean * times;
    const limited = own.filter(({ limits, exposure: length }) => limits / length > bar);
    if (limited.length < fewestFilings || shrunk.low <= bar) return [];
    return [
      statistic(world, holder, {
        kind: 'useless-limitation',
        category: 4,
        filings: limited.toSorted((a, b) => b.limits - a.limits).map(({ filing }) => filing),
        figure: round(count / exposure),
        exposure: 1,
        prior,
        shrunk,
        strength: strengthOf(shrunk.low, bar),
        peers: counted.length,
        zh: '{name}的 {count} 件申请堆砌尺寸、颜色、形状等限定，每百字 {share} 处，通常为 {usual} 处。',
        en: '{count} filings of {name} pile up limits of size, colour or shape: {share} in a hundred characters, where {usual} is usual.',
        share: String(round(count / exposure)),
        figureName: 'limits',
      }),
    ];
  });
}

function total<K extends string>(items: readonly Record<K, number>[], name: K): number {
  return items.reduce((sum, item) => sum + item[name], 0);
}

interface Statistic {
  kind: 'generated-text' | 'useless-limitation';
  category: 3 | 4;
  filings: Filing[];
  figure: number;
  exposure: number;
  prior: Prior;
  shrunk: { mean: number; low: number; high: number };
  strength: number;
  peers: number;
  zh: string;
  en: string;
  share: string;
  figureName: string;
}

function statistic(world: World, holder: string, it: Statistic): Signal {
  const usual = round(it.prior.mean * it.exposure);
  return {
    kind: it.kind,
    category: it.category,
    subject: { type: 'party', id: holder },
    key: `${it.kind}:${holder}`,
    strength: round(it.strength, 3),
    figure: it.figure,
    baseline: {
      expected: usual,
      low: round(it.shrunk.low * it.exposure),
      high: round(it.shrunk.high * it.exposure),
      peers: it.peers,
      note: {
        zh: `与本区 ${it.peers} 个申请人相比，已按样本大小收缩`,
        en: `Compared with ${it.peers} holders of the district, shrunk by sample size`,
      },
    },
    filings: it.filings.map(({ id }) => id),
    evidence: {
      sort: 'counts',
      figures: [
        { name: 'filings', value: it.filings.length, unit: 'filing' },
        { name: it.figureName, value: it.figure, unit: it.kind === 'generated-text' ? 'filing' : 'per-100-characters' },
        { name: 'usual', value: usual, unit: it.kind === 'generated-text' ? 'filing' : 'per-100-characters' },
      ],
      from: null,
      to: null,
    },
    ...say(it.zh, it.en, { name: nameOf(world, holder), count: it.filings.length, share: it.share, usual }),
  };
}
