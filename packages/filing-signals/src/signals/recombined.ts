import { listPassages } from '../text/near-duplicate-index.ts';
import type { Filing, Passage, Signal } from '../types.ts';
import { percent, round, say } from './sentence.ts';
import type { TextLinks } from './text-links.ts';
import { byDate, nameOf, type World } from './world.ts';

const MOST_SOURCES = 5;

/** Order 77 article 3 (1), second half: a text pieced together from several earlier ones, none of which it copies whole. */
export function findRecombined(world: World, links: TextLinks): Signal[] {
  const { recombinedCovered, recombinedSource, recombinedLargest } = world.settings.text;
  const signals: Signal[] = [];
  for (const filing of world.filings.values()) {
    if (!filing.abstract) continue;
    const earlier = links.of(filing.id).flatMap(({ id, contained }) => {
      const other = world.filings.get(id);
      return other?.abstract && contained >= recombinedSource && byDate(other, filing) < 0 ? [other] : [];
    });
    if (earlier.length < 2) continue;
    const key = earlier.map(({ id }) => id).join(' ');
    const found = links.remember(filing.id, key, () => cover(filing, filing.abstract!, earlier));
    const sources = found.filter(({ share }) => share >= recombinedSource);
    const covered = sources.reduce((sum, { share }) => sum + share, 0);
    if (sources.length < 2 || covered < recombinedCovered || sources[0]!.share > recombinedLargest) continue;
    signals.push(recombined(world, filing, sources, covered));
  }
  return signals;
}

interface Source {
  filing: Filing;
  share: number;
  passages: Passage[];
}

/** Takes the source that covers most of what is left, again and again. */
function cover(filing: Filing, abstract: string, candidates: Filing[]): Source[] {
  const taken = new Uint8Array(abstract.length);
  const rest = candidates
    .slice(0, 2 * MOST_SOURCES)
    .map((one) => ({ one, passages: listPassages(filing, one).filter(({ part }) => part === 'abstract') }));
  const sources: Source[] = [];
  while (rest.length > 0 && sources.length < MOST_SOURCES) {
    const gains = rest.map(({ passages }) => passages.reduce((sum, { a }) => sum + countFree(taken, a), 0));
    const best = gains.indexOf(Math.max(...gains));
    if (gains[best]! === 0) break;
    const [{ one, passages }] = rest.splice(best, 1) as [(typeof rest)[number]];
    const fresh = passages.filter(({ a }) => countFree(taken, a) > 0);
    for (const { a } of fresh) taken.fill(1, a.start, a.end);
    sources.push({ filing: one, share: gains[best]! / abstract.length, passages: fresh });
  }
  return sources;
}

function countFree(taken: Uint8Array, { start, end }: { start: number; end: number }): number {
  let free = 0;
  for (let at = start; at < end; at++) if (!taken[at]) free++;
  return free;
}

function recombined(world: World, filing: Filing, sources: Source[], covered: number): Signal {
  const holder = filing.holders[0] ?? filing.id;
  const bar = world.settings.text.recombinedCovered;
  return {
    kind: 'recombined',
    category: 1,
    subject: { type: 'party', id: holder },
    key: `recombined:${filing.id}`,
    strength: round(Math.min(1, 0.5 + 0.5 * ((covered - bar) / Math.max(0.01, 1 - bar))), 3),
    figure: round(covered, 3),
    baseline: {
      expected: 0,
      low: bar,
      high: 1,
      peers: world.filings.size,
      note: {
        zh: '摘要中能在多件更早申请里逐段找到的比例；区间为提示线至全部',
        en: 'Share of the abstract found passage by passage in several earlier filings; the interval runs from the bar to all',
      },
    },
    filings: [filing.id, ...sources.map((source) => source.filing.id)],
    evidence: {
      sort: 'recombined',
      filing: filing.id,
      sources: sources.map((source) => ({
        id: source.filing.id,
        share: round(source.share, 3),
        passages: source.passages,
      })),
      covered: round(covered, 3),
    },
    ...say(
      '“{title}”（{name}）的摘要有 {covered} 可在 {count} 件更早的申请中逐段找到，像是拼合而成。',
      '{covered} of the abstract of “{title}” ({name}) is found passage by passage in {count} earlier filings, as if pieced together.',
      { title: filing.title, name: nameOf(world, holder), covered: percent(covered), count: sources.length },
    ),
  };
}
