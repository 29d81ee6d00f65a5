import type { RouteOutput, routes, SignalEvidenceView } from '@jince/contract';
import { hasLaw, lawValue } from '@jince/law';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { precisionOf, tellWeight } from '../domain/learn.ts';
import { articleOf, wordsOfKind } from '../domain/signal-kinds.ts';
import { SIGNAL_JUDGE } from '../filing-supervision.catalogue.ts';
import { countJudged, listJudgements } from '../repositories/judgement-repository.ts';
import { countBy, findNextOpen, findSignal } from '../repositories/list-repository.ts';
import { listFilingRows, listNames } from '../repositories/read-signal.ts';
import { NEVER_JUDGED, toKindLearning, toSignalItem } from './views.ts';

type Detail = RouteOutput<(typeof routes)['getSignal']>;

/** So many filings and pairs a page shows; the counts are always of all. */
const MOST_ROWS = 100;
const MOST_PAIRS = 30;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function shown(evidence: SignalEvidenceView): SignalEvidenceView {
  if (evidence.sort === 'text-pairs') return { ...evidence, pairs: evidence.pairs.slice(0, MOST_PAIRS) };
  if (evidence.sort === 'links') return { ...evidence, links: evidence.links.slice(0, MOST_ROWS) };
  if (evidence.sort === 'periods') return { ...evidence, rows: evidence.rows.slice(0, MOST_ROWS) };
  return evidence;
}

/** Wording of the kind of order 77 on a day; empty where the category is none of them, or nothing was in force. */
function articleText(category: string, on: string): string {
  const key = `abnormal-filing.kind-${category}`;
  if (!hasLaw(key, on)) return '';
  const { value } = lawValue(key, on);
  return typeof value === 'string' ? value : '';
}

/** Filings whose texts the evidence quotes. */
function quoted(evidence: SignalEvidenceView): string[] {
  if (evidence.sort === 'text-pairs') return evidence.pairs.flatMap(({ a, b }) => [a, b]);
  if (evidence.sort === 'recombined') return [evidence.filing, ...evidence.sources.map(({ id }) => id)];
  return [];
}

/** Agencies and parties the evidence names by their id. */
function named(evidence: SignalEvidenceView): string[] {
  const ids =
    evidence.sort === 'links'
      ? evidence.links.flatMap(({ a, b }) => [a, b])
      : evidence.sort === 'periods'
        ? evidence.rows.map(({ id }) => id)
        : [];
  return [...new Set(ids.filter((id) => UUID.test(id)))];
}

/**
 * One signal with everything a person needs to judge it.
 * @throws AppError platform.not-found also for what lies outside the actor's places
 */
export async function getSignal(ctx: Ctx, id: string): Promise<Detail> {
  const row = await findSignal(ctx, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const { language } = ctx;
  const evidence = shown(row.evidence as SignalEvidenceView);
  const held = new Set(row.state === 'confirmed' ? row.held : []);
  const own = new Set(row.own);
  const keys = [...new Set([...row.keys.slice(0, MOST_ROWS), ...quoted(evidence)])];
  // Marks are filings of another register; their numbers stand in the evidence.
  const filings = row.kind === 'filing-after-period' ? [] : await listFilingRows(ctx.db, ctx, keys);
  const judged = (await countJudged(ctx.db, ctx.district)).get(row.kind) ?? NEVER_JUDGED;
  const open = (await countBy(ctx, { kind: [row.kind], state: ['open'] }, 'kind'))[0]?.count ?? 0;
  const settings = ctx.services.jurisdiction.signalLearning;
  const judgements = await listJudgements(ctx.db, ctx.district, id);
  return {
    ...toSignalItem(ctx, row),
    definition: wordsOfKind(row.kind).definition[language],
    article: articleOf(row.kind, row.category)[language],
    articleText: articleText(row.category, ctx.today),
    evidence,
    names: await listNames(ctx.db, ctx.district, named(evidence)),
    evidenceHash: row.evidence_hash,
    rows: filings.map((filing) => ({ ...filing, own: own.has(filing.key), held: held.has(filing.key) })),
    ownFilings: row.own.length,
    judgements: judgements.map((one) => ({ ...one, filings: one.filings.length })),
    learning: toKindLearning(ctx, row.kind, row.category, judged, open),
    weightWhy: tellWeight(row.strength, precisionOf(settings, judged))[language],
    mayJudge: may(ctx, SIGNAL_JUDGE),
    nextId: await findNextOpen(ctx, id),
  };
}
