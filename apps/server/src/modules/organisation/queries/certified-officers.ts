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
  /** Active account that was linked with the officer. */
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
      u.id as "userId"
    from organisation.officer o left join organisation.body b on b.district = o.district and b.id = o.body_id
    left join organisation.officer_account l on l.district = o.district and l.officer_key = o.record_key
    left join platform.user_account u on u.district = l.district and u.id = l.user_id and u.status = 'active'
    where o.district = ${district}
      and ${ids === undefined ? sql`true` : sql`o.id = any(${[...ids]}::uuid[])`}
      and ${body === undefined ? sql`true` : sql`o.body_id = ${body}`}
      and ${q === undefined || q === '' ? sql`true` : sql`position(${q} in concat_ws(' ', o.name, o.certificate_no, coalesce(b.name, o.body_name))) > 0`}
    order by (o.certificate_to is null), o.certificate_to desc, o.name, o.id limit ${question.limit ?? 50}`.execute(db);
  return rows;
}
