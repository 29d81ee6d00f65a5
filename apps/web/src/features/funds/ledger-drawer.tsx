import type { LedgerPosting } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Drawer, Pagination, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Money } from '../../components/money.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { OriginLink } from './origin-link.tsx';

const KINDS = ['appropriate', 'open-item', 'commit', 'cancel', 'reduce', 'pay', 'return'] as const;
const TONES: Partial<Record<LedgerPosting['kind'], Tone>> = { pay: 'good', commit: 'info', return: 'warn' };
const PAGE = 20;

function Posting({ posting }: { posting: LedgerPosting }) {
  const { t } = useTranslation('funds');
  return (
    <li className="fund-posting">
      <div className="fund-posting-head">
        <span className="mono muted">{posting.onDay}</span>
        <StatusTag tone={TONES[posting.kind] ?? 'plain'}>{posting.kindLabel}</StatusTag>
        <b className="fund-posting-amount">
          <Money fen={posting.amountFen} unit />
        </b>
      </div>
      {posting.origin && (
        <div>
          <OriginLink origin={posting.origin} />
        </div>
      )}
      <div className="soft">
        {posting.reason}
        {posting.documentNo && <span className="muted"> · {posting.documentNo}</span>}
      </div>
      <div className="fund-entries muted">
        {posting.entries.map((entry) => (
          <span key={entry.account}>
            {entry.accountLabel} <span className="mono">{entry.amountFen > 0 ? '+' : '−'}</span>
            <Money fen={Math.abs(entry.amountFen)} />
          </span>
        ))}
      </div>
      <div className="fund-posting-foot muted">
        <span>
          {posting.actor} · {formatMoment(posting.at)} · {t('ledger.seq', { seq: posting.seq })}
        </span>
        <span>
          {t('ledger.after')} <Money fen={posting.availableFen} unit />
        </span>
      </div>
    </li>
  );
}

interface LedgerProps {
  readonly fund: string;
  readonly year: number;
  /** Empty: the whole fund. */
  readonly item: string;
  readonly title: string;
  readonly kinds: string;
  readonly onKinds: (kinds: string) => void;
  readonly onClose: () => void;
}

/** The ledger of a line: each movement with who, when, why and for what, and what was left after it. */
export function LedgerDrawer({ fund, year, item, title, kinds, onKinds, onClose }: LedgerProps) {
  const { t, i18n } = useTranslation('funds');
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['funds', 'postings', fund, year, item, kinds, page, i18n.language],
    queryFn: ({ signal }) =>
      api.listPostings(
        { query: { fund, year, page, pageSize: PAGE, ...(item ? { item } : {}), ...(kinds ? { kind: kinds } : {}) } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer open onClose={onClose} size={620} title={`${title} · ${t('ledger.title')}`}>
      <div className="stack">
        <Select
          mode="multiple"
          allowClear
          value={kinds === '' ? [] : kinds.split(',')}
          onChange={(next: string[]) => {
            setPage(1);
            onKinds(next.join(','));
          }}
          placeholder={t('ledger.all')}
          aria-label={t('ledger.kinds')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
        {query.isPending && <SkeletonLines lines={8} />}
        {query.data?.total === 0 && <EmptyState title={t('ledger.empty')}>{t('ledger.emptyText')}</EmptyState>}
        <ol className="fund-postings">
          {query.data?.items.map((posting) => (
            <Posting key={posting.id} posting={posting} />
          ))}
        </ol>
        {query.data && query.data.total > PAGE && (
          <Pagination
            size="small"
            current={page}
            pageSize={PAGE}
            total={query.data.total}
            showSizeChanger={false}
            onChange={setPage}
          />
        )}
      </div>
    </Drawer>
  );
}
