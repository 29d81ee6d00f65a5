import type { AlertItem, RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { Due, LevelTag, levelTones, SubjectLink } from './alert-words.tsx';
import './digest.css';

type Group = RouteOutput<typeof routes.getDigest>['groups'][number];

const views = ['officer', 'party'] as const;
const windows = [7, 30, 90] as const;

function Item({ item, withParty }: { item: AlertItem; withParty: boolean }) {
  return (
    <tr>
      <td>
        <Due item={item} />
      </td>
      <td>
        <span className="alert-kind">
          <LevelTag level={item.level} /> {item.label}
        </span>
      </td>
      <td>
        <SubjectLink item={item} className="link" />
        {withParty && item.party && item.party !== item.subjectLabel && <small>{item.party}</small>}
      </td>
      <td className="digest-action">{item.action}</td>
    </tr>
  );
}

function GroupBlock({ group, withParty }: { group: Group; withParty: boolean }) {
  const { t } = useTranslation('alerts');
  const total = group.counts.late + group.counts.soon + group.counts.info;
  return (
    <section className="digest-group">
      <header>
        <h2>{group.href ? <Link to={group.href}>{group.label}</Link> : group.label}</h2>
        {group.note && <span className="soft">{group.note}</span>}
        <span className="digest-counts">
          {(['late', 'soon', 'info'] as const).map(
            (level) =>
              group.counts[level] > 0 && (
                <StatusTag key={level} tone={levelTones[level]}>
                  {t(`level.${level}`)} {formatExact(group.counts[level])}
                </StatusTag>
              ),
          )}
        </span>
      </header>
      <table>
        <tbody>
          {group.items.map((item) => (
            <Item key={item.key} item={item} withParty={withParty} />
          ))}
        </tbody>
      </table>
      {total > group.items.length && (
        <p className="muted">{t('digest.more', { more: formatExact(total - group.items.length) })}</p>
      )}
    </section>
  );
}

/** What presses in the coming days, on one page to hand on: by place and officer, or by enterprise. */
export function Page() {
  const { t, i18n } = useTranslation(['alerts', 'cultivation', 'common']);
  const [params, setParams] = useSearchParams();
  const by = params.get('by') === 'party' ? 'party' : 'officer';
  const party = params.get('party') ?? undefined;
  const days = windows.find((one) => String(one) === params.get('days')) ?? 30;
  const set = (patch: Record<string, string>) =>
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), ...patch }), { replace: true });
  const query = useQuery({
    queryKey: ['alert-digest', by, days, party, i18n.language],
    queryFn: ({ signal }) => api.getDigest({ query: { by, days, ...(party ? { party } : {}) } }, signal),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { groups, omitted, from, to, freshness } = query.data;
  return (
    <div className="page digest">
      <PageHeader
        title={t('digest.title')}
        crumbs={[{ label: t('title'), to: '/alerts' }]}
        meta={
          <>
            <span>{t('digest.window', { from, to })}</span>
            <FreshnessLine of={freshness} />
          </>
        }
        actions={<Button onClick={() => window.print()}>{t('digest.print')}</Button>}
      />
      <div className="digest-choice no-print">
        <Switcher
          label={t('digest.by')}
          value={by}
          options={views.map((value) => ({ value, label: t(`digest.view.${value}`) }))}
          onChange={(value) => set({ by: value })}
        />
        <Select
          aria-label={t('digest.days')}
          value={days}
          onChange={(value) => set({ days: String(value) })}
          options={windows.map((value) => ({ value, label: t('digest.within', { days: value }) }))}
        />
      </div>
      <div className={query.isFetching ? 'digest-groups fetching' : 'digest-groups'}>
        {groups.length === 0 && <EmptyState title={t('empty')}>{t('digest.none')}</EmptyState>}
        {groups.map((group) => (
          <GroupBlock key={group.key} group={group} withParty={by === 'officer'} />
        ))}
        {omitted > 0 && <p className="muted">{t('digest.omitted', { omitted: formatExact(omitted) })}</p>}
      </div>
    </div>
  );
}
