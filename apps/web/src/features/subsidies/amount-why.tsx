import type { EntitlementDetail, TraceNode } from '@jince/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TraceTree } from '../../components/trace-tree.tsx';
import { type WhyStep, WhySteps } from '../../components/why-panel.tsx';
import { formatYuan } from '../../lib/format.ts';

export type AmountStep = EntitlementDetail['steps'][number];
export type Refusal = EntitlementDetail['refusals'][number];

/** Steps from the clause to the amount; what takes away is written as a deduction. */
export function toWhySteps(steps: readonly AmountStep[]): WhyStep[] {
  return steps.map((step) => ({
    kind: step.fen < 0 ? 'minus' : 'value',
    text: step.text,
    result: formatYuan(step.fen),
  }));
}

export function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useTranslation('subsidies');
  if (refusals.length === 0) return null;
  return (
    <WhySteps
      why={{
        title: t('why.refusals'),
        steps: refusals.map((one) => ({ kind: 'unmet', text: one.text, basis: one.article })),
      }}
    />
  );
}

interface AmountWhyProps {
  readonly fen: number;
  readonly steps: readonly AmountStep[];
  readonly eligibility: TraceNode | null;
  readonly achievement: TraceNode | null;
  readonly refusals: readonly Refusal[];
  readonly clause: string;
  /** Which version of the policy, with the facts of which day. */
  readonly version: string;
  readonly mark?: ReactNode;
}

/** Why this amount: clause and version, each step of the sum, each condition with what it looked at. */
export function AmountWhy(props: AmountWhyProps) {
  const { t } = useTranslation(['subsidies', 'common']);
  return (
    <div className="amount-why">
      <h3>{t('why.amount')}</h3>
      <WhySteps
        why={{
          title: t('why.amount'),
          answer: (
            <>
              {formatYuan(props.fen)} <small>{t('common:unit.yuan')}</small> {props.mark}
            </>
          ),
          steps: toWhySteps(props.steps),
          article: props.clause,
          version: props.version,
        }}
      />
      {props.refusals.length > 0 && (
        <>
          <h3>{t('why.refusals')}</h3>
          <Refusals refusals={props.refusals} />
        </>
      )}
      {props.eligibility && (
        <>
          <h3>{t('why.eligibility')}</h3>
          <TraceTree trace={props.eligibility} label={t('why.eligibility')} />
        </>
      )}
      {props.achievement && (
        <>
          <h3>{t('why.achievement')}</h3>
          <TraceTree trace={props.achievement} label={t('why.achievement')} />
        </>
      )}
    </div>
  );
}
