import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { selectDocuments, selectSignatures } from '../repositories/document-repository.ts';
import { isMember, selectMembers } from '../repositories/member-repository.ts';

/** What the association tells everyone: texts in force with the agencies that signed them, and its members. No person is named. */
export interface PublicAssociation {
  readonly documents: readonly {
    readonly id: string;
    readonly sort: 'convention' | 'standard';
    readonly version: number;
    readonly title: string;
    readonly body: string;
    readonly adoptedOn: string;
    readonly effectiveOn: string;
    readonly signers: readonly { readonly agencyId: string; readonly name: string; readonly signedOn: string }[];
  }[];
  readonly members: readonly {
    readonly agencyId: string;
    readonly name: string;
    readonly level: 'member' | 'council' | 'vice-chair' | 'chair';
    readonly joinedOn: string;
  }[];
}

/** As of today; no permission is needed. */
export async function readPublicAssociation(ctx: Ctx): Promise<PublicAssociation> {
  const rows = await selectDocuments(ctx.db, ctx.district, sql`d.effective_on <= ${ctx.today}::date`);
  const inForce = rows.filter((row) => row.replaced_on === null || row.replaced_on > ctx.today);
  const documents: PublicAssociation['documents'][number][] = [];
  for (const row of inForce) {
    const signatures = await selectSignatures(ctx.db, ctx.district, sql`s.document_id = ${row.id}`);
    documents.push({
      id: row.id,
      sort: row.sort,
      version: row.version,
      title: row.title,
      body: row.body,
      adoptedOn: row.adopted_on,
      effectiveOn: row.effective_on,
      signers: signatures.map((one) => ({ agencyId: one.agency_id, name: one.name, signedOn: one.signed_on })),
    });
  }
  const members = await selectMembers(ctx.db, ctx.district, isMember(ctx.today));
  return {
    documents,
    members: members.rows.map((row) => ({
      agencyId: row.agency_id,
      name: row.name,
      level: row.level,
      joinedOn: row.joined_on,
    })),
  };
}
