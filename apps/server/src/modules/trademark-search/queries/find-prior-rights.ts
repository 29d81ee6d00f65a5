import type { PriorRightsView } from '@jince/contract';
import { type PriorRightKind, priorRightGround } from '@jince/law';
import { compareMarks, normaliseMark } from '@jince/trademark-similarity';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { registersChangedAt } from '../../../platform/register-index/index.ts';
import { giChannelLabels, listGiRights } from '../../ip-rights/index.ts';
import { listPartyTexts, PARTY_READ } from '../../parties/index.ts';
import { markOptions } from '../domain/mark-options.ts';
import { tradeNames } from '../search/trade-names.ts';
import type { Reader } from './describe-marks.ts';

type Hit = PriorRightsView['groups'][number]['hits'][number];

/** Trade names looked at, and enterprises told of: who bears a name everybody uses has little of it. */
const MOST_NAMES = 12;
const MOST_BEARERS = 5;

export interface PriorQuestion {
  readonly text: string;
  /** Whose filing it would be: one's own name stands in nobody's way. */
  readonly party?: string | undefined;
}

/** The text as it is compared: without blanks, width and case. */
const plain = (text: string): string => String.fromCharCode(...normaliseMark(text).units);

/** What is said of two marks, said of a text and a right that is no mark. */
function saidOf(ctx: Ctx, text: string, word: string, kind: PriorRightKind): string {
  const { zh, en } = compareMarks(text, word, markOptions).reasons;
  if (ctx.language === 'en')
    return en.replaceAll('the earlier mark', 'the earlier name').replaceAll('the marks', 'the names');
  const right = kind === 'trade-name' ? '字号' : '地理标志';
  return zh.replaceAll('引证商标', right).replaceAll('查询商标', '所查文字').replaceAll('两商标', `所查文字与${right}`);
}

async function findTradeNames(ctx: Ctx, { text, party }: PriorQuestion): Promise<{ hits: Hit[]; total: number }> {
  const { index, words, bearers } = await tradeNames.get(ctx);
  const found = index.search(text, MOST_NAMES, { least: 'near' });
  let total = 0;
  const hits = found.flatMap(({ at, level, score }): Hit[] => {
    const word = words[at] as string;
    const others = (bearers[at] ?? []).filter(({ id }) => id !== party);
    total += others.length;
    const reasons = saidOf(ctx, text, word, 'trade-name');
    return others.slice(0, MOST_BEARERS).map((one) => ({
      word,
      name: one.name,
      level,
      score,
      reasons,
      since: one.establishedOn,
      place: ctx.services.places.townName(one.townCode),
      partyId: one.id,
      giId: null,
    }));
  });
  return { hits, total };
}

async function findIndications(ctx: Ctx, { text }: PriorQuestion): Promise<{ hits: Hit[]; total: number }> {
  const asked = plain(text);
  const indications = await listGiRights(ctx.db, ctx.district);
  const hits = indications.flatMap(({ id, name, from_on, channel }): Hit[] => {
    const { level, score } = compareMarks(text, name, markOptions);
    const whole = plain(name);
    const holds = whole !== '' && asked !== whole && asked.includes(whole);
    if (!holds && level !== 'identical' && level !== 'near') return [];
    const holding = { zh: `含有地理标志“${name}”的全部文字`, en: `holds all signs of the indication “${name}”` };
    return [
      {
        word: name,
        name,
        level: holds && level !== 'identical' ? 'near' : level,
        score,
        reasons: holds ? holding[ctx.language] : saidOf(ctx, text, name, 'geographical-indication'),
        since: from_on,
        place: (channel === null ? undefined : giChannelLabels[channel]?.[ctx.language]) ?? null,
        partyId: null,
        giId: id,
      },
    ];
  });
  return { hits, total: hits.length };
}

/** Links to records only where the reader may open them. */
async function linksFor(ctx: Ctx, hits: readonly Hit[], reader: Reader): Promise<Hit[]> {
  const ids = hits.flatMap(({ partyId }) => partyId ?? []);
  const own =
    reader === 'actor' && may(ctx, PARTY_READ)
      ? await listPartyTexts(ctx.db, ctx.district, scopeFor(ctx, PARTY_READ), ids)
      : undefined;
  return hits.map((hit) => (hit.partyId !== null && own?.has(hit.partyId) ? hit : { ...hit, partyId: null }));
}

/**
 * Rights of others that are no marks and may stand against a filing: trade names of the district's enterprises and its
 * geographical indications. Leads to check; whether such a right is earlier and known, people judge.
 */
export async function findPriorRights(ctx: Ctx, question: PriorQuestion, reader: Reader): Promise<PriorRightsView> {
  const searched = await tradeNames.get(ctx);
  const comparable = normaliseMark(question.text).units.length > 0;
  const find: Readonly<Record<PriorRightKind, typeof findTradeNames>> = {
    'trade-name': findTradeNames,
    'geographical-indication': findIndications,
  };
  const groups: PriorRightsView['groups'] = [];
  for (const kind of ['trade-name', 'geographical-indication'] as const) {
    const ground = priorRightGround(kind, ctx.today);
    if (ground === undefined) continue;
    const { hits, total } = comparable ? await find[kind](ctx, question) : { hits: [], total: 0 };
    groups.push({
      kind,
      article: ground.article,
      verify: ground.verify,
      text: ground[ctx.language],
      hits: await linksFor(ctx, hits, reader),
      total,
    });
  }
  return {
    groups,
    searched: {
      parties: searched.parties,
      indications: (await listGiRights(ctx.db, ctx.district)).length,
      changedAt: await registersChangedAt(ctx.db, ctx.district, ['parties', 'gis']),
      asOf: ctx.today,
    },
  };
}
