import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { ProcedureAction, ProcedureDefinition, ProcedureFile } from './definition.ts';
import { handlersNow } from './handlers.ts';

interface Message {
  readonly definition: ProcedureDefinition;
  readonly action: ProcedureAction;
  readonly file: ProcedureFile;
  readonly seq: number;
  readonly note: string | null;
}

/** A notice to a party about something that has no file yet, in the caller's transaction. */
export async function sendNotice(
  tx: Tx,
  ctx: Ctx,
  notice: { readonly partyId: string; readonly text: string; readonly href: string },
): Promise<void> {
  await sql`insert into procedures.notice (district, id, file_id, seq, receiver, party_id, text, href, at)
    values (${ctx.district}, ${uuidv7()}, null, 1, 'applicant', ${notice.partyId}, ${notice.text}, ${notice.href}, ${ctx.now})`.execute(
    tx,
  );
}

/** A notice to one person about a file, in the caller's transaction. */
export async function noticeTo(
  tx: Tx,
  ctx: Ctx,
  notice: { readonly fileId: string; readonly userId: string; readonly text: string; readonly seq?: number },
): Promise<void> {
  await sql`insert into procedures.notice (district, id, file_id, seq, receiver, user_id, text, at)
    values (${ctx.district}, ${uuidv7()}, ${notice.fileId}, ${notice.seq ?? 1}, 'person', ${notice.userId}, ${notice.text}, ${ctx.now})`.execute(
    tx,
  );
}

/** One notice for each receiver the action names, in the transaction of the action. */
export async function sendNotices(tx: Tx, ctx: Ctx, message: Message): Promise<void> {
  const { action, definition, file } = message;
  const state = definition.states[file.state]?.label.zh ?? file.state;
  const note = message.note === null ? '' : `：${message.note}`;
  const text = `${definition.label.zh} ${file.number}（${file.subjectLabel}）：${action.label.zh}，现为“${state}”${note}`;
  for (const receiver of action.notify ?? []) {
    if (receiver === 'handlers') {
      for (const { userId } of await handlersNow(tx, ctx.district, file.id))
        await noticeTo(tx, ctx, { fileId: file.id, userId, text, seq: message.seq });
      continue;
    }
    const permission = typeof receiver === 'string' ? null : receiver.permission;
    await sql`insert into procedures.notice (district, id, file_id, seq, receiver, party_id, town_code, permission, organisations, text, at)
      values (${ctx.district}, ${uuidv7()}, ${file.id}, ${message.seq}, ${typeof receiver === 'string' ? receiver : 'officers'},
        ${receiver === 'applicant' ? file.partyId : null}, ${receiver === 'town' ? file.townCode : null}, ${permission},
        ${receiver === 'organisations' ? [...file.organisations] : null}::text[], ${text}, ${ctx.now})`.execute(tx);
  }
}
