import { listPassages } from '../text/near-duplicate-index.ts';
import type { Filing, Signal } from '../types.ts';
import { percent, round, say } from './sentence.ts';
import { countPrior, shrinkCount } from './shrink.ts';
import type { TextLinks } from './text-links.ts';
import { byDate, nameOf, type World } from './world.ts';

const MOST_PAIRS = 20;

interface Link {
  a: Filing;
  b: Filing;
  score: number;
}

/** Order 77 article 3 (1) and (2): texts all but the same, within one holder and between holders. */
export function findAlikeFilings(world: World, links: TextLinks): Signal[] {
  const within = new Map<string, Link[]>();
  const copied = new Map<string, Link[]>();
  for (const { a, b, score } of links.pairs()) {
    const left = world.filings.get(a);
    const right = world.filings.get(b);
    if (!left || !right) continue;
    const [earlier, later] = byDate(left, right) <= 0 ? [left, right] : [right, left];
    const shared = later.holders.filter((holder) => earlier.holders.includes(holder));
    if (shared.length > 0 && score >= world.settings.text.nearIdentical)
      for (const holder of shared) push(within, holder, { a: earlier, b: later, score });
    if (shared.length === 0 && score >= world.settings.text.copied && !isFamily(earlier, later))
      push(copied, later.id, { a: earlier, b: later, score });
  }
  const usual = usualShare(world, within);
  return [
    ...[...within].flatMap(([holder, own]) => groupsOf(own).map((group) => nearIdentical(world, holder, group, usual))),
    ...[...copied].map(([id, own]) => copiedText(world, world.filings.get(id)!, own, copied.size)),
  ];
}

/** The same invention filed as a utility model and an invention on one day is lawful (Patent Law, article 9). */
function isFamily(a: Filing, b: Filing): boolean {
  return a.kind !== b.kind && a.filedOn !== null && a.filedOn === b.filedOn && a.inventors[0] === b.inventors[0];
}

function push(map: Map<string, Link[]>, key: string, link: Link): void {
  const own = map.get(key);
  if (own) own.push(link);
  else map.set(key, [link]);
}

/** Links that hang together, without lawful double filings. */
function groupsOf(links: Link[]): Link[][] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    while (parent.has(root)) root = parent.get(root)!;
    return root;
  };
  const kept = links.filter(({ a, b }) => !isFamily(a, b));
  for (const { a, b } of kept) {
    const left = rootOf(a.id);
    const right = rootOf(b.id);
    if (left !== right) parent.set(right, left);
  }
  const groups = new Map<string, Link[]>();
  for (const link of kept) push(groups, rootOf(link.a.id), link);
  return [...groups.values()];
}

function usualShare(world: World, within: ReadonlyMap<string, Link[]>): ReturnType<typeof countPrior> {
  const alike = (holder: string): number =>
    new Set((within.get(holder) ?? []).flatMap(({ a, b }) => [a.id, b.id])).size;
  return countPrior([...world.byHolder].map(([id, own]) => ({ count: alike(id), exposure: own.length })));
}

function nearIdentical(world: World, holder: string, group: Link[], usual: ReturnType<typeof countPrior>): Signal {
  const filings = [...new Map(group.flatMap(({ a, b }) => [a, b]).map((one) => [one.id, one])).values()].sort(byDate);
  const own = world.byHolder.get(holder)!.length;
  const best = group.toSorted((x, y) => y.score - x.score);
  const interval = shrinkCount(filings.length, own, usual, world.settings.interval);
  const score = best[0]!.score;
  return {
    kind: 'near-identical',
    category: 1,
    subject: { type: 'party', id: holder },
    key: `near-identical:${holder}:${filings[0]!.id}`,
    strength: round(score * (1 - 0.5 / (filings.length - 1 || 1) ** 0.5) + (score >= 0.95 ? 0.2 : 0.1) * score, 3),
    figure: filings.length,
    baseline: {
      expected: round(usual.mean * own),
      low: round(Math.min(own, interval.low * own)),
      high: round(Math.min(own, interval.high * own)),
      peers: world.byHolder.size,
      note: {
        zh: `本区申请人每百件申请平均有 ${round(usual.mean * 100, 1)} 件与自己的其他申请近似`,
        en: `On average ${round(usual.mean * 100, 1)} of a hundred filings in the district are close to another of the same holder`,
      },
    },
    filings: filings.map(({ id }) => id),
    evidence: {
      sort: 'text-pairs',
      pairs: best.slice(0, MOST_PAIRS).map(({ a, b, score: own }) => ({
        a: a.id,
        b: b.id,
        score: round(own, 3),
        passages: listPassages(a, b),
      })),
    },
    ...say(
      '{name}的 {count} 件申请名称和摘要明显相近（最高相似度 {score}），首件为“{title}”。',
      '{count} filings of {name} have titles and abstracts that are plainly alike (likeness up to {score}), the first being “{title}”.',
      {
        name: nameOf(world, holder),
        count: filings.length,
        score: percent(score),
        title: filings[0]!.title,
      },
    ),
  };
}

function copiedText(world: World, later: Filing, links: Link[], copies: number): Signal {
  const best = links.toSorted((x, y) => y.score - x.score || byDate(x.a, y.a));
  const { a: source, score } = best[0]!;
  const share = copies / Math.max(1, world.filings.size);
  return {
    kind: 'copied-text',
    category: 2,
    subject: { type: 'party', id: later.holders[0] ?? later.id },
    key: `copied-text:${later.id}`,
    strength: round(score * 0.9, 3),
    figure: round(score, 3),
    baseline: {
      expected: round(share, 4),
      low: round(world.settings.text.copied, 3),
      high: 1,
      peers: world.filings.size,
      note: {
        zh: `本区申请中与他人申请近似的占 ${percent(share)}；区间为提示线至完全相同`,
        en: `${percent(share)} of the district's filings are close to another holder's; the interval runs from the bar to identity`,
      },
    },
    filings: [later.id, ...best.map(({ a }) => a.id)],
    evidence: {
      sort: 'text-pairs',
      pairs: best
        .slice(0, MOST_PAIRS)
        .map(({ a, score: own }) => ({ a: a.id, b: later.id, score: round(own, 3), passages: listPassages(a, later) })),
    },
    ...say(
      '“{title}”（{name}）与他人申请“{source}”（{other}）的文字相似度为 {score}。',
      '“{title}” ({name}) is {score} alike in wording to “{source}” of another holder ({other}).',
      {
        title: later.title,
        name: nameOf(world, later.holders[0] ?? later.id),
        source: source.title,
        other: nameOf(world, source.holders[0] ?? source.id),
        score: percent(score),
      },
    ),
  };
}
