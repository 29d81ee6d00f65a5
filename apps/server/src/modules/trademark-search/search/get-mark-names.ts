import type { Ctx } from '../../../platform/context/context.ts';
import { trademarkIndex } from '../../ip-rights/index.ts';
import { type MarkNames, MarkNamesKeeper } from './mark-names.ts';

interface Slot {
  readonly keeper: MarkNamesKeeper;
  current: MarkNames | undefined;
  coming: Promise<MarkNames> | undefined;
}

/** Above so many rows who asks is served the last state while the next one is made; below it, it waits. */
const WAIT_UP_TO_ROWS = 60_000;
const slots = new WeakMap<object, Map<string, Slot>>();

function slotOf(ctx: Ctx): Slot {
  const districts = slots.get(ctx.services) ?? new Map<string, Slot>();
  slots.set(ctx.services, districts);
  const slot = districts.get(ctx.district) ?? {
    keeper: new MarkNamesKeeper(),
    current: undefined,
    coming: undefined,
  };
  districts.set(ctx.district, slot);
  return slot;
}

/** The names of the district's marks as of the last committed change of the register. */
export async function getMarkNames(ctx: Ctx): Promise<MarkNames> {
  const data = await trademarkIndex.get(ctx);
  const slot = slotOf(ctx);
  if (slot.current?.data === data) return slot.current;
  slot.coming ??= slot.keeper.bringTo(data).then(
    (names) => {
      slot.current = names;
      slot.coming = undefined;
      return names;
    },
    (error: unknown) => {
      slot.coming = undefined;
      throw error;
    },
  );
  if (slot.current === undefined || slot.current.data.size <= WAIT_UP_TO_ROWS) {
    const names = await slot.coming;
    return names.data === data ? names : getMarkNames(ctx);
  }
  slot.coming.catch((error: unknown) => ctx.services.log.error({ err: error }, 'names of marks not reloaded'));
  return slot.current;
}
