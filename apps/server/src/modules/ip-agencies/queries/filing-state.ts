import { addMonths } from '@jince/calendar';
import { lawBook } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';

export type FilingState = 'in-force' | 'ending' | 'ended' | 'none';

/** Where a trademark agency's filing stands today: `ending` from the day on which it may be extended. */
export function filingStateOf(ctx: Ctx): (until: string | null) => FilingState {
  const months = lawBook.lawNumber('agencies.trademark-filing.extension-months', ctx.today).value;
  const soon = addMonths(ctx.today, months);
  return (until) => (until === null ? 'none' : until < ctx.today ? 'ended' : until <= soon ? 'ending' : 'in-force');
}
