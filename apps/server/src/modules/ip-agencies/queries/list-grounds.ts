import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Ground, GroundSort } from '../types.ts';
import { lateReports } from './late-reports.ts';

export interface GroundQuery {
  /** First and last day of the ground itself, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly agencyIds?: readonly string[] | undefined;
}

interface Row {
  readonly id: string;
  readonly sort: string;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly on: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly documentNo: string | null;
  readonly authority: string | null;
  readonly text: string;
  readonly amountFen: number | null;
  readonly importId: string | null;
  readonly row: number | null;
}

/**
 * What the register knows that counts for credit, oldest first, withdrawn ones with the day of withdrawal: penalties,
 * listings, discipline and honours of the lists, and annual reports that came late or not at all. Those that name no agency
 * or person of the register are left out. Not limited by scope.
 */
export async function listGrounds(ctx: Ctx, query: GroundQuery = {}): Promise<Ground[]> {
  const { from = null, to = null } = query;
  const agencyIds = query.agencyIds ?? null;
  const { rows } = await sql<Row>`
    select g.id, g.sort, g.agency_id as "agencyId", e.id as "personId", g.happened_on as "on", g.expires_on as "expiresOn",
      g.revoked_on as "revokedOn", g.document_no as "documentNo", g.authority, g.reason as text, g.amount_fen as "amountFen",
      s.import_id as "importId", s.row_no as "row"
    from agencies.ground g
    left join agencies.person e on e.district = g.district and e.person_key = g.person_key
    left join lateral (select r.import_id, r.row_no from imports.import_row r
      join imports.import i on i.district = r.district and i.id = r.import_id and i.state = 'committed'
      where r.district = g.district and r.record_type = 'agency-ground' and r.record_key = g.record_key and r.status = 'accepted'
      order by i.committed_at desc limit 1) s on true
    where g.district = ${ctx.district} and (g.agency_id is not null or e.id is not null)
      and (${from}::date is null or g.happened_on >= ${from}::date) and (${to}::date is null or g.happened_on <= ${to}::date)
      and (${agencyIds}::uuid[] is null or g.agency_id = any(${agencyIds}::uuid[]))
    order by g.happened_on, g.record_key`.execute(ctx.db);
  const listed = rows.map(
    (row): Ground => ({
      id: row.id,
      sort: row.sort as GroundSort,
      subject:
        row.personId === null ? { type: 'agency', id: row.agencyId as string } : { type: 'person', id: row.personId },
      agencyId: row.agencyId,
      on: row.on,
      expiresOn: row.expiresOn,
      revokedOn: row.revokedOn,
      documentNo: row.documentNo,
      authority: row.authority,
      text: row.text,
      amountFen: row.amountFen,
      source: row.importId === null || row.row === null ? null : { importId: row.importId, row: row.row },
    }),
  );
  const reports = await lateReports(ctx, query);
  return [...listed, ...reports].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
