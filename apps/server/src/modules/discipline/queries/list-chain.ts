import type { DisciplineChain } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { EntryRow } from '../repositories/entry-repository.ts';

/** Persons who answer with an agency; null where the list has no such chain. */
export async function listChain(_ctx: Ctx, _entry: EntryRow): Promise<DisciplineChain | null> {
  return null;
}
