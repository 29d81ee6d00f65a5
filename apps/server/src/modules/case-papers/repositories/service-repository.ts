import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { JudgedService } from '../domain/service-rule.ts';

export interface ServiceRow extends JudgedService {
  readonly id: string;
  readonly paperId: string;
  readonly failedReason: string | null;
  readonly officers: string;
  readonly receiptSha256: string | null;
  readonly receiptName: string | null;
  readonly receiptMediaType: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

const COLUMNS = sql`s.id, s.paper_id as "paperId", s.mode, s.recipient, s.receiver, s.address, s.reason, s.witness, s.tracking, s.through,
  s.announced_on as "announcedOn", s.due_on as "dueOn", s.served_on as "servedOn", s.outcome, s.failed_reason as "failedReason", s.officers,
  s.receipt_sha256 as "receiptSha256", s.receipt_name as "receiptName", s.receipt_media_type as "receiptMediaType",
  s.recorded_by_name as "recordedBy", s.recorded_at as "recordedAt"`;

type Row = Omit<ServiceRow, 'outcome'> & { readonly outcome: 'under-way' | 'served' | 'failed' };

export type { Row as ServiceRecordRow };

export async function listServices(db: Db, district: string, paperIds: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from case_papers.service s
    where s.district = ${district} and s.paper_id = any(${[...paperIds]}::uuid[]) order by s.recorded_at, s.id`.execute(
    db,
  );
  return rows;
}

export async function findService(db: Db, district: string, id: string, lock = false): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from case_papers.service s
    where s.district = ${district} and s.id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

export async function insertService(
  tx: Tx,
  ctx: Ctx,
  service: JudgedService & { readonly id: string; readonly paperId: string; readonly officers: string },
): Promise<void> {
  await sql`insert into case_papers.service (district, id, paper_id, mode, recipient, receiver, address, reason, witness, tracking, through,
      announced_on, due_on, served_on, outcome, officers, recorded_by_name, recorded_at)
    values (${ctx.district}, ${service.id}, ${service.paperId}, ${service.mode}, ${service.recipient}, ${service.receiver}, ${service.address},
      ${service.reason}, ${service.witness}, ${service.tracking}, ${service.through}, ${service.announcedOn}, ${service.dueOn},
      ${service.servedOn}, ${service.outcome}, ${service.officers}, ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
}

export async function concludeServiceRow(
  tx: Tx,
  district: string,
  id: string,
  outcome: { readonly servedOn: string | null; readonly failedReason: string | null },
): Promise<void> {
  await sql`update case_papers.service set outcome = ${outcome.servedOn === null ? 'failed' : 'served'}, served_on = ${outcome.servedOn},
      failed_reason = ${outcome.failedReason} where district = ${district} and id = ${id}`.execute(tx);
}

export async function setReceipt(
  tx: Tx,
  district: string,
  id: string,
  file: { readonly sha256: string; readonly fileName: string; readonly mediaType: string },
): Promise<void> {
  await sql`update case_papers.service set receipt_sha256 = ${file.sha256}, receipt_name = ${file.fileName},
      receipt_media_type = ${file.mediaType} where district = ${district} and id = ${id}`.execute(tx);
}

export interface AddressRow {
  readonly id: string;
  readonly partyName: string;
  readonly address: string;
  readonly receiver: string | null;
  readonly phone: string | null;
  readonly electronicConsent: boolean;
  readonly electronicAddress: string | null;
  readonly confirmedOn: string;
  readonly recordedBy: string;
}

/** Confirmed addresses of a case, the one that holds last. */
export async function listAddresses(db: Db, district: string, caseId: string): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`select id, party_name as "partyName", address, receiver, phone,
      electronic_consent as "electronicConsent", electronic_address as "electronicAddress", confirmed_on as "confirmedOn",
      recorded_by_name as "recordedBy"
    from case_papers.address where district = ${district} and case_id = ${caseId} order by recorded_at, id`.execute(db);
  return rows;
}

export async function insertAddress(
  tx: Tx,
  ctx: Ctx,
  caseId: string,
  row: Omit<AddressRow, 'recordedBy'>,
): Promise<void> {
  await sql`insert into case_papers.address (district, id, case_id, party_name, address, receiver, phone, electronic_consent,
      electronic_address, confirmed_on, recorded_by_name, recorded_at)
    values (${ctx.district}, ${row.id}, ${caseId}, ${row.partyName}, ${row.address}, ${row.receiver}, ${row.phone},
      ${row.electronicConsent}, ${row.electronicAddress}, ${row.confirmedOn}, ${ctx.actor.displayName}, ${ctx.now})`.execute(
    tx,
  );
}
