import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import type { AidSource } from './open-request.ts';

interface Opened {
  readonly kind: 'request' | 'cross-region';
  readonly id: string;
  readonly fileId: string;
  readonly number: string;
}

/** Tells the module that ordered help what it became. */
export async function tellOpened(tx: Tx, ctx: Ctx, source: AidSource, opened: Opened): Promise<void> {
  const [from = '', sourceId = ''] = source.key.split(':');
  await publishEvent(tx, ctx, 'assistance.file.opened', { source: from, sourceId, ...opened });
}
