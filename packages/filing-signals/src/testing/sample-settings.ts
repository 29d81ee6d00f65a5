import type { SignalSettings } from '../settings.ts';

/** Thresholds for the tests; a district's own stand in its data. */
export const sampleSettings: SignalSettings = {
  interval: 0.9,
  text: {
    nearIdentical: 0.6,
    copied: 0.75,
    fewestUnits: 12,
    recombinedCovered: 0.75,
    recombinedSource: 0.2,
    recombinedLargest: 0.7,
  },
  generated: { fewestFilings: 5, clauseShare: 0.6, times: 3 },
  limitation: { fewestFilings: 3, times: 2.5, words: ['长度为', '宽度为', '颜色为', '间距为'] },
  burst: {
    windowDays: 30,
    fewestFilings: 10,
    times: 3,
    filingsPerEmployee: 0.5,
    youngDays: 365,
    employeeBands: [10, 50, 300],
  },
  fields: { windowDays: 365, fewestFilings: 5, fewestFields: 5, times: 1.6, filingBands: [3, 6, 10, 20] },
  split: { windowDays: 180, fewestHolders: 3, fewestFilings: 6, shortestAddress: 8 },
  transfer: { withinDays: 365, fewestFilings: 5, margin: 0.15 },
  inventorChange: { fewestFilings: 5, margin: 0.15 },
  agencyRate: { fewestDecided: 20, times: 1.3 },
};
