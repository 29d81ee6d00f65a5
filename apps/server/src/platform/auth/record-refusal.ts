import { auditRefusal } from '../audit/write-audit.ts';
import type { Ctx } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';

/** Writes a refused permission check into the log: who asked for what without being allowed to. */
export async function recordRefusal(ctx: Ctx, permission: string): Promise<void> {
  await auditRefusal(
    ctx,
    {
      action: permission,
      subject: { kind: 'permission', id: permission, label: ctx.services.permissionLabel(permission).zh },
    },
    new AppError('platform.not-permitted'),
  );
}
