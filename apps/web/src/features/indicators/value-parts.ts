import type { IndicatorDetail } from '@jince/contract';
import type { RowPart } from '../../lib/plan.ts';

/** A number a figure is made of. `label` is a message key; `part` the rows it counts, absent for sums. */
export interface ValuePart {
  readonly label: 'population' | 'counted' | 'numerator' | 'denominator' | 'sum';
  readonly value: number;
  readonly part?: RowPart;
}

const part = (label: ValuePart['label'], value: number | null, of?: RowPart): ValuePart[] =>
  value === null ? [] : [{ label, value, ...(of ? { part: of } : {}) }];

/** The numbers a figure is made of, by the kind of figure; those that count subjects open them. */
export function partsOf({ kind, numerator, denominator }: IndicatorDetail): ValuePart[] {
  switch (kind) {
    case 'share':
    case 'count':
      return [...part('population', denominator, 'population'), ...part('counted', numerator, 'counted')];
    case 'mean':
      return [...part('counted', denominator, 'counted'), ...part('sum', numerator)];
    case 'ratio':
      return [...part('numerator', numerator), ...part('denominator', denominator)];
    case 'per-entities':
      return [...part('sum', numerator), ...part('population', denominator, 'population')];
    case 'per-persons':
      return part('counted', numerator, 'counted');
    case 'sum':
      return [];
  }
}

/** Whether subjects in scope can be left out: only where they are counted one by one. */
export const hasMissing = (kind: IndicatorDetail['kind']) => kind === 'share' || kind === 'count';
