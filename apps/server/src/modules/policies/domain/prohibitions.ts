import type { Prohibition, Trigger } from '@jince/entitlements';
import { listProhibitions } from '@jince/law';

/** National prohibitions as policies are checked against them. */
export function nationalProhibitions(): Prohibition[] {
  return listProhibitions()
    .filter((one) => one.to === null)
    .map(({ trigger, from, notice, text }) => ({ trigger: trigger as Trigger, from, notice, text: text.zh }));
}
