import type { TraceNode } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { type WhyStep, WhySteps } from '../../components/why-panel.tsx';
import { api } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';

/** A clause open to all asks nothing of the enterprise itself. */
const asksSomething = (trace: TraceNode): boolean => trace.inputs.length > 0 || trace.parts.length > 0;

/** Why this amount: clause, checks, conditions with what they looked at, and each step to the sum. */
export function EntitlementWhy({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const query = useQuery({
    queryKey: ['entitlement', id, i18n.language],
    queryFn: ({ signal }) => api.getEntitlement({ params: { id } }, signal),
  });
  const found = query.data;
  const checks = (found?.preconditions ?? []).map(
    (one): WhyStep => ({
      kind: one.outcome === 'met' ? 'met' : one.outcome === 'not-met' ? 'unmet' : 'note',
      text: one.label,
      basis: one.article,
      result: t(`outcome.${one.outcome}`),
    }),
  );
  const steps = (found?.why?.steps ?? found?.steps ?? []).map(
    (one): WhyStep => ({ kind: 'value', text: one.text, result: `${formatYuan(one.fen)} ${t('yuan')}` }),
  );
  return (
    <Drawer open onClose={onClose} title={found?.itemName ?? t('why')} size={520} destroyOnHidden>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {found && (
        <div className="own-why">
          <blockquote>
            <b>{found.clause}</b> {found.text}
          </blockquote>
          <h3>{t('whyChecks')}</h3>
          <WhySteps why={{ title: t('whyChecks'), steps: checks }} />
          {found.why && (
            <>
              <h3>{t('whyConditions')}</h3>
              {asksSomething(found.why.eligibility) && (
                <TraceTree trace={found.why.eligibility} label={t('whyConditions')} />
              )}
              <TraceTree trace={found.why.achievement} label={found.label} />
            </>
          )}
          {!found.why && found.refusals.length > 0 && (
            <WhySteps
              why={{
                title: t('whyNot'),
                steps: found.refusals.map((one) => ({ kind: 'unmet', text: one.text, basis: one.article })),
              }}
            />
          )}
          <h3>{t('whyAmount')}</h3>
          <WhySteps
            why={{
              title: t('whyAmount'),
              answer: `${formatYuan(found.amountFen)} ${t('yuan')}`,
              steps,
              article: found.clause,
              version: t('version', { n: found.policy.version, on: found.factsAsOf }),
            }}
          />
        </div>
      )}
    </Drawer>
  );
}
