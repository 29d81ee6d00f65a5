import { splitHolders } from '../normalise/split-holders.ts';
import type { MatchResult, Mention } from '../types.ts';
import type { Matcher } from './matcher.ts';

export interface HolderMatch {
  holder: string;
  result: MatchResult;
}

/** `chosen` is the holder the field is linked by; `holders` all of them in order. */
export interface JointMatch {
  chosen: HolderMatch;
  holders: HolderMatch[];
}

const separator = /[;；、,，|｜\n]/;

/**
 * Matches a field that may name several holders. A registered name that contains 、 is not split. Of several
 * holders the first `auto` is chosen, else the `review` with the highest score, else the first holder (`none`).
 * Address and code of the mention speak for the first holder only.
 */
export function matchHolders(matcher: Matcher, mention: Mention): JointMatch {
  const names = separator.test(mention.name) ? splitHolders(mention.name) : [];
  if (names.length < 2 || matcher.knows(mention.name)) {
    const whole: HolderMatch = { holder: mention.name, result: matcher.match(mention) };
    return { chosen: whole, holders: [whole] };
  }
  const holders = names.map((name, position) => {
    const own = position === 0 ? { ...mention, name } : { id: mention.id, name, ipc: mention.ipc };
    return { holder: name, result: matcher.match(own) };
  });
  const chosen =
    holders.find(({ result }) => result.decision === 'auto') ??
    holders
      .filter(({ result }) => result.decision === 'review')
      .sort((a, b) => b.result.best!.score - a.result.best!.score)[0] ??
    holders[0]!;
  return { chosen, holders };
}
