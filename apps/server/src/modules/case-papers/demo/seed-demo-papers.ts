import { Readable } from 'node:stream';
import { addDays } from '@jince/calendar';
import type { CaseRecord } from '@jince/contract';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { renderOfficial } from '../../../platform/documents/official/index.ts';
import { getCaseRecord, listCaseOutcomes } from '../../cases/index.ts';
import { evidenceForFile, keepEvidence } from '../../evidence/index.ts';
import { approveCasePaper } from '../commands/approve-case-paper.ts';
import { beginCasePaper } from '../commands/begin-case-paper.ts';
import { confirmServiceAddress } from '../commands/confirm-service-address.ts';
import { issueCasePaper } from '../commands/issue-case-paper.ts';
import { makeCaseArchive } from '../commands/make-case-archive.ts';
import { publishCasePenalty } from '../commands/publish-case-penalty.ts';
import { recordService } from '../commands/record-service.ts';
import { saveCasePaper } from '../commands/save-case-paper.ts';
import { submitCasePaper } from '../commands/submit-case-paper.ts';
import { recordValues } from '../domain/paper-values.ts';
import { readSources } from '../queries/read-sources.ts';
import { getCasePaper } from '../queries/show-paper.ts';

interface Cast {
  readonly officer: Actor;
  readonly head: Actor;
  readonly legal: Actor;
  readonly director: Actor;
}
type At = (day: string, actor: Actor) => Ctx;

const MOST_CASES = 18;
const MARK = '（演示，虚构）';
const OUT = ['served', 'executing', 'published', 'closed', 'archived'];
const SHOWN = ['published', 'closed', 'archived'];
const ENDED = ['closed', 'archived'];
const TOLD = ['notified', 'deciding', 'decided', ...OUT];

/** Begins a paper on a day, fills what the record does not say, and takes it to where it is to stand. */
async function make(
  at: At,
  cast: Cast,
  caseId: string,
  order: { form: string; day: string; upTo: 'draft' | 'issued' },
) {
  const officer = at(order.day, cast.officer);
  const { id } = await beginCasePaper(officer, caseId, { form: order.form });
  let paper = await getCasePaper(officer, id);
  const entries = Object.fromEntries(
    paper.entries.map(({ path, label, type, value }) => [
      path,
      value === '' ? (type === 'date' ? order.day : `${label}${MARK}`) : value,
    ]),
  );
  paper = await saveCasePaper(officer, id, { version: paper.version, entries });
  if (order.upTo === 'draft') return id;
  const { version } = paper;
  // What the record lacks keeps a paper a draft, in the demo as in life.
  if (paper.missing.length > 0 || paper.elements.some(({ met }) => !met)) return undefined;
  paper = await submitCasePaper(officer, id, { version, opinion: null });
  while (paper.next !== null)
    paper = await approveCasePaper(at(order.day, cast[paper.next.step]), id, {
      version,
      verdict: 'approved',
      opinion: null,
    });
  await issueCasePaper(officer, id, { version });
  return id;
}

async function serve(ctx: Ctx, paperId: string, recipient: string): Promise<void> {
  await recordService(ctx, paperId, {
    mode: 'direct',
    recipient,
    receiver: `店内负责人${MARK}`,
    address: null,
    reason: null,
    witness: null,
    tracking: null,
    through: null,
    announcedOn: null,
    servedOn: ctx.today,
  });
}

/** A record of the scene as evidence, where the file of the case holds none yet. */
async function keepRecord(ctx: Ctx, caseId: string): Promise<void> {
  if ((await evidenceForFile(ctx, caseId)).length > 0) return;
  const values = recordValues(await readSources(ctx, caseId));
  const { content } = await renderOfficial(ctx, 'case-scene-record', values, { format: 'pdf' });
  const stored = await ctx.services.files.put(Readable.from([content]), ctx.services.config.maxDocumentBytes);
  await inTransaction(ctx, (tx) =>
    keepEvidence(tx, ctx, {
      fileId: caseId,
      kind: 'record',
      title: `现场笔录${MARK}`,
      fileName: '现场笔录.pdf',
      sha256: stored.sha256,
      size: stored.size,
      mediaType: 'application/pdf',
      capturedAt: null,
      receivedAt: ctx.now.toISOString(),
      source: '现场检查',
    }),
  );
}

