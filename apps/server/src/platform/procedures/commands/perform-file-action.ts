import type { FilePanel } from '@jince/contract';
import { type Ctx, inTransaction } from '../../context/context.ts';
import { type ActionInput, performAction } from '../perform-action.ts';
import { getFilePanel } from '../queries/show-file.ts';

/** Takes an action on a file and returns its panel as it stands then. */
export async function performFileAction(
  ctx: Ctx,
  fileId: string,
  action: string,
  input: ActionInput,
): Promise<FilePanel> {
  await inTransaction(ctx, (tx) => performAction(tx, ctx, fileId, action, input));
  return getFilePanel(ctx, fileId);
}
