import type { CaseCard, CaseRecord } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_READ } from '../cases.catalogue.ts';
import type { DecisionKind } from '../domain/case-types.ts';
import { findRows, toCard } from './case-card.ts';
import { casesWithin, reachCase, reachesOrganisation } from './reach-case.ts';
import { getCase } from './show-case.ts';

/** Cards of the cases the actor may read, by id; the others are left out. */
export async function findCases(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseCard>> {
  const rows = await findRows(ctx.db, ctx.district, ids);
  return new Map(
    rows
      .filter((row) => reachesOrganisation(ctx, CASE_READ, row.organisation_code))
      .map((row) => [row.id, toCard(ctx, row)]),
  );
}

/** The card of a case within the reach of a permission. @throws AppError 404 otherwise */
export async function requireCase(ctx: Ctx, id: string, permission: string = CASE_READ): Promise<CaseCard> {
  await reachCase(ctx, id, permission);
  const row = (await findRows(ctx.db, ctx.district, [id]))[0];
  if (row === undefined) throw new AppError('platform.not-found');
  return toCard(ctx, row);
}

/** Everything papers need of a case. @throws AppError 404 outside the reach of the permission */
export const getCaseRecord = (ctx: Ctx, id: string, permission: string = CASE_READ): Promise<CaseRecord> =>
  getCase(ctx, id, permission);

export interface OutcomeQuestion {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Which day of the case lies between them; `decided` takes a case ended by mediation by the day it was ended on. */
  readonly by: 'decided' | 'filed' | 'closed';
  readonly organisation?: string | undefined;
}

/** What a case came to, as the statistics form counts it; amounts in fen. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly number: string;
  readonly behaviourRow: number | null;
  readonly track: 'general' | 'summary';
  readonly organisationCode: string;
  readonly decisionKind: DecisionKind | null;
  readonly mediated: boolean;
  readonly electronic: boolean;
  readonly foreign: boolean;
  readonly businessAmountFen: number;
  readonly fineFen: number;
  readonly confiscatedFen: number;
  readonly recoveredFen: number;
  readonly recoveredForeignFen: number;
  readonly transferred: boolean;
}

/** The day a case counts by. One ended by a mediation has no decision: it counts by the day it was ended on. */
const DAYS = {
  decided: sql`coalesce(c.decided_on, c.closed_on)`,
  filed: sql`c.filed_on`,
  closed: sql`c.closed_on`,
} as const;

/** Each day by itself, so that each is found by its index. */
function within({ by, from, to }: OutcomeQuestion) {
  const between = (day: string) => sql<boolean>`${sql.ref(day)} between ${from}::date and ${to}::date`;
  if (by !== 'decided') return between(`c.${by}_on`);
  return sql<boolean>`(${between('c.decided_on')} or (c.decided_on is null and c.mediated and ${between('c.closed_on')}))`;
}

/** Cases of a time with what they came to, within the actor's reach. Cases that were never opened are none. */
export async function listCaseOutcomes(ctx: Ctx, question: OutcomeQuestion): Promise<readonly CaseOutcome[]> {
  const day = DAYS[question.by];
  const { rows } = await sql<CaseOutcome>`select c.id as "caseId", c.number, c.behaviour_row as "behaviourRow", c.track,
      c.organisation_code as "organisationCode", d.kind as "decisionKind", c.mediated, c.electronic, c.foreign_related as "foreign",
      coalesce(c.business_fen, 0) as "businessAmountFen", coalesce(d.fine_fen, 0) as "fineFen", coalesce(d.confiscated_fen, 0) as "confiscatedFen",
      c.recovered_fen as "recoveredFen", c.recovered_foreign_fen as "recoveredForeignFen", coalesce(d.kind = 'transfer-judicial', false) as transferred
    from cases.case_file c
    left join cases.decision d on d.district = c.district and d.case_id = c.id and d.superseded_reason is null
    where c.district = ${ctx.district} and c.filed_on is not null and ${within(question)}
      and ${casesWithin(ctx, CASE_READ, 'c')} and (${question.organisation ?? null}::text is null or c.organisation_code = ${question.organisation ?? null})
    order by ${day}, c.id`.execute(ctx.db);
  return rows;
}
