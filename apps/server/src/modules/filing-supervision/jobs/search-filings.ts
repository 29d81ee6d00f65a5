import type { Signal } from '@jince/filing-signals';
import { v7 as uuidv7 } from 'uuid';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { evidenceHash, type Lookup, partiesOf, subjectLabel, townsOf } from '../domain/describe-signal.ts';
import { precisionOf, weigh } from '../domain/learn.ts';
import { type ReadFiling, readFilings } from '../repositories/filing-repository.ts';
import { countJudged } from '../repositories/judgement-repository.ts';
import { readPartyTowns } from '../repositories/party-repository.ts';
import { insertRun, listReadHashes, listRuns, noteRead, type RunRow } from '../repositories/run-repository.ts';
import { listKnownSignals, markGone, type SignalRecord, writeSignals } from '../repositories/signal-repository.ts';
import { readSurroundings, type Surroundings } from '../repositories/surroundings-repository.ts';
import { findInDistrict, noteSearched } from './signal-engine.ts';

export type SearchMode = RunRow['mode'];

/** Under this name the hash of holders and agencies stands among those of the filings. */
const SURROUNDINGS = '#surroundings';

interface Differences {
  readonly changed: { key: string; hash: string }[];
  readonly vanished: string[];
}

/** What is read now otherwise than the last time. */
function differences(
  filings: ReadonlyMap<string, ReadFiling>,
  surroundings: Surroundings,
  before: ReadonlyMap<string, string>,
): Differences {
  const now = new Map([...filings].map(([key, { hash }]) => [key, hash]));
  now.set(SURROUNDINGS, surroundings.hash);
  return {
    changed: [...now].flatMap(([key, hash]) => (before.get(key) === hash ? [] : [{ key, hash }])),
    vanished: [...before.keys()].filter((key) => !now.has(key)),
  };
}

async function toRecords(
  ctx: Ctx,
  signals: readonly Signal[],
  lookup: Lookup,
  known: ReadonlyMap<string, { id: string }>,
): Promise<SignalRecord[]> {
  const judged = await countJudged(ctx.db, ctx.district);
  const settings = ctx.services.jurisdiction.signalLearning;
  const factorOf = (kind: string) =>
    precisionOf(settings, judged.get(kind) ?? { confirmed: 0, explained: 0, unsure: 0 }).factor;
  return signals.map((signal) => ({
    id: known.get(signal.key)?.id ?? uuidv7(),
    key: signal.key,
    kind: signal.kind,
    category: String(signal.category),
    subject_type: signal.subject.type,
    subject_id: signal.subject.id,
    subject_label: subjectLabel(signal, lookup),
    strength: signal.strength,
    weight: weigh(signal.strength, factorOf(signal.kind)),
    figure: signal.figure,
    baseline: signal.baseline,
    evidence: signal.evidence,
    why_zh: signal.why.zh,
    why_en: signal.why.en,
    filings: signal.filings,
    party_ids: partiesOf(signal, lookup),
    agency_id: signal.subject.type === 'agency' ? signal.subject.id : null,
    person_id: signal.subject.type === 'person' ? signal.subject.id : null,
    town_codes: townsOf(signal, lookup),
    evidence_hash: evidenceHash(signal),
  }));
}

/**
 * Searches the district for signals and brings the table in line with what is found. What was judged stays judged, and
 * nothing here has an effect on anyone. An incremental search without a change does nothing.
 * @param tell called with the step and how many there are
 */
export async function searchFilings(
  ctx: Ctx,
  mode: SearchMode,
  tell: (done: number, of: number, message: string) => Promise<void> = async () => undefined,
): Promise<RunRow | undefined> {
  const startedAt = ctx.services.clock.now().toISOString();
  await tell(0, 3, '正在读取申请');
  const filings = await readFilings(ctx);
  const surroundings = await readSurroundings(ctx);
  const { changed, vanished } = differences(filings, surroundings, await listReadHashes(ctx.db, ctx.district));
  if (mode === 'incremental' && changed.length + vanished.length === 0) return undefined;
  await tell(1, 3, `正在比对 ${filings.size} 件申请`);
  const signals = findInDistrict(ctx, {
    filings,
    surroundings,
    lastRun: (await listRuns(ctx.db, ctx.district, 1))[0]?.id ?? null,
    changed: mode === 'full' ? 'all' : [...changed.map(({ key }) => key), ...vanished],
  });
  await tell(2, 3, `正在保存 ${signals.length} 个信号`);
  const known = await listKnownSignals(ctx.db, ctx.district);
  const parties = await readPartyTowns(ctx);
  const lookup: Lookup = {
    filings: new Map(filings),
    names: new Map([...surroundings.names, ...[...parties].map(([id, { name }]) => [id, name] as const)]),
    agencyTowns: surroundings.agencyTowns,
    partyTowns: new Map([...parties].flatMap(([id, { town }]) => (town === null ? [] : [[id, town] as const]))),
  };
  const records = await toRecords(ctx, signals, lookup, known);
  const found = new Set(records.map((record) => record.key));
  const gone = [...known.values()].filter((one) => !one.gone && !found.has(one.key)).map((one) => one.key);
  const run = await inTransaction(ctx, async (tx) => {
    const written = await writeSignals(tx, ctx.district, ctx.now, records);
    await markGone(tx, ctx.district, ctx.now, gone);
    await noteRead(tx, ctx.district, changed, vanished);
    const row = {
      id: uuidv7(),
      mode,
      startedAt,
      filings: filings.size,
      changed: changed.filter(({ key }) => key !== SURROUNDINGS).length + vanished.length,
      found: records.length,
      ...written,
      gone: gone.length,
    };
    const finishedAt = ctx.services.clock.now();
    await insertRun(tx, ctx, { ...row, finishedAt });
    return { ...row, finishedAt: finishedAt.toISOString() };
  });
  noteSearched(ctx, run.id);
  return run;
}
