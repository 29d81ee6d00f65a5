import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listCertifiedOfficers } from '../../organisation/index.ts';
import type {
  CaseEntryRow,
  CaseGoodsLine,
  CaseOfficerRow,
  CasePartyRow,
  CaseRightRow,
  DecisionRow,
} from '../domain/case-types.ts';
import type { CheckInput, EarlierPenalty, OfficerNow } from '../domain/check-input.ts';
import { checksOf } from '../domain/checks.ts';
import { interestOf } from '../domain/interest-of.ts';
import { type LawReading, readLaw, readThresholds, type ThresholdReading } from '../domain/work-out.ts';
import type { CaseRow } from '../repositories/case-repository.ts';
import { listDecisions, listEntries } from '../repositories/entry-repository.ts';
import { listGoods, listOfficers, listParties, listRights } from '../repositories/parts-repository.ts';

/** What the register says of an officer of the case today. */
export interface OfficerStanding extends CaseOfficerRow {
  readonly untilNow: string | null;
  readonly valid: boolean;
  readonly conflict: string | null;
}

export interface LoadedCase {
  readonly row: CaseRow;
  readonly parties: readonly CasePartyRow[];
  readonly rights: readonly CaseRightRow[];
  readonly goods: readonly CaseGoodsLine[];
  readonly officers: readonly OfficerStanding[];
  readonly entries: readonly CaseEntryRow[];
  readonly decisions: readonly DecisionRow[];
  readonly decision: DecisionRow | undefined;
  readonly thresholds: readonly ThresholdReading[];
  readonly law: LawReading | undefined;
  readonly checks: ReturnType<typeof checksOf>;
}

/** Decisions in force of other cases against the same parties. */
async function earlierPenalties(
  ctx: Ctx,
  row: CaseRow,
  parties: readonly CasePartyRow[],
): Promise<readonly EarlierPenalty[]> {
  const suspects = parties.filter(({ side }) => side === 'suspect');
  const ids = suspects.flatMap(({ partyId, survivorPartyId }) =>
    [partyId, survivorPartyId].filter((one) => one !== null),
  );
  const codes = suspects.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
  if (ids.length === 0 && codes.length === 0) return [];
  const { rows } =
    await sql<EarlierPenalty>`select distinct c.number, c.behaviour_row as "behaviourRow", c.act_from as "actFrom", c.act_to as "actTo",
      d.decided_on as "decidedOn", d.fine_fen as "fineFen"
    from cases.party p join cases.case_file c on c.district = p.district and c.id = p.case_id
    join cases.decision d on d.district = c.district and d.case_id = c.id and d.superseded_reason is null and d.kind = 'penalty'
    where p.district = ${ctx.district} and p.side = 'suspect' and p.case_id <> ${row.id}
      and (p.party_id = any(${ids}::uuid[]) or p.uscc = any(${codes}::text[]))
    order by d.decided_on desc limit 50`.execute(ctx.db);
  return rows;
}

async function officersNow(
  ctx: Ctx,
  rows: readonly CaseOfficerRow[],
  parties: readonly CasePartyRow[],
): Promise<readonly OfficerStanding[]> {
  const present = rows.filter(({ until }) => until === null);
  const known = new Map(
    (
      await listCertifiedOfficers(ctx.db, ctx.district, { ids: present.map(({ officerId }) => officerId), limit: 500 })
    ).map((one) => [one.id, one]),
  );
  return rows.map((one) => {
    const register = known.get(one.officerId);
    const untilNow = register?.certificateTo ?? one.certificateUntil;
    const holds = (register?.certificateNo ?? one.certificateNo) !== null && untilNow !== null && untilNow >= ctx.today;
    return {
      ...one,
      untilNow,
      valid: one.until !== null || holds,
      conflict: interestOf(one.name, parties, ctx.language),
    };
  });
}

/** Everything of a case, worked out as of today. Whoever calls has judged that the reader may. */
export async function loadCase(ctx: Ctx, row: CaseRow): Promise<LoadedCase> {
  const [district, id] = [ctx.district, row.id];
  const parties = await listParties(ctx.db, district, id);
  const rights = await listRights(ctx.db, district, id);
  const goods = await listGoods(ctx.db, district, id);
  const officers = await officersNow(ctx, await listOfficers(ctx.db, district, id), parties);
  const entries = await listEntries(ctx.db, district, id);
  const decisions = await listDecisions(ctx.db, district, id);
  const decision = decisions.find(({ supersededReason }) => supersededReason === null);
  const on = decision?.decidedOn ?? ctx.today;
  const thresholds = readThresholds(row, rights, on);
  const law = readLaw(row, on);
  const input: CheckInput = {
    row,
    parties,
    rights,
    officers: officers
      .filter(({ until }) => until === null)
      .map(
        ({ name, untilNow, valid, conflict }): OfficerNow => ({ name, certificateUntil: untilNow, valid, conflict }),
      ),
    entries,
    thresholds,
    law,
    earlier: await earlierPenalties(ctx, row, parties),
    decision,
    today: ctx.today,
    language: ctx.language,
  };
  return {
    row,
    parties,
    rights,
    goods,
    officers,
    entries,
    decisions,
    decision,
    thresholds,
    law,
    checks: checksOf(input),
  };
}