async function publish(at: At, cast: Cast, caseId: string, day: string): Promise<void> {
  const ctx = at(day, cast.head);
  const { rows } = await sql<{ id: string }>`select id from case_papers.publicity where district = ${ctx.district}
    and case_id = ${caseId} and exempt_reason is null and published_on is null`.execute(ctx.db);
  for (const { id } of rows) await publishCasePenalty(ctx, id);
}

const dayOf = (record: CaseRecord, kind: string) => record.entries.findLast((entry) => entry.kind === kind)?.on;

/** The approvals of what is decided and closed; the file of an archived case is bound, too. */
async function finish(at: At, cast: Cast, { card, decision }: CaseRecord, closedOn: string): Promise<void> {
  const decidedOn = decision?.decidedOn ?? closedOn;
  await make(at, cast, card.id, { form: 'review-form', day: decidedOn, upTo: 'issued' });
  await make(at, cast, card.id, { form: 'decision-approval', day: decidedOn, upTo: 'issued' });
  await make(at, cast, card.id, { form: 'closing-approval', day: closedOn, upTo: 'issued' });
  if (card.state === 'archived') await makeCaseArchive(at(closedOn, cast.head), card.id, { statement: null });
}

/** Papers of one case, as far as it has come. */
async function playPapers(at: At, cast: Cast, record: CaseRecord, today: string): Promise<void> {
  const { id, state, filedOn, track } = record.card;
  if (filedOn === null || track !== 'general') return;
  const recipient = record.parties.find(({ side }) => side === 'suspect')?.name ?? '';
  const onOrBefore = (day: string) => (day > today ? today : day);
  const begun = onOrBefore(addDays(filedOn, 2));
  await keepRecord(at(begun, cast.officer), id);
  await confirmServiceAddress(at(begun, cast.officer), id, {
    partyName: recipient,
    address: `苏州市吴江区盛泽镇示例路1号${MARK}`,
    receiver: null,
    phone: null,
    electronicConsent: false,
    electronicAddress: null,
    confirmedOn: begun,
  });
  await make(at, cast, id, { form: 'filing-approval', day: filedOn, upTo: 'issued' });
  if (state === 'filed' || state === 'investigating') {
    await make(at, cast, id, { form: 'inquiry-notice', day: onOrBefore(addDays(filedOn, 3)), upTo: 'draft' });
    return;
  }
  await make(at, cast, id, { form: 'investigation-report', day: dayOf(record, 'report') ?? today, upTo: 'issued' });
  if (!TOLD.includes(state)) return;
  const told = record.notice?.on ?? today;
  const notice = await make(at, cast, id, { form: 'hearing-right-notice', day: told, upTo: 'issued' });
  if (notice !== undefined && state !== 'notified') await serve(at(told, cast.officer), notice, recipient);
  const decision = record.decision;
  if (decision?.kind !== 'penalty') return;
  const paper = await make(at, cast, id, { form: 'penalty-decision', day: decision.decidedOn, upTo: 'issued' });
  if (paper === undefined || !OUT.includes(state)) return;
  await serve(at(onOrBefore(decision.servedOn ?? addDays(decision.decidedOn, 2)), cast.officer), paper, recipient);
  if (SHOWN.includes(state)) await publish(at, cast, id, onOrBefore(addDays(decision.decidedOn, 12)));
  if (ENDED.includes(state)) await finish(at, cast, record, dayOf(record, 'closing') ?? today);
}

async function findCast(ctx: Ctx): Promise<Cast | undefined> {
  const [officer, head, legal, director] = await Promise.all(
    (['enforcement', 'head', 'legal', 'director'] as const).map((name) => findDemoActor(ctx, name)),
  );
  return officer && head && legal && director ? { officer, head, legal, director } : undefined;
}

/** Papers for cases of the demo, made, approved, issued and served by the commands themselves. Returns how many cases have some. */
export async function seedDemoCasePapers(ctx: Ctx): Promise<number> {
  const { rows } = await sql`select 1 from case_papers.paper where district = ${ctx.district} limit 1`.execute(ctx.db);
  const cast = rows.length > 0 ? undefined : await findCast(ctx);
  if (cast === undefined) return 0;
  const at: At = (day, actor) => onDemoDay(ctx, day, actor);
  const outcomes = await listCaseOutcomes(ctx, { from: addDays(ctx.today, -730), to: ctx.today, by: 'filed' });
  let made = 0;
  for (const { caseId, track } of outcomes) {
    if (track !== 'general' || made >= MOST_CASES) continue;
    await playPapers(at, cast, await getCaseRecord(ctx, caseId), ctx.today);
    made += 1;
  }
  return made;
}
