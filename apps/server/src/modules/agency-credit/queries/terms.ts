import { addMonths } from '@jince/calendar';
import { lawNumber } from '@jince/law';
import type { ClockTerm } from '../../../platform/procedures/index.ts';

/** Keys of `law/agencies/credit-clocks.json`, by the clock they run. */
export const CLOCKS = {
  objection: 'agency.credit.objection.term',
  'objection-first-review': 'agency.credit.objection.first-review',
  'objection-second-review': 'agency.credit.objection.second-review',
  'repair-first-review': 'agency.credit.repair.first-review',
  'repair-second-review': 'agency.credit.repair.second-review',
} as const;
export const REPAIR_AFTER = 'agency.credit.repair.after';

export function termOf(clock: keyof typeof CLOCKS, on: string): ClockTerm {
  const { value, unit, article } = lawNumber(CLOCKS[clock], on);
  return { count: value, unit: unit as ClockTerm['unit'], article };
}

/** First day on which a repair of a result may be asked for, with months and article. */
export function repairTerm(finalOn: string): {
  readonly from: string;
  readonly months: number;
  readonly article: string;
} {
  const { value, article } = lawNumber(REPAIR_AFTER, finalOn);
  return { from: addMonths(finalOn, value), months: value, article };
}
