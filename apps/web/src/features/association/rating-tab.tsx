import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FilterBar, FlagFilter } from '../../components/filter-bar.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { agencyHref, KEY, type Overview, type Rating } from './association-query.ts';
import { RatingWeight, RemoveRating } from './rating-parts.tsx';

function useColumns(onRemove: ((rating: Rating) => void) | undefined): Column<Rating>[] {
  const { t } = useTranslation('association');
  return [
    {
      key: 'agency',
      title: t('member.name'),
      phone: 'title',
      render: (row) => (
        <>
          <Link className="cell-title" to={agencyHref(row.agencyId)}>
            {row.agencyName}
          </Link>
          {row.comment && <span className="cell-sub">{row.comment}</span>}
        </>
      ),
    },
    {
      key: 'client',
      title: t('rating.client'),
      phone: 'wide',
      render: (row) =>
        row.client === null ? (
          <span className="muted">{t('rating.hidden')}</span>
        ) : (
          <>
            {row.client}
            <span className="cell-sub mono">{row.matterNo}</span>
          </>
        ),
    },
    { key: 'rated', title: t('rating.on'), width: 120, render: (row) => <span className="mono">{row.ratedOn}</span> },
    { key: 'score', title: t('rating.score'), align: 'right', render: (row) => row.score.toFixed(1) },
    { key: 'percent', title: t('rating.counts'), phone: 'wide', render: (row) => <RatingWeight rating={row} /> },
    ...(onRemove === undefined
      ? []
      : [
          {
            key: 'act',
            title: '',
            width: 80,
            render: (row: Rating) =>
              row.removedOn === null && (
                <button type="button" className="link" onClick={() => onRemove(row)}>
                  {t('rating.remove')}
                </button>
              ),
          },
        ]),
  ];
}

/** Every rating with how much it counts and why. */
export function RatingTab({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation('association');
  const [removing, setRemoving] = useState<Rating>();
  const state = useListState({ filters: ['lowered'] });
  const query = useQuery({
    queryKey: [KEY, 'ratings', state.query, i18n.language],
    queryFn: ({ signal }) => api.listRatings({ query: addressQuery<'listRatings'>(state.query) }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <p className="soft rating-method">{overview.ratingMethod}</p>
      <DataTable
        id="association-ratings"
        label={t('tab.ratings')}
        columns={useColumns(overview.may.removeRatings ? setRemoving : undefined)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        filters={
          <FilterBar state={state}>
            <FlagFilter
              state={state}
              name="lowered"
              label={t('rating.counts')}
              yes={t('rating.lowered')}
              no={t('rating.all')}
            />
          </FilterBar>
        }
      />
      {removing && <RemoveRating rating={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
