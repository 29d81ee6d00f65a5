import type { Ctx } from '../../../platform/context/context.ts';
import { factsVersion } from '../../../platform/facts/index.ts';
import { openDataVersion } from '../../open-data/index.ts';
import { policiesVersion } from '../../policies/index.ts';
import { publicityVersion } from '../../subsidies/index.ts';

const LOOK_AGAIN_MS = 1000;

interface Seen {
  readonly at: number;
  readonly version: Promise<string>;
}

const seen = new WeakMap<object, Map<string, Seen>>();

// The day is part of it: what ends by its last day is gone the next morning, though nobody changed anything.
const look = async (ctx: Ctx): Promise<string> =>
  [
    ctx.today,
    ...(await Promise.all([factsVersion(ctx), policiesVersion(ctx), publicityVersion(ctx), openDataVersion(ctx)])),
  ].join('|');

/**
 * One text that changes whenever something the site shows does. Asked of the database once a second however many readers there
 * are, so what is published or withdrawn shows a second later at most.
 */
export function siteVersion(ctx: Ctx): Promise<string> {
  const ofServices = seen.get(ctx.services) ?? new Map<string, Seen>();
  seen.set(ctx.services, ofServices);
  const known = ofServices.get(ctx.district);
  const at = performance.now();
  if (known !== undefined && at - known.at < LOOK_AGAIN_MS) return known.version;
  const version = look(ctx);
  ofServices.set(ctx.district, { at, version });
  // A failed look is forgotten: the next reader looks again.
  version.catch(() => ofServices.delete(ctx.district));
  return version;
}
