import data from '../../data/agencies/signal-learning.json' with { type: 'json' };
import { PackDataError, readFields, readNumber } from '../shape.ts';

export type SignalLearning = {
  /** What is believed of a kind of signal before any judgement, as counts of judged ones; both above 0. */
  priorConfirmed: number;
  priorExplained: number;
  /** Share of the belief that the shown interval holds, between 0 and 1. */
  interval: number;
};

/** Throws PackDataError with the place of the first fault. */
function readSignalLearning(value: unknown): SignalLearning {
  const fields = readFields(value, 'signal-learning');
  const positive = (name: keyof SignalLearning): number => {
    const number = readNumber(fields[name], `signal-learning.${name}`);
    if (number <= 0 || (name === 'interval' && number >= 1))
      throw new PackDataError(`signal-learning.${name}：${number} 不在允许范围内`);
    return number;
  };
  return {
    priorConfirmed: positive('priorConfirmed'),
    priorExplained: positive('priorExplained'),
    interval: positive('interval'),
  };
}

/** How judgements of signals weigh in this district. */
export const signalLearning: SignalLearning = readSignalLearning(data);
