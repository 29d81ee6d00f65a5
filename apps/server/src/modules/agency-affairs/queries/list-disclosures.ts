import type { Disclosure } from '@jince/contract';
import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { DISCLOSURE_PUBLISH, DISCLOSURE_READ } from '../agency-affairs.catalogue.ts';
import { changesOf } from '../domain/check-disclosure.ts';
import { findAgency } from '../repositories/agency-repository.ts';
import { listVersions } from '../repositories/disclosure-repository.ts';

/** All versions of an agency's services and prices, newest first. @throws AppError 404 outside the actor's reach */
export async function listDisclosures(ctx: Ctx, agencyId: string) {
  const agency = await findAgency(ctx.db, ctx.district, agencyId, scopeFor(ctx, DISCLOSURE_READ));
  if (agency === undefined) throw new AppError('platform.not-found');
  const rows = await listVersions(ctx.db, ctx.district, agencyId);
  // Of those in force the newest stands, even where an older one was to begin later.
  const current = rows.find((row) => row.effective_on <= ctx.today)?.id;
  const own = may(ctx, DISCLOSURE_PUBLISH)
    ? await findAgency(ctx.db, ctx.district, agencyId, scopeFor(ctx, DISCLOSURE_PUBLISH))
    : undefined;
  return {
    agency: agency.name,
    items: rows.map(
      (row, at): Disclosure => ({
        id: row.id,
        agencyId,
        version: row.version,
        effectiveOn: row.effective_on,
        publishedAt: row.published_at,
        publishedBy: row.published_by,
        current: row.id === current,
        services: row.services,
        statement: row.statement,
        changes: changesOf(row.services, rows[at + 1]?.services, ctx.language),
      }),
    ),
    mayPublish: own !== undefined,
    catalogue: ctx.services.jurisdiction.agencyAffairs.services,
  };
}
