import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { openFile, performAction } from '../../../platform/procedures/index.ts';
import { KEEP_FOR_ALLIED, PROTECTION_PROCEDURE } from '../procedure/states.ts';
import { findMark, lockMark, updateMark } from '../repositories/mark-repository.ts';

/** The file in which evidence of a mark's hits stands. A mark of an allied district gets one with its first evidence. */
export async function fileOfMark(tx: Tx, ctx: Ctx, markId: string): Promise<string> {
  await lockMark(tx, ctx.district, markId);
  const mark = await findMark(tx, ctx.district, markId);
  if (mark === undefined) throw new Error(`no protected mark ${markId}`);
  if (mark.file_id !== null) return mark.file_id;
  const file = await openFile(tx, ctx, {
    procedure: PROTECTION_PROCEDURE,
    subject: {
      kind: PROTECTION_PROCEDURE,
      id: mark.id,
      label: `${mark.name}（第${mark.registration_no}号，${mark.origin_name ?? ''}）`,
    },
    organisations: [ctx.services.jurisdiction.watchSettings.body],
  });
  await performAction(tx, ctx, file.id, KEEP_FOR_ALLIED);
  await updateMark(tx, ctx.district, mark.id, { file_id: file.id });
  return file.id;
}
