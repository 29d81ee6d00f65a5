import type { RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Chart } from '../../components/chart.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { ruleHref } from '../../lib/rule-href.ts';
import { Coverage, FactKind } from './fact-tags.tsx';
import { TryLink, useMayTry } from './try-link.tsx';
import './facts.css';

type Fact = RouteOutput<typeof routes.getFact>;

/** Up to two decimals, as many as it has. */
const exact = (value: number) => {
  const rounded = Math.round(value * 100) / 100;
  return formatExact(rounded, Number.isInteger(rounded) ? 0 : 2);
};

function Quantiles({ fact }: { fact: Fact }) {
  const { t } = useTranslation('facts');
  const { quantiles } = fact.distribution;
  if (!quantiles) return null;
  const names = ['min', 'lower', 'median', 'upper', 'max', 'mean'] as const;
  return (
    <dl className="fact-quantiles">
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`quantile.${name}`)}</dt>
          <dd>
            {exact(quantiles[name])}
            {fact.unit && <small> {fact.unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Spread({ fact }: { fact: Fact }) {
  const { t } = useTranslation('facts');
  const navigate = useNavigate();
  const mayTry = useMayTry();
  const { buckets, others, unknown, kind } = fact.distribution;
  const open = (category: number) => {
    const rule = buckets[category]?.rule;
    if (rule) navigate(ruleHref(fact.subject, rule));
  };
  if (kind === 'none') return <p className="soft">{t('noSpread')}</p>;
  if (buckets.length === 0) return <EmptyState title={t('nobodyKnown')} />;
  return (
    <>
      <Quantiles fact={fact} />
      <Chart
        kind="bar"
        label={t('spreadOf', { fact: fact.label })}
        height={Math.max(160, buckets.length * 28 + 40)}
        source={t(mayTry ? 'chartSource' : 'chartSourceOnly', { date: fact.freshness.asOf })}
        data={{
          unit: fact.subjectUnit,
          categories: buckets.map((bucket) => bucket.label),
          series: [{ name: fact.subjectLabel, values: buckets.map((bucket) => bucket.count) }],
        }}
        {...(mayTry ? { onOpen: open } : {})}
      />
      <p className="soft fact-rest">
        {others > 0 && <span>{t('others', { total: formatExact(others), unit: fact.subjectUnit })} </span>}
        {unknown > 0 && (
          <TryLink subject={fact.subject} text={`!has(${fact.name})`} words>
            {t('unknown', { total: formatExact(unknown), unit: fact.subjectUnit })}
          </TryLink>
        )}
      </p>
    </>
  );
}

function Meaning({ fact }: { fact: Fact }) {
  const { t } = useTranslation('facts');
  return (
    <Section title={t('meaning')}>
      <p className="fact-full">{fact.definition}</p>
      {fact.values.length > 0 && (
        <ul className="fact-values">
          {fact.values.map((value) => (
            <li key={value.code}>
              <code>'{value.code}'</code> {value.label}
            </li>
          ))}
        </ul>
      )}
      <dl className="fact-notes">
        {fact.source && (
          <div>
            <dt>{t('basis')}</dt>
            <dd>{fact.source}</dd>
          </div>
        )}
        <div>
          <dt>{t('registers')}</dt>
          <dd>{fact.registers.map((register) => t(`register.${register}`, register)).join('、')}</dd>
        </div>
        <div>
          <dt>{t('whenMissing')}</dt>
          <dd>{t(fact.nullable ? 'mayBeUnknown' : 'neverUnknown')}</dd>
        </div>
        <div>
          <dt>{t('writeAs')}</dt>
          <dd>
            <code>{fact.sample}</code>{' '}
            <TryLink subject={fact.subject} text={fact.sample}>
              {t('try')}
            </TryLink>
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function Users({ fact }: { fact: Fact }) {
  const { t } = useTranslation('facts');
  return (
    <Section title={t('usedBy')} note={fact.usedBy.length > 0 ? formatExact(fact.usedBy.length) : undefined}>
      {fact.usedBy.length === 0 && <p className="soft">{t('usedByNobody')}</p>}
      <ul className="fact-users">
        {fact.usedBy.map((user) => (
          <li key={`${user.label}${user.text}`}>
            {user.href ? <Link to={user.href}>{user.label}</Link> : user.label}
            <code>{user.text}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One fact: its meaning, how it is spread today, who uses it. */
export function Page() {
  const { t, i18n } = useTranslation('facts');
  const { name = '' } = useParams();
  const query = useQuery({
    queryKey: ['fact', name, i18n.language],
    queryFn: ({ signal }) => api.getFact({ params: { name } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  const fact = query.data;
  if (!fact)
    return (
      <div className="page">
        <div className="panel">
          <SkeletonLines lines={10} />
        </div>
      </div>
    );
  return (
    <div className="page">
      <PageHeader
        title={fact.label}
        crumbs={[
          { label: t('title'), to: '/facts' },
          { label: fact.subjectLabel, to: `/facts?subject=${fact.subject}` },
        ]}
        tags={<FactKind fact={fact} />}
        meta={
          <>
            <code className="fact-name">{fact.name}</code>
            <span className="fact-meta-coverage">
              {t('coverage')} <Coverage fact={fact} total={fact.total} unit={fact.subjectUnit} />
            </span>
            <FreshnessLine of={fact.freshness} />
          </>
        }
        actions={
          <TryLink subject={fact.subject} text={fact.sample} className="action-link">
            {t('openInWorkbench')}
          </TryLink>
        }
      />
      <div className="fact-columns">
        <Section
          title={t('spread')}
          note={fact.total === null ? undefined : `${formatExact(fact.total)} ${fact.subjectUnit}`}
        >
          <Spread fact={fact} />
        </Section>
        <div>
          <Meaning fact={fact} />
          <Users fact={fact} />
        </div>
      </div>
    </div>
  );
}
