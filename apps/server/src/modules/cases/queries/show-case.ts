import type { CaseCheck, CaseFrame, CaseReason, CaseRecord } from '@jince/contract';
import type { Reason } from '@jince/offences';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import type { CaseEntryRow, CasePartyRow, DecisionRow } from '../domain/case-types.ts';
import { decisionLabels, entryLabels, sourceLabels } from '../domain/case-words.ts';
import type { LawReading, ThresholdReading } from '../domain/work-out.ts';
import { listReadings } from '../repositories/entry-repository.ts';
import { listClues } from '../repositories/parts-repository.ts';
import { findRows, toCard } from './case-card.ts';
import { type LoadedCase, loadCase, type OfficerStanding } from './load-case.ts';
import { reachCase } from './reach-case.ts';

const reasonsOf = (ctx: Ctx, steps: readonly Reason[]): CaseReason[] =>
  steps.map((one) => ({ text: one[ctx.language], article: one.article }));

function toLaw(ctx: Ctx, { chosen, actOn, decidedOn }: LawReading): CaseRecord['law'] {
  const side = (one: LawReading['chosen']['version'], range: LawReading['chosen']['range'], picked: boolean) => ({
    law: one.law,
    article: one.penalty?.article ?? null,
    from: one.from,
    to: one.to,
    minFen: range.minFen,
    maxFen: range.maxFen,
    chosen: picked,
  });
  const compared = [
    side(chosen.version, chosen.range, true),
    ...(chosen.other === null ? [] : [side(chosen.other.version, chosen.other.range, false)]),
  ];
  return {
    law: chosen.version.law,
    article: chosen.version.penalty?.article ?? null,
    actOn,
    decidedOn,
    lighter: chosen.lighter,
    compared: compared.toSorted((a, b) => a.from.localeCompare(b.from)),
    person: chosen.person,
    steps: reasonsOf(ctx, chosen.steps),
  };
}

const toThreshold = (ctx: Ctx, one: ThresholdReading): CaseRecord['thresholds'][number] => ({
  crime: one.crime,
  name: one.name[ctx.language],
  article: one.article,
  hits: one.hits.map(({ reason, aggravated }) => ({ text: reason[ctx.language], article: reason.article, aggravated })),
  nearest: one.nearest === null ? null : { measure: one.nearest.measure, percent: one.nearest.percent },
});

const toParty = (one: CasePartyRow): CaseRecord['parties'][number] => ({
  id: one.id,
  side: one.side,
  natural: one.natural,
  name: one.name,
  uscc: one.uscc,
  address: one.address,
  townCode: one.townCode,
  phone: one.phone,
  representative: one.representative,
  partyId: one.partyId,
  survivor:
    one.survivorName === null || one.mergedOn === null
      ? null
      : { partyId: one.survivorPartyId, name: one.survivorName, on: one.mergedOn, reason: one.mergedReason },
});

function toOfficer(ctx: Ctx, one: OfficerStanding): CaseRecord['officers'][number] {
  const zh = ctx.language === 'zh';
  const problem =
    one.until !== null
      ? null
      : one.conflict !== null
        ? one.conflict
        : one.valid
          ? null
          : one.untilNow === null
            ? zh
              ? '没有执法证'
              : 'holds no certificate'
            : zh
              ? `执法证已于${one.untilNow}到期`
              : `certificate ran out on ${one.untilNow}`;
  const { id, officerId, userId, name, unit, certificateNo, part, since, until, recusedReason, valid } = one;
  return {
    id,
    officerId,
    userId,
    name,
    unit,
    certificateNo,
    certificateUntil: one.untilNow,
    part,
    since,
    until,
    recusedReason,
    valid,
    problem,
  };
}

const toEntry = (ctx: Ctx, one: CaseEntryRow): CaseRecord['entries'][number] => ({
  ...one,
  data: { ...one.data },
  kindLabel: entryLabels[one.kind]?.[ctx.language] ?? one.kind,
});

const toDecision = (ctx: Ctx, one: DecisionRow): CaseRecord['earlierDecisions'][number] => {
  const { seq: _seq, ...shown } = one;
  return {
    ...shown,
    kindLabel: decisionLabels[one.kind]?.[ctx.language] ?? one.kind,
    toOrganisationName: ctx.services.places.organisationName(one.toOrganisation) ?? one.toOrganisation,
  };
};

