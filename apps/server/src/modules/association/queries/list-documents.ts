import type { AssociationDocument, AssociationDocumentDetail } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { DOCUMENT_SIGN } from '../association.catalogue.ts';
import { ownAgencies } from '../reach.ts';
import { type DocumentRow, selectDocuments, selectSignatures } from '../repositories/document-repository.ts';
import { isMember } from '../repositories/member-repository.ts';

async function countMembers(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from association.member m where m.district = ${ctx.district} and ${isMember(ctx.today)}`.execute(
    ctx.db,
  );
  return rows[0]?.n ?? 0;
}

function toDocument(ctx: Ctx, row: DocumentRow, members: number): AssociationDocument {
  return {
    id: row.id,
    sort: row.sort,
    version: row.version,
    title: row.title,
    adoptedOn: row.adopted_on,
    effectiveOn: row.effective_on,
    replacedOn: row.replaced_on,
    inForce: row.effective_on <= ctx.today && (row.replaced_on === null || row.replaced_on > ctx.today),
    publishedBy: row.published_by,
    signatures: row.signatures,
    members,
  };
}

export async function listAssociationDocuments(ctx: Ctx): Promise<{ items: AssociationDocument[] }> {
  const members = await countMembers(ctx);
  const rows = await selectDocuments(ctx.db, ctx.district, sql`true`);
  return { items: rows.map((row) => toDocument(ctx, row, members)) };
}

/** One version with its text, who signed it and which members did not. */
export async function getAssociationDocument(ctx: Ctx, id: string): Promise<AssociationDocumentDetail> {
  const [row] = await selectDocuments(ctx.db, ctx.district, sql`d.id = ${id}`);
  if (row === undefined) throw new AppError('platform.not-found');
  const signatures = await selectSignatures(ctx.db, ctx.district, sql`s.document_id = ${id}`);
  const { rows: missing } = await sql<{ id: string; name: string }>`select a.id, a.name from association.member m
    join agencies.agency a on a.district = m.district and a.id = m.agency_id
    where m.district = ${ctx.district} and ${isMember(ctx.today)}
      and not exists (select 1 from association.signature s where s.district = m.district and s.document_id = ${id} and s.agency_id = m.agency_id)
    order by a.name`.execute(ctx.db);
  const own = await ownAgencies(ctx, DOCUMENT_SIGN);
  return {
    ...toDocument(ctx, row, await countMembers(ctx)),
    body: row.body,
    signatures: signatures.length,
    signers: signatures.map((one) => ({
      agencyId: one.agency_id,
      name: one.name,
      signedOn: one.signed_on,
      signatory: one.signatory,
      way: one.way,
    })),
    missing: missing.map((one) => ({ agencyId: one.id, name: one.name })),
    own:
      own[0] === undefined
        ? null
        : { agencyId: own[0].id, signed: signatures.some((one) => one.agency_id === own[0]?.id) },
  };
}
