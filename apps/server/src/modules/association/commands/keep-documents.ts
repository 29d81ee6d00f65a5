import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { DOCUMENT_PUBLISH, DOCUMENT_SIGN } from '../association.catalogue.ts';
import { isOurs, ownAgencies, requireAgencyCard, requireOurs } from '../reach.ts';
import { selectDocuments, selectSignatures } from '../repositories/document-repository.ts';
import { requireMember } from './keep-members.ts';
import { noteAgency, noteAll } from './note-change.ts';

export interface DocumentInput {
  readonly sort: 'convention' | 'standard';
  readonly title: string;
  readonly body: string;
  readonly adoptedOn: string;
  readonly effectiveOn: string;
}

/** Publishes the next version; former ones stay as they were signed. Returns its id. @throws AppError association.document.before-former */
export async function publishDocument(ctx: Ctx, input: DocumentInput): Promise<string> {
  requireOurs(ctx, DOCUMENT_PUBLISH);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`association.document:${ctx.district}`}))`.execute(tx);
    const [former] = await selectDocuments(tx, ctx.district, sql`d.sort = ${input.sort}`);
    if (former !== undefined && input.effectiveOn < former.effective_on)
      throw new AppError('association.document.before-former', { on: input.effectiveOn, former: former.effective_on });
    const version = (former?.version ?? 0) + 1;
    await sql`insert into association.document (district, id, sort, version, title, body, adopted_on, effective_on, published_by, published_at)
      values (${ctx.district}, ${id}, ${input.sort}, ${version}, ${input.title}, ${input.body}, ${input.adoptedOn}, ${input.effectiveOn},
        ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
    await noteAll(tx, ctx);
    await writeAudit(tx, ctx, {
      action: DOCUMENT_PUBLISH,
      subject: { kind: 'association.document', id, label: input.title },
      details: { sort: input.sort, version, effectiveOn: input.effectiveOn },
    });
  });
  return id;
}

export interface SignInput {
  /** Whose signature on paper is recorded; absent: the own agency signs. */
  readonly agencyId: string | null;
  readonly signatory: string;
  readonly signedOn: string | null;
}

/** @throws AppError association.document.not-signable · association.document.signed · association.member.none */
export async function signDocument(ctx: Ctx, documentId: string, input: SignInput): Promise<void> {
  const ours = isOurs(ctx, DOCUMENT_SIGN);
  const [own] = await ownAgencies(ctx, DOCUMENT_SIGN);
  const agencyId = ours ? input.agencyId : (own?.id ?? null);
  if (agencyId === null) throw new AppError('platform.not-found');
  const agency = await requireAgencyCard(ctx, agencyId);
  const signedOn = ours ? (input.signedOn ?? ctx.today) : ctx.today;
  await inTransaction(ctx, async (tx) => {
    const [document] = await selectDocuments(tx, ctx.district, sql`d.id = ${documentId}`);
    if (document === undefined) throw new AppError('platform.not-found');
    const { title, version } = document;
    if (document.replaced_on !== null && document.replaced_on <= signedOn)
      throw new AppError('association.document.not-signable', { title, version });
    await requireMember({ ...ctx, db: tx }, agency.id, agency.name, signedOn);
    const before = await selectSignatures(
      tx,
      ctx.district,
      sql`s.document_id = ${documentId} and s.agency_id = ${agency.id}`,
    );
    if (before.length > 0) throw new AppError('association.document.signed', { name: agency.name });
    await sql`insert into association.signature (district, document_id, agency_id, signed_on, signatory, way, recorded_by, recorded_at)
      values (${ctx.district}, ${documentId}, ${agency.id}, ${signedOn}, ${input.signatory}, ${ours ? 'paper' : 'portal'},
        ${ctx.actor.displayName}, ${ctx.now})`.execute(tx);
    await noteAgency(tx, ctx, agency.id);
    await writeAudit(tx, ctx, {
      action: DOCUMENT_SIGN,
      subject: { kind: 'association.document', id: documentId, label: `${title} · ${agency.name}` },
      details: { version, signatory: input.signatory, signedOn },
    });
  });
}
