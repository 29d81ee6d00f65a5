import type { PolicySummary } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOfPicker } from '../../components/as-of.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { api } from '../../lib/api.ts';
import { BudgetCurve } from './budget-curve.tsx';
import { Comparison } from './comparison.tsx';
import { Cuts } from './cuts.tsx';
import { ExplainDrawer } from './explain-drawer.tsx';
import { Headline } from './headline.tsx';
import { History } from './history.tsx';
import { ItemTable } from './item-table.tsx';
import { LinesDrawer } from './lines-drawer.tsx';
import { ParametersPanel } from './parameters-panel.tsx';
import { type ListFilter, listPatch, useWhatIf, type WhatIfState } from './use-what-if.ts';
import './what-if.css';

/** The version in force of what stands first, unless the address names one. */
function chosenOf(policies: readonly PolicySummary[], wanted: string | null): PolicySummary | undefined {
  return (
    policies.find((one) => one.id === wanted) ??
    policies.find((one) => one.inForce) ??
    policies.find((one) => one.state !== 'legacy')
  );
}

function Choices({ policies, state }: { policies: readonly PolicySummary[]; state: WhatIfState }) {
  const { t } = useTranslation('what-if');
  const [params] = useSearchParams();
  // Years thought back have days of their own and leave real payments out.
  const isHistory = params.get('tab') === 'history';
  return (
    <div className="what-if-choices no-print">
      <Select
        value={state.question.version}
        onChange={(v) => {
          state.reset();
          state.put({ v, ...listPatch({}) });
        }}
        options={policies
          .filter((one) => one.state !== 'legacy')
          .map((one) => ({
            value: one.id,
            label: t('policyOption', {
              title: one.title,
              version: one.version,
              year: one.year,
              state: t(`state.${one.inForce ? 'inForce' : one.state}`),
            }),
          }))}
        aria-label={t('policy')}
        className="what-if-policy"
        popupMatchSelectWidth={false}
      />
      {!isHistory && <AsOfPicker asOf={state.asOf} onChange={state.setAsOf} label={t('asOf')} />}
      {!isHistory && (
        <Switcher
          label={t('paid.label')}
          value={state.paid}
          onChange={(paid) => state.put({ paid: paid === 'count' ? undefined : paid })}
          options={[
            { value: 'count', label: t('paid.count') },
            { value: 'ignore', label: t('paid.ignore') },
          ]}
        />
      )}
    </div>
  );
}

function Figures({
  state,
  onOpen,
  onParty,
}: {
  state: WhatIfState;
  onOpen: (f: ListFilter) => void;
  onParty: (id: string) => void;
}) {
  const { t } = useTranslation('what-if');
  const result = state.query.data;
  if (state.query.error)
    return (
      <>
        <ErrorBox error={state.query.error} onRetry={() => state.query.refetch()} />
        {state.changes.length > 0 && (
          <Button className="what-if-undo" onClick={() => state.reset()}>
            {t('resetAll')}
          </Button>
        )}
      </>
    );
  if (result === undefined) return <SkeletonLines lines={14} />;
  const source = t('source', { day: result.asOf, version: result.policy.version });
  const isEmpty = result.lines === 0 && result.neededFen === 0;
  return (
    <div className={state.isBehind ? 'what-if-stack behind' : 'what-if-stack'} aria-busy={state.isBehind}>
      <Headline result={result} onOpen={onOpen} />
      {!result.whole && <p className="soft">{t('partOnly')}</p>}
      <Section title={t('byItem')} flush>
        <ItemTable result={result} onOpen={onOpen} />
      </Section>
      {isEmpty ? (
        <EmptyState title={t('nobodyPaid')}>{t('nobodyPaidText')}</EmptyState>
      ) : (
        <>
          <Comparison result={result} onOpen={onOpen} onParty={onParty} />
          <Cuts result={result} source={source} onOpen={onOpen} />
          <BudgetCurve result={result} source={source} onOpen={onOpen} />
        </>
      )}
      <p className="muted what-if-fresh">
        <FreshnessLine of={result.freshness} /> · {t('took', { ms: result.tookMs })} · {t('notPayment')}
      </p>
    </div>
  );
}

function WhatIf({ policies, chosen }: { policies: readonly PolicySummary[]; chosen: PolicySummary }) {
  const { t } = useTranslation('what-if');
  const [params] = useSearchParams();
  const state = useWhatIf(chosen.id);
  const result = state.lastResult;
  const openList = (filter: ListFilter) => state.put(listPatch(filter));
  const openParty = (party: string) => state.put({ party });
  const names = new Map(result?.items.map((item) => [item.code, item.name]));
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        tags={chosen.example ? <ExampleMark /> : undefined}
        meta={<span>{t('lead')}</span>}
      />
      <Choices policies={policies} state={state} />
      <div className="what-if">
        {result === undefined ? (
          <section className="what-if-parameters panel">
            {state.query.error ? <p className="muted">{t('noParameters')}</p> : <SkeletonLines lines={10} />}
          </section>
        ) : (
          <ParametersPanel key={chosen.id} parameters={result.parameters} items={result.items} state={state} />
        )}
        <div className="what-if-answer-side">
          <PageTabs
            label={t('title')}
            tabs={[
              {
                key: 'district',
                label: t('tab.district'),
                render: () => <Figures state={state} onOpen={openList} onParty={openParty} />,
              },
              {
                key: 'history',
                label: t('tab.history'),
                render: () => <History state={state} names={names} onOpen={openList} />,
              },
            ]}
          />
        </div>
      </div>
      {result && <LinesDrawer result={result} state={state} onParty={openParty} />}
      <ExplainDrawer
        party={params.get('party') ?? undefined}
        state={state}
        example={chosen.example}
        onClose={() => state.put({ party: undefined })}
      />
    </div>
  );
}

/** Whom a policy would pay, and how each change of a number moves that. */
export function Page() {
  const { t, i18n } = useTranslation('what-if');
  const [params] = useSearchParams();
  const query = useQuery({
    queryKey: ['what-if-policies', i18n.language],
    queryFn: ({ signal }) => api.listPolicies({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (query.data === undefined)
    return (
      <div className="page">
        <SkeletonLines lines={12} />
      </div>
    );
  const chosen = chosenOf(query.data.items, params.get('v'));
  if (chosen === undefined)
    return (
      <div className="page">
        <PageHeader title={t('title')} />
        <EmptyState title={t('noPolicy')}>{t('noPolicyText')}</EmptyState>
      </div>
    );
  return <WhatIf key={chosen.id} policies={query.data.items} chosen={chosen} />;
}
