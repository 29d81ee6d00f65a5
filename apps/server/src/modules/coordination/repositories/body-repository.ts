import type { CoordinationBody } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';

interface BodyRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** Names of bodies by the register, short ones by the pack; a code nobody knows is its own name. */
export function nameBody(ctx: Ctx, code: string): CoordinationBody {
  const packed = ctx.services.jurisdiction.bodies.find((one) => one.code === code);
  const name = ctx.services.places.organisationName(code) ?? packed?.name ?? code;
  return { code, name, shortName: packed?.shortName ?? name };
}

/** Bodies of the district in the order of the register. */
export async function listBodies(ctx: Ctx): Promise<readonly BodyRow[]> {
  const { rows } = await sql<BodyRow>`select b.id as code, b.name, b.kind from organisation.body b
    where b.district = ${ctx.district} order by b.position, b.id`.execute(ctx.db);
  // A district that has not entered its bodies yet has those of the pack.
  return rows.length > 0 ? rows : ctx.services.jurisdiction.bodies;
}

/** @throws AppError coordination.body.unknown */
export async function requireBody(ctx: Ctx, code: string): Promise<BodyRow> {
  const found = (await listBodies(ctx)).find((one) => one.code === code);
  if (found === undefined) throw new AppError('coordination.body.unknown', { body: code });
  return found;
}

/** A body outside the bureau. @throws AppError coordination.body.unknown · coordination.body.not-partner */
export async function requirePartner(ctx: Ctx, code: string): Promise<BodyRow> {
  const body = await requireBody(ctx, code);
  if (body.kind !== 'partner') throw new AppError('coordination.body.not-partner', { body: body.name });
  return body;
}
