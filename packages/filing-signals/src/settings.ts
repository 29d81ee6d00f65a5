/**
 * Thresholds of the signals, given by the caller as data; nothing here has a default in code. `interval` is the mass of
 * every credible interval (0..1); `times` multiplies what peers do; `margin` is added to a peers' rate; windows in days.
 */
export interface SignalSettings {
  interval: number;
  text: {
    /** Scores from which texts of one holder, and of different holders, are told. */
    nearIdentical: number;
    copied: number;
    /** Shorter titles and abstracts say too little. */
    fewestUnits: number;
    /** Shares of a text: found in all sources together, in each at least, in the largest at most. */
    recombinedCovered: number;
    recombinedSource: number;
    recombinedLargest: number;
  };
  generated: { fewestFilings: number; clauseShare: number; times: number };
  limitation: { fewestFilings: number; times: number; words: string[] };
  burst: {
    windowDays: number;
    fewestFilings: number;
    times: number;
    filingsPerEmployee: number;
    youngDays: number;
    employeeBands: number[];
  };
  fields: { windowDays: number; fewestFilings: number; fewestFields: number; times: number; filingBands: number[] };
  split: { windowDays: number; fewestHolders: number; fewestFilings: number; shortestAddress: number };
  transfer: { withinDays: number; fewestFilings: number; margin: number };
  inventorChange: { fewestFilings: number; margin: number };
  agencyRate: { fewestDecided: number; times: number };
}
