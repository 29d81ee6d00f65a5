import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CAMPAIGN_EDIT } from '../trademark-watch.catalogue.ts';

interface CampaignInput {
  readonly id: string | null;
  readonly year: number;
  readonly name: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly platformsUrged: number;
  readonly targets: Readonly<Record<string, number | null>>;
  readonly typical: string | null;
}

/** Enters a campaign, or changes one. @throws AppError 404; trademark-watch.campaign.days-reversed */
export async function saveNetCampaign(ctx: Ctx, input: CampaignInput): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    const id = input.id ?? uuidv7();
    if (input.id !== null) {
      const { rows } =
        await sql`select 1 from trademark_watch.net_campaign where district = ${ctx.district} and id = ${id} for update`.execute(
          tx,
        );
      if (rows.length === 0) throw new AppError('platform.not-found');
    }
    if (input.toOn < input.fromOn)
      throw new AppError('trademark-watch.campaign.days-reversed', { from: input.fromOn, to: input.toOn });
    await sql`insert into trademark_watch.net_campaign (district, id, year, name, from_on, to_on, figures, typical, entered_by_name)
      values (${ctx.district}, ${id}, ${input.year}, ${input.name}, ${input.fromOn}, ${input.toOn},
        ${JSON.stringify({ platformsUrged: input.platformsUrged, targets: input.targets })}::jsonb, ${input.typical}, ${ctx.actor.displayName})
      on conflict (district, id) do update set year = excluded.year, name = excluded.name, from_on = excluded.from_on, to_on = excluded.to_on,
        figures = excluded.figures, typical = excluded.typical, entered_by_name = excluded.entered_by_name`.execute(tx);
    await writeAudit(tx, ctx, {
      action: CAMPAIGN_EDIT,
      subject: { kind: 'trademark-watch.campaign', id, label: input.name },
      details: { from: input.fromOn, to: input.toOn, platformsUrged: input.platformsUrged, targets: input.targets },
    });
    return { id };
  });
}
