import type { RouteOutput, routes } from '@jince/contract';
import type { Policy, WhatIfLine } from '@jince/entitlements';
import type { PolicyVersion } from '../domain/policy-version.ts';

export function viewPolicy(
  { id, version, state }: PolicyVersion,
  policy: Policy,
): RouteOutput<typeof routes.runWhatIf>['policy'] {
  const { code, title, fund, year, example } = policy;
  return { id, code, version, state, title, fund, year, example };
}

/** Counts parties of lines that come party by party. */
export class Tally {
  fen = 0;
  neededFen = 0;
  lines = 0;
  recipients = 0;
  #last = -1;

  add({ subject, fen, neededFen }: WhatIfLine): void {
    this.fen += fen;
    this.neededFen += neededFen;
    if (fen === 0) return;
    this.lines += 1;
    if (this.#last !== subject) this.recipients += 1;
    this.#last = subject;
  }
}

export function tallyBy<K>(lines: readonly WhatIfLine[], keyOf: (line: WhatIfLine) => K): Map<K, Tally> {
  const tallies = new Map<K, Tally>();
  for (const line of lines) {
    const key = keyOf(line);
    const tally = tallies.get(key) ?? new Tally();
    tallies.set(key, tally);
    tally.add(line);
  }
  return tallies;
}
