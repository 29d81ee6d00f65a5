import type { ParsedInput, RouteOutput, routes } from '@jince/contract';
import { lawNumber, maskPersonalInformation } from '@jince/law';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction, may, scopeFor } from '../../../platform/context/context.ts';
import { bodyScopeOf } from '../domain/officer-scope.ts';
import { OFFICER_READ, OFFICER_UNMASK } from '../organisation.catalogue.ts';
import { findOfficers, type OfficerRow } from '../repositories/officer-repository.ts';

type Route = (typeof routes)['listOfficers'];

/** Name, phone and certificate number as they are shown to those who need not know them. */
export function maskOfficer(row: OfficerRow, on: string): OfficerRow {
  return {
    ...row,
    name: maskPersonalInformation('name', row.name, on),
    phone: row.phone === null ? null : maskPersonalInformation('phone', row.phone, on),
    // Certificate numbers are shown like account numbers: the last four stay.
    certificateNo: row.certificateNo === null ? null : maskPersonalInformation('bank-account', row.certificateNo, on),
  };
}

/**
 * One page of the officers in the actor's scope. Who may see them in full leaves an audit entry for every page seen,
 * written in the same transaction.
 */
export async function listOfficers(ctx: Ctx, { query }: ParsedInput<Route>): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const inFull = may(ctx, OFFICER_UNMASK);
  const { rows, total } = await inTransaction(ctx, async (tx) => {
    const found = await findOfficers(tx, {
      district: ctx.district,
      today: ctx.today,
      warningDays: lawNumber('security.certificate.warning-days', ctx.today).value,
      scope: bodyScopeOf(scopeFor(ctx, OFFICER_READ), ctx.services.places),
      q: query.q,
      searchPersonal: inFull,
      bodies: query.organisation,
      states: query.certificate,
      sort: query.sort,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    if (inFull && found.rows.length > 0) {
      await writeAudit(tx, ctx, {
        action: OFFICER_UNMASK,
        subject: {
          kind: 'officer-list',
          id: found.rows
            .map((row) => row.id)
            .join(',')
            .slice(0, 4000),
        },
        details: { shown: found.rows.length, total: found.total, page, q: query.q ?? null },
      });
    }
    return found;
  });
  return { items: inFull ? rows : rows.map((row) => maskOfficer(row, ctx.today)), total, page, pageSize };
}
