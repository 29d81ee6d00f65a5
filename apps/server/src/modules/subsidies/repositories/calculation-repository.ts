import type { ClaimCalculation } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export type CalculationRow = Omit<ClaimCalculation, 'at' | 'by'> & {
  readonly at: string;
  readonly by: string;
  readonly versionId: string;
};

export async function listCalculations(db: Db, district: string, claimId: string): Promise<CalculationRow[]> {
  const { rows } =
    await sql<CalculationRow>`select stage, at, actor_name as by, facts_as_of as "factsAsOf", version_id as "versionId",
      policy_version as "policyVersion", total_fen as "totalFen", changes, confirmation, lines
    from subsidies.calculation where district = ${district} and claim_id = ${claimId} order by seq`.execute(db);
  return rows;
}

export async function insertCalculation(
  tx: Tx,
  ctx: Ctx,
  claimId: string,
  one: Omit<CalculationRow, 'at' | 'by'>,
): Promise<void> {
  await sql`insert into subsidies.calculation (district, claim_id, seq, stage, at, actor_name, facts_as_of, version_id, policy_version,
      total_fen, changes, confirmation, lines)
    select ${ctx.district}, ${claimId}, coalesce(max(seq), 0) + 1, ${one.stage}, ${ctx.now}, ${ctx.actor.displayName}, ${one.factsAsOf},
      ${one.versionId}, ${one.policyVersion}, ${one.totalFen}, ${JSON.stringify(one.changes)}, ${one.confirmation}, ${JSON.stringify(one.lines)}
    from subsidies.calculation where district = ${ctx.district} and claim_id = ${claimId}`.execute(tx);
}
