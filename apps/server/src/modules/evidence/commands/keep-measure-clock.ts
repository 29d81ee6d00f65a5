import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { keepClock } from '../../../platform/procedures/index.ts';
import { CLOCK_OF } from '../domain/measure-clock.ts';
import { findMeasure } from '../repositories/measure-repository.ts';

/** Shows the measure as it stands now among the clocks of its file: on the desk, to the head before it runs out, in calendars. */
export async function keepMeasureClock(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const row = await findMeasure(tx, ctx.district, id);
  if (row === undefined) return;
  const round = await keepClock(tx, ctx, row.fileId, {
    clock: CLOCK_OF[row.kind],
    round: row.clockRound,
    startedOn: row.startedOn,
    events: row.events.map(({ event }) => event),
    stoppedOn: row.endedOn,
  });
  if (row.clockRound === null)
    await sql`update evidence.measure set clock_round = ${round} where district = ${ctx.district} and id = ${id}`.execute(
      tx,
    );
}
