import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import type { ProjectRow } from '../repositories/project-repository.ts';

/** Marks the project's own facts, and those of the leading party, which count its projects. */
export async function markLead(tx: Tx, ctx: Ctx, project: ProjectRow): Promise<void> {
  await bumpRegisterVersion(tx, ctx.district, 'projects');
  await markStale(tx, ctx, 'enterprise', sql`select ${project.lead_party_id}::uuid as id`);
  await markStale(tx, ctx, 'project', sql`select ${project.id}::uuid as id`);
}
