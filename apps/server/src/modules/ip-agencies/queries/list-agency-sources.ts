import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { listSources } from '../../../platform/imports/queries/list-sources.ts';
import { loadAgency } from './show-agency.ts';

/** Each field of the lists that tell of the agency, with file, sheet and line. */
export async function listAgencySources(ctx: Ctx, id: string) {
  const record = await loadAgency(ctx, id);
  const { rows } = await sql<{ list: string; key: string }>`select list, record_key as key from agencies.statement
    where district = ${ctx.district} and agency_id = ${record.id}`.execute(ctx.db);
  const keys = (list: string) => rows.filter((row) => row.list === list).map((row) => row.key);
  const sources = [
    ...(await listSources(ctx, 'patent-agency', keys('patent'))),
    ...(await listSources(ctx, 'trademark-agency', keys('trademark'))),
  ];
  // Each spelling stands under a key of its own; the name itself is among the fields.
  return { sources: sources.filter((source) => !source.field.startsWith('spelling:')) };
}