const circumstancesOf = ({ row }: LoadedCase): CaseRecord['circumstances'] => ({
  wellKnown: row.well_known,
  serviceMark: row.service_mark,
  serious: row.serious,
  orderIgnored: row.order_ignored,
  endangers: row.endangers,
  priorPenalty: row.prior_penalty,
  firstOffence: row.first_offence,
  corrected: row.corrected,
  noFault: row.no_fault,
  electronic: row.electronic,
  foreign: row.foreign_related,
  mediated: row.mediated,
  gainFen: row.gain_fen,
  lossFen: row.loss_fen,
  labels: row.labels,
  unsoldLabels: row.unsold_labels,
  recoveredFen: row.recovered_fen,
  recoveredForeignFen: row.recovered_foreign_fen,
});

const stopsOf = (checks: readonly CaseCheck[]): CaseCheck[] => checks.filter(({ standing }) => standing === 'stop');

async function cardOf(ctx: Ctx, id: string) {
  const row = (await findRows(ctx.db, ctx.district, [id]))[0];
  if (row === undefined) throw new AppError('platform.not-found');
  return toCard(ctx, row);
}

/** The record of a case that was already reached. */
export async function describeCase(ctx: Ctx, loaded: LoadedCase): Promise<CaseRecord> {
  const { row, entries, decisions, decision, law } = loaded;
  const latest = (kind: string) => {
    const found = entries.findLast((one) => one.kind === kind);
    return found === undefined ? null : toEntry(ctx, found);
  };
  const { amount } = row;
  return {
    card: await cardOf(ctx, row.id),
    revision: row.revision,
    text: row.text,
    clues: (await listClues(ctx.db, ctx.district, row.id)).map((one) => ({
      id: one.id,
      kind: one.kind,
      label: `${sourceLabels[one.kind]?.[ctx.language] ?? one.kind} · ${one.label}`,
      href: one.href,
      receivedOn: one.receivedOn,
      title: one.title,
      text: one.text,
    })),
    parties: loaded.parties.map(toParty),
    officers: loaded.officers.map((one) => toOfficer(ctx, one)),
    rights: loaded.rights.map((one) => ({ ...one })),
    acts: { from: row.act_from, to: row.act_to, place: row.act_place, text: row.act_text },
    circumstances: circumstancesOf(loaded),
    goods: loaded.goods.map((one) => ({ ...one })),
    amount:
      amount === null
        ? null
        : {
            totalFen: amount.totalFen,
            soldFen: amount.soldFen,
            unsoldFen: amount.unsoldFen,
            steps: reasonsOf(ctx, amount.steps),
          },
    law: law === undefined ? null : toLaw(ctx, law),
    fine:
      law === undefined
        ? null
        : {
            minFen: law.chosen.range.minFen,
            maxFen: law.chosen.range.maxFen,
            steps: reasonsOf(ctx, law.chosen.range.steps),
            verify: law.verify,
          },
    thresholds: loaded.thresholds.map((one) => toThreshold(ctx, one)),
    readings: (await listReadings(ctx.db, ctx.district, row.id)).map(({ readings: _readings, ...one }) => one),
    decision: decision === undefined ? null : toDecision(ctx, decision),
    earlierDecisions: decisions
      .filter(({ supersededReason }) => supersededReason !== null)
      .map((one) => toDecision(ctx, one)),
    proposal: latest('proposal'),
    report: latest('report'),
    review: latest('review'),
    legalReview: latest('legal-review'),
    notice: latest('notice'),
    statement: latest('statement'),
    hearing: latest('hearing'),
    discussion: latest('discussion'),
    transfer: latest('transfer'),
    transferAnswer: latest('transfer-answer'),
    entries: entries.map((one) => toEntry(ctx, one)),
    checks: [...loaded.checks],
    stops: stopsOf(loaded.checks),
    backDatedReason: row.back_dated_reason,
  };
}

/** One case with all that is worked out of it today. @throws AppError 404 outside the actor's reach */
export async function getCase(ctx: Ctx, id: string, permission: string = CASE_READ): Promise<CaseRecord> {
  return describeCase(ctx, await loadCase(ctx, await reachCase(ctx, id, permission)));
}

/** What stands above every page of a case. @throws AppError 404 */
export async function getCaseFrame(ctx: Ctx, id: string): Promise<CaseFrame> {
  const loaded = await loadCase(ctx, await reachCase(ctx, id));
  return {
    card: await cardOf(ctx, id),
    officers: loaded.officers
      .filter(({ until }) => until === null)
      .map(({ name, part, valid, conflict }) => ({ name, part, valid: valid && conflict === null })),
    stops: stopsOf(loaded.checks),
  };
}
