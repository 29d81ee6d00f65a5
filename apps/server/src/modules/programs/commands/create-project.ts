import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { PROJECT_PROCEDURE } from '../procedure/project-procedure.ts';
import { PROJECT_FILE } from '../programs.catalogue.ts';
import { windowError } from '../queries/filing-checks.ts';
import { findCall } from '../repositories/call-repository.ts';
import { replaceMembers } from '../repositories/part-repository.ts';
import { listParties } from '../repositories/party-repository.ts';
import { insertProject } from '../repositories/project-repository.ts';

/**
 * Begins an application of a party under an open call, with the party as its leader.
 * @throws AppError programs.call.closed outside the window; 404 for a party out of the actor's reach
 */
export async function createProject(
  ctx: Ctx,
  callId: string,
  input: { readonly title: string; readonly leadPartyId: string },
): Promise<{ readonly id: string; readonly fileId: string }> {
  const call = await findCall(ctx.db, ctx.district, callId);
  if (call === undefined || call.state === 'draft') throw new AppError('platform.not-found');
  const scope = scopeFor(ctx, PROJECT_FILE);
  const lead = (await listParties(ctx.db, ctx.district, [input.leadPartyId], scope)).get(input.leadPartyId);
  if (lead === undefined) throw new AppError('platform.not-found');
  const closed = windowError(ctx, call);
  if (closed !== undefined) throw closed;
  const id = uuidv7();
  const leading = call.terms.roles.find((role) => role.lead);
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: PROJECT_PROCEDURE,
      subject: { kind: PROJECT_PROCEDURE, id, label: input.title },
      partyId: lead.id,
      townCode: lead.town_code,
    });
    await insertProject(tx, ctx, {
      id,
      fileId: file.id,
      callId,
      kind: call.kind,
      title: input.title,
      lead: { id: lead.id, name: lead.name, townCode: lead.town_code },
    });
    await replaceMembers(tx, ctx.district, id, [
      { role: leading?.role ?? '', party_id: lead.id, name: lead.name, uscc: lead.uscc, task: '' },
    ]);
    await writeAudit(tx, ctx, {
      action: 'programs.project.create',
      subject: { kind: PROJECT_PROCEDURE, id: file.id, label: `${file.number} ${input.title}` },
      details: { call: call.number, lead: lead.name },
    });
    return { id, fileId: file.id };
  });
}
