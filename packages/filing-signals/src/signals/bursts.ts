import type { Filing, HolderFacts, Signal } from '../types.ts';
import { dayOf, densestWindow } from './dates.ts';
import { round, say, strengthOf } from './sentence.ts';
import { countPrior, type Prior, type Shrunk, shrinkCount } from './shrink.ts';
import { datedDays, fieldOf, nameOf, type World } from './world.ts';

/** Order 77 article 3 (5): many filings in a short time without the people or the money for them. */
export function findBursts(world: World): Signal[] {
  const { windowDays, employeeBands } = world.settings.burst;
  const bands = new Map<number, { holder: string; inWindow: Filing[]; days: [number, number] }[]>();
  for (const [holder, filings] of world.byHolder) {
    const dated = datedDays(filings);
    if (dated.length === 0) continue;
    const { from, to } = densestWindow(
      dated.map(({ day }) => day),
      windowDays,
    );
    const band = bandOf(world.holders.get(holder)?.employees ?? null, employeeBands);
    const one = {
      holder,
      inWindow: dated.slice(from, to + 1).map(({ filing }) => filing),
      days: [dated[from]!.day, dated[to]!.day] as [number, number],
    };
    bands.set(band, [...(bands.get(band) ?? []), one]);
  }
  return [...bands.values()].flatMap((peers) => {
    const prior = countPrior(peers.map(({ inWindow }) => ({ count: inWindow.length, exposure: 1 })));
    return peers.flatMap((one) => burst(world, one, prior, peers.length));
  });
}

/** Unknown numbers of employees are a band of their own. */
function bandOf(value: number | null, bounds: readonly number[]): number {
  return value === null ? -1 : bounds.filter((bound) => value >= bound).length;
}

function burst(
  world: World,
  { holder, inWindow }: { holder: string; inWindow: Filing[] },
  prior: Prior,
  peers: number,
): Signal[] {
  const { fewestFilings, times, filingsPerEmployee, youngDays, windowDays } = world.settings.burst;
  const shrunk = shrinkCount(inWindow.length, 1, prior, world.settings.interval);
  const bar = prior.mean * times;
  if (inWindow.length < fewestFilings || shrunk.low <= bar) return [];
  const facts = world.holders.get(holder);
  const employees = facts?.employees ?? null;
  if (employees !== null && inWindow.length < filingsPerEmployee * employees) return [];
  const first = inWindow[0]!.filedOn!;
  const last = inWindow.at(-1)!.filedOn!;
  const young = facts?.establishedOn ? dayOf(first) - dayOf(facts.establishedOn) < youngDays : false;
  // Nothing known of the people is a weaker ground than few of them; a young firm a stronger one.
  const weight = (employees === null ? 0.75 : 1) * (young ? 1 : 0.9);
  const people = employees === null ? '人员情况未知' : `在职 ${employees} 人`;
  const peopleEn = employees === null ? 'its staff is unknown' : `it has ${employees} employees`;
  return [
    {
      kind: 'burst',
      category: 5,
      subject: { type: 'party', id: holder },
      key: `burst:${holder}:${first.slice(0, 7)}`,
      strength: round(strengthOf(shrunk.low, bar) * weight, 3),
      figure: inWindow.length,
      baseline: baselineOf(prior, shrunk, peers, {
        zh: `同等人数的 ${peers} 个申请人最密集的 ${windowDays} 天内平均申请 ${round(prior.mean, 1)} 件`,
        en: `${peers} holders of like staff filed ${round(prior.mean, 1)} on average in their densest ${windowDays} days`,
      }),
      filings: inWindow.map(({ id }) => id),
      evidence: { sort: 'counts', figures: figuresOf(inWindow.length, windowDays, facts), from: first, to: last },
      ...say(
        '{name}在 {from} 至 {to} 间提交 {count} 件申请，{people}{young}；同类申请人通常不超过 {usual} 件。',
        '{name} filed {count} applications from {from} to {to}; {peopleEn}{youngEn}; holders like it usually file no more than {usual}.',
        {
          name: nameOf(world, holder),
          from: first,
          to: last,
          count: inWindow.length,
          people,
          peopleEn,
          young: young ? '，成立不足一年' : '',
          youngEn: young ? ' and is less than a year old' : '',
          usual: Math.ceil(bar),
        },
      ),
    },
  ];
}

