import type { MarkBucket } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatDistance } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { toneOf } from '../../lib/tones.ts';

const PAGE_SIZE = 20;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly registrationNo: string;
  readonly niceClass: number;
  readonly status: string;
  readonly expiresOn: string | null;
  /** The day of what falls due, where the list is about that. */
  readonly dueOn?: string | null;
}

function MarkLine({ mark, bucket }: { mark: Line; bucket: string | undefined }) {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  return (
    <li>
      <div className="use-head">
        <Link className="cell-title" to={`/marks/${mark.id}`}>
          {mark.name || t('figurative')}
        </Link>
        <span className="mono">{mark.registrationNo}</span>
        <span>{t('labels:niceClass', { n: mark.niceClass })}</span>
        <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
        {bucket === undefined
          ? mark.expiresOn && <span className="soft">{t('own.until', { on: mark.expiresOn })}</span>
          : mark.dueOn && (
              <span className="soft">
                {t(`due.${bucket}`)} {mark.dueOn} {formatDistance(mark.dueOn)}
              </span>
            )}
      </div>
    </li>
  );
}

/** All marks of the enterprise, or those of which something falls due: what the address names. */
export function OwnMarkList({ partyId }: { partyId: string }) {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const state = useListState({ filters: ['bucket'], pageSize: PAGE_SIZE });
  const { page, pageSize } = state;
  const { bucket } = state.filters;
  const query = useQuery<{ readonly items: readonly Line[]; readonly total: number }>({
    queryKey: ['own-marks', partyId, bucket ?? '', page, pageSize, i18n.language],
    queryFn: ({ signal }) => {
      const paged = { party: partyId, page, pageSize };
      return bucket === undefined
        ? api.listTrademarks({ query: { ...paged, sort: 'expiresOn' } }, signal)
        : api.listDueMarks({ query: { ...paged, bucket: bucket as MarkBucket } }, signal);
    },
  });
  return (
    <Section
      title={bucket === undefined ? t('own.marks') : t(`bucket.${bucket}`)}
      note={bucket === undefined ? t('own.marksNote') : undefined}
      extra={
        bucket !== undefined && (
          <Link className="link" to="/marks">
            {t('own.all')}
          </Link>
        )
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.total === 0 && (
        <EmptyState title={t(bucket === undefined ? 'own.none' : 'list.empty')}>
          {t(bucket === undefined ? 'own.noneText' : 'list.emptyText')}
        </EmptyState>
      )}
      <ul className="tie-list">
        {query.data?.items.map((mark) => (
          <MarkLine key={mark.id} mark={mark} bucket={bucket} />
        ))}
      </ul>
      {query.data && query.data.total > pageSize && (
        <Pagination
          size="small"
          current={page}
          pageSize={pageSize}
          total={query.data.total}
          showSizeChanger={false}
          onChange={state.setPage}
        />
      )}
    </Section>
  );
}
