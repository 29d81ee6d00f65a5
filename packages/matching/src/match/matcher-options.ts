import type { CharacterFold } from '../normalise/normalise-name.ts';
import type { MatchWeights } from '../score/weights.ts';
import type { IndexSharing } from './index-sharing.ts';

export interface MatcherOptions {
  weights?: MatchWeights;
  /** Full dictionary for traditional characters, run before the package's own table. */
  fold?: CharacterFold;
  /** How many candidates to return with reasons (default 5). */
  candidates?: number;
  /** Give only the reasons that `summariseReasons` prints, without the whole waterfall; for bulk work. */
  brief?: boolean;
  /**
   * Two matchers of one register on two threads each build half of the indexes and read the other half from the
   * other's memory. Such matchers cannot be changed.
   */
  share?: IndexSharing;
}