function figuresOf(
  count: number,
  windowDays: number,
  facts: HolderFacts | undefined,
): { name: string; value: number; unit: string }[] {
  const known = (name: string, value: number | null | undefined, unit: string) =>
    value === null || value === undefined ? [] : [{ name, value, unit }];
  return [
    { name: 'filings', value: count, unit: 'filing' },
    { name: 'window', value: windowDays, unit: 'day' },
    ...known('employees', facts?.employees, 'person'),
    ...known('capital', facts?.capitalFen, 'fen'),
  ];
}

function baselineOf(prior: Prior, shrunk: Shrunk, peers: number, note: { zh: string; en: string }): Signal['baseline'] {
  return { expected: round(prior.mean), low: round(shrunk.low), high: round(shrunk.high), peers, note };
}

/** Order 77 article 3 (5): one person named as inventor in many unrelated fields within a year. */
export function findUnrelatedFields(world: World): Signal[] {
  const { windowDays, filingBands, fewestFilings } = world.settings.fields;
  const bands = new Map<number, { holder: string; inventor: string; filings: Filing[]; fields: string[] }[]>();
  for (const [holder, filings] of world.byHolder) {
    const byInventor = Map.groupBy(
      filings.flatMap((filing) => [...new Set(filing.inventors)].map((inventor) => ({ inventor, filing }))),
      ({ inventor }) => inventor,
    );
    for (const [inventor, named] of byInventor) {
      const dated = datedDays(named.map(({ filing }) => filing)).filter(({ filing }) => fieldOf(filing) !== null);
      if (dated.length === 0) continue;
      const { from, to } = densestWindow(
        dated.map(({ day }) => day),
        windowDays,
      );
      const own = dated.slice(from, to + 1).map(({ filing }) => filing);
      const fields = [...new Set(own.map((filing) => fieldOf(filing)!.slice(0, 3)))].sort();
      const band = bandOf(own.length, filingBands);
      const peers = bands.get(band);
      if (peers) peers.push({ holder, inventor, filings: own, fields });
      else bands.set(band, [{ holder, inventor, filings: own, fields }]);
    }
  }
  return [...bands.values()].flatMap((peers) => {
    const prior = countPrior(peers.map(({ fields }) => ({ count: fields.length, exposure: 1 })));
    return peers
      .filter(({ filings }) => filings.length >= fewestFilings)
      .flatMap((one) => unrelatedFields(world, one, prior, peers.length));
  });
}

function unrelatedFields(
  world: World,
  { holder, inventor, filings, fields }: { holder: string; inventor: string; filings: Filing[]; fields: string[] },
  prior: Prior,
  peers: number,
): Signal[] {
  const { fewestFields, times } = world.settings.fields;
  const shrunk = shrinkCount(fields.length, 1, prior, world.settings.interval);
  const bar = prior.mean * times;
  // Fields of one person vary less than chance would have it, so the shrunk mean and not its near end meets the bar.
  if (fields.length < fewestFields || shrunk.mean <= bar || fields.length <= bar) return [];
  return [
    {
      kind: 'unrelated-fields',
      category: 5,
      subject: { type: 'person', id: `${holder}|${inventor}` },
      key: `unrelated-fields:${holder}:${inventor}`,
      strength: round(strengthOf(shrunk.mean, bar), 3),
      figure: fields.length,
      baseline: baselineOf(prior, shrunk, peers, {
        zh: `件数相近的 ${peers} 名发明人平均涉及 ${round(prior.mean, 1)} 个技术大类`,
        en: `${peers} inventors with as many filings cover ${round(prior.mean, 1)} IPC classes on average`,
      }),
      filings: filings.map(({ id }) => id),
      evidence: {
        sort: 'counts',
        figures: [
          { name: 'filings', value: filings.length, unit: 'filing' },
          { name: 'fields', value: fields.length, unit: 'ipc-class' },
        ],
        from: filings[0]!.filedOn,
        to: filings.at(-1)!.filedOn,
      },
      ...say(
        '{name}的发明人{inventor}一年内署名 {count} 件申请，分属 {fields} 个互不相关的技术大类（{list}）。',
        '{inventor}, inventor of {name}, is named in {count} filings of one year in {fields} unrelated IPC classes ({list}).',
        {
          name: nameOf(world, holder),
          inventor,
          count: filings.length,
          fields: fields.length,
          list: fields.slice(0, 8).join('、'),
        },
      ),
    },
  ];
}
