import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { OriginKind } from '../domain/labels.ts';
import { reachCrossRegion } from '../queries/list-cross-regions.ts';

export interface OriginInput {
  readonly region: string;
  readonly kind: OriginKind;
  readonly goods: string;
  readonly mark: string | null;
  readonly partyName: string | null;
  readonly notedOn: string;
  readonly source: string;
  readonly crossRegionId: string | null;
}

/** Notes a place from which infringing goods came. @throws AppError 404 for the request that showed it */
export async function addOrigin(ctx: Ctx, input: OriginInput): Promise<{ readonly id: string }> {
  const shown = input.crossRegionId === null ? undefined : await reachCrossRegion(ctx, input.crossRegionId);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await sql`insert into assistance.origin (district, id, region, kind, goods, mark, party_name, noted_on, source, file_id, entered_by_name)
      values (${ctx.district}, ${id}, ${input.region}, ${input.kind}, ${input.goods}, ${input.mark}, ${input.partyName}, ${input.notedOn},
        ${input.source}, ${shown?.file_id ?? null}, ${ctx.actor.displayName})`.execute(tx);
    await writeAudit(tx, ctx, {
      action: 'assistance.origin.add',
      subject: { kind: 'assistance.origin', id, label: `${input.region} ${input.goods}` },
    });
  });
  return { id };
}
