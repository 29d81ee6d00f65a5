import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';

export interface CertifiedOfficer {
  readonly id: string;
  readonly name: string;
  readonly bodyId: string | null;
  readonly unit: string | null;
  readonly certificateNo: string | null;
  readonly certificateFrom: string | null;
  /** Last day of the certificate; null where the register knows none. */
  readonly certificateTo: string | null;
  /** Account of the same name in the district, where exactly one bears it. */
  readonly userId: string | null;
}

export interface OfficerQuestion {
  readonly ids?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly body?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Officers of the register with their certificates, for those who must name them in an official act. Whoever asks has
 * judged that the reader may: names and numbers come in full.
 */
export async function listCertifiedOfficers(
  db: Db,
  district: string,
  question: OfficerQuestion,
): Promise<readonly CertifiedOfficer[]> {
  const { ids, q, body } = question;
  const { rows } =
    await sql<CertifiedOfficer>`select o.id, o.name, o.body_id as "bodyId", coalesce(b.name, o.body_name) as unit,
      o.certificate_no as "certificateNo", o.certificate_from as "certificateFrom", o.certificate_to as "certificateTo",
      case when a.n = 1 then a.id end as "userId"
    from organisation.officer o left join organisation.body b on b.district = o.district and b.id = o.body_id
    left join lateral (select count(*) as n, (array_agg(u.id))[1] as id from platform.user_account u
      where u.district = o.district and u.display_name = o.name and u.status = 'active') a on true
    where o.district = ${district}
      and ${ids === undefined ? sql`true` : sql`o.id = any(${[...ids]}::uuid[])`}
      and ${body === undefined ? sql`true` : sql`o.body_id = ${body}`}
      and ${q === undefined || q === '' ? sql`true` : sql`position(${q} in concat_ws(' ', o.name, o.certificate_no, coalesce(b.name, o.body_name))) > 0`}
    order by (o.certificate_to is null), o.certificate_to desc, o.name, o.id limit ${question.limit ?? 50}`.execute(db);
  return rows;
}
