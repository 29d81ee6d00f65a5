import type { PaidBefore } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';

/** What parties have got under any policy. */
export async function readPaidBeforeOf(
  _ctx: Ctx,
  _ids: readonly string[] | undefined,
  _asOf: string,
): Promise<ReadonlyMap<string, readonly PaidBefore[]>> {
  return new Map();
}

/** Keys of achievements that were paid, by any policy. */
export async function readPaidKeysOf(_ctx: Ctx): Promise<ReadonlySet<string>> {
  return new Set();
}
