import data from '../../data/agencies/signals.json' with { type: 'json' };
import { PackDataError, readFields, readNumber, readTexts } from '../shape.ts';

const groups = {
  text: ['nearIdentical', 'copied', 'fewestUnits', 'recombinedCovered', 'recombinedSource', 'recombinedLargest'],
  generated: ['fewestFilings', 'clauseShare', 'times'],
  limitation: ['fewestFilings', 'times'],
  burst: ['windowDays', 'fewestFilings', 'times', 'filingsPerEmployee', 'youngDays'],
  fields: ['windowDays', 'fewestFilings', 'fewestFields', 'times'],
  split: ['windowDays', 'fewestHolders', 'fewestFilings', 'shortestAddress'],
  transfer: ['withinDays', 'fewestFilings', 'margin'],
  inventorChange: ['fewestFilings', 'margin'],
  agencyRate: ['fewestDecided', 'times'],
} as const;

/** Thresholds of the signals; what each means stands in SignalSettings of packages/filing-signals. */
export type SignalThresholds = typeof data;

/** Throws PackDataError with the place of the first fault. */
export function readSignalThresholds(value: unknown): SignalThresholds {
  const root = readFields(value, 'signals');
  const interval = readNumber(root.interval, 'signals.interval');
  if (interval <= 0 || interval >= 1) throw new PackDataError('signals.interval：应在 0 和 1 之间');
  for (const [group, names] of Object.entries(groups)) {
    const fields = readFields(root[group], `signals.${group}`);
    for (const name of names)
      if (readNumber(fields[name], `signals.${group}.${name}`) < 0)
        throw new PackDataError(`signals.${group}.${name}：不能为负数`);
  }
  readTexts(readFields(root.limitation, 'signals.limitation').words, 'signals.limitation.words');
  for (const [group, name] of [
    ['burst', 'employeeBands'],
    ['fields', 'filingBands'],
  ] as const) {
    const bands = readFields(root[group], `signals.${group}`)[name];
    const rising =
      Array.isArray(bands) && bands.every((one, at) => typeof one === 'number' && (at === 0 || bands[at - 1] < one));
    if (!rising) throw new PackDataError(`signals.${group}.${name}：应为递增的数字`);
  }
  return value as SignalThresholds;
}

/** What counts as odd in this district, until a person judges. */
export const signalThresholds: SignalThresholds = readSignalThresholds(data);
