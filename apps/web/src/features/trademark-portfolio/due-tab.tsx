import type { DueMark, MarkBucket } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Figures } from '../../components/figures.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { formatDistance } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { toneOf } from '../../lib/tones.ts';
import { BUCKETS, bucketTone, figuresQuery, holderNames, portfolioBase } from './life-query.ts';

const listOf = (bucket: MarkBucket, town?: string) =>
  `${portfolioBase}?bucket=${bucket}${town === undefined ? '' : `&town=${town}`}`;

function useColumns(bucket: string): Column<DueMark>[] {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  return [
    {
      key: 'name',
      title: t('list.mark'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={`/trademarks/${row.id}/life`}>
            {row.name || t('figurative')}
          </Link>
          <span className="cell-sub">
            <span className="mono">{row.registrationNo}</span> {t('labels:niceClass', { n: row.niceClass })}
          </span>
        </>
      ),
    },
    {
      key: 'holder',
      title: t('list.holder'),
      phone: 'wide',
      render: (row) => {
        const linked = row.holders.find((holder) => holder.partyId !== null);
        return linked ? (
          <Link className="cell-link" to={`/trademarks/brand/${linked.partyId}`}>
            {holderNames(row)}
          </Link>
        ) : (
          <span className="soft">{holderNames(row)}</span>
        );
      },
    },
    { key: 'town', title: t('list.town'), width: 110, render: (row) => row.town },
    {
      key: 'status',
      title: t('list.status'),
      width: 110,
      render: (row) => <StatusTag tone={toneOf(row.status)}>{t(`labels:trademarkStatus.${row.status}`)}</StatusTag>,
    },
    {
      key: 'due',
      title: t(`due.${bucket}`),
      width: 190,
      render: (row) =>
        row.dueOn && (
          <>
            <span className="mono">{row.dueOn}</span> <span className="muted">{formatDistance(row.dueOn)}</span>
          </>
        ),
    },
    {
      key: 'used',
      title: t('list.lastUsed'),
      width: 130,
      render: (row) =>
        row.lastUsedOn ? (
          <span className="mono">{row.lastUsedOn}</span>
        ) : (
          <span className="muted">{t('list.noUse')}</span>
        ),
    },
  ];
}

function Towns() {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const { data } = useQuery(figuresQuery(undefined, i18n.language));
  if (!data || data.towns.length < 2) return null;
  return (
    <Section title={t('towns.title')} note={t('towns.note')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the wide table is scrolled by keys as well */}
      <section className="portfolio-scroll" tabIndex={0} aria-label={t('towns.title')}>
        <table className="portfolio-towns">
          <thead>
            <tr>
              <th scope="col">{t('list.town')}</th>
              {BUCKETS.map((bucket) => (
                <th key={bucket} scope="col">
                  {t(`bucket.${bucket}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.towns.map((town) => (
              <tr key={town.code}>
                <th scope="row">{town.label || t('towns.none')}</th>
                {town.counts.map(({ bucket, count }) => (
                  <td key={bucket}>
                    {count === 0 ? (
                      <span className="muted">0</span>
                    ) : (
                      <NumberLink
                        value={count}
                        exact
                        href={listOf(bucket, town.code)}
                        label={`${town.label || t('towns.none')} ${t(`bucket.${bucket}`)}`}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

/** Marks by what falls due: figures that open the list below, and the same by town. */
export function DueTab() {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const places = usePlaceOptions();
  const state = useListState({ filters: ['q', 'bucket', 'town', 'party'] });
  const bucket = state.filters.bucket ?? 'window';
  const figures = useQuery(figuresQuery(undefined, i18n.language));
  const query = useQuery({
    queryKey: ['due-marks', state.query, i18n.language],
    queryFn: ({ signal }) => api.listDueMarks({ query: addressQuery<'listDueMarks'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {figures.data && (
        <Figures
          items={figures.data.total.map(({ bucket: key, count }) => ({
            key,
            label: t(`bucket.${key}`),
            definition: t(`definition.${key}`),
            value: count,
            unit: t('unit'),
            href: listOf(key),
            tone: count > 0 ? bucketTone[key] : undefined,
          }))}
        />
      )}
      <p className="portfolio-say soft">{t(`definition.${bucket}`)}</p>
      <DataTable
        id="due-marks"
        label={t('tab.dues')}
        columns={useColumns(bucket)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => `/trademarks/${row.id}/life`}
        empty={{ title: t('list.empty'), text: t('list.emptyText') }}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('list.search')} />
            <ChoiceFilter
              state={state}
              name="bucket"
              label={t('list.bucket')}
              options={BUCKETS.map((value) => ({ value, label: t(`bucket.${value}`) }))}
            />
            <ChoiceFilter state={state} name="town" label={t('list.town')} options={places.towns} />
          </FilterBar>
        }
      />
      <Towns />
    </>
  );
}
