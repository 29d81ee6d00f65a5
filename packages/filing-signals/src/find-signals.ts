import type { SignalSettings } from './settings.ts';
import { findAgencyRates } from './signals/agency-rates.ts';
import { findRegisterConflicts } from './signals/agency-register.ts';
import { findAlikeFilings } from './signals/alike-filings.ts';
import { findBursts, findUnrelatedFields } from './signals/bursts.ts';
import { findRecombined } from './signals/recombined.ts';
import { findSplitFilings } from './signals/split-filings.ts';
import { TextLinks } from './signals/text-links.ts';
import { findGeneratedTexts, findUselessLimitations } from './signals/text-statistics.ts';
import { findTransfers } from './signals/transfers.ts';
import { lookOver } from './signals/world.ts';
import type { Signal, SignalInput } from './types.ts';

/**
 * A search that remembers which texts are close to which, so that after a change only the changed filings are compared
 * anew; everything else is counted again. One per district.
 */
export class SignalSearch {
  readonly #settings: SignalSettings;
  #links: TextLinks | undefined;

  constructor(settings: SignalSettings) {
    this.#settings = settings;
  }

  /**
   * All signals of the input as it is now, strongest first; equal inputs give equal signals and keys.
   * @param changed ids of filings that are new, otherwise than before, or gone since the last call; 'all' begins anew.
   * The first call begins anew whatever it says.
   */
  find(input: SignalInput, changed: 'all' | readonly string[] = 'all'): Signal[] {
    const world = lookOver(input, this.#settings);
    if (changed === 'all' || !this.#links || this.#links.isStale) {
      this.#links = new TextLinks(input.filings, this.#settings.text);
    } else this.#links.update(world.filings, changed);
    const links = this.#links;
    return [
      ...findAlikeFilings(world, links),
      ...findRecombined(world, links),
      ...findGeneratedTexts(world, links),
      ...findUselessLimitations(world),
      ...findBursts(world),
      ...findUnrelatedFields(world),
      ...findSplitFilings(world, links),
      ...findTransfers(world),
      ...findAgencyRates(world),
      ...findRegisterConflicts(world),
    ].sort((a, b) => b.strength - a.strength || (a.key < b.key ? -1 : 1));
  }
}

/** All signals of one input, strongest first. Thresholds are the caller's; see SignalSettings. */
export function findSignals(input: SignalInput, settings: SignalSettings): Signal[] {
  return new SignalSearch(settings).find(input);
}
