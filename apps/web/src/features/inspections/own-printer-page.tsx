import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { printerQuery } from './inspection-query.ts';
import { PrinterLedger } from './printer-ledger.tsx';
import { licenceTones } from './printer-list-page.tsx';
import './inspections.css';

/** The ledgers of the own printing business: what the law wants kept, entered by whoever prints. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const query = useQuery(printerQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const printer = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('own.ledgerOf', { name: printer.name })}
        crumbs={[{ label: t('own.checks'), to: '/inspections' }]}
        tags={<StatusTag tone={licenceTones[printer.licence]}>{t(`licence.${printer.licence}`)}</StatusTag>}
        meta={
          <>
            {printer.licenceNo && <span className="mono">{printer.licenceNo}</span>}
            {printer.licenceTo && <MetaItem label={t('own.licenceTo')}>{printer.licenceTo}</MetaItem>}
            <span>{t('own.ledgerMeta')}</span>
          </>
        }
      />
      <PrinterLedger printer={printer} />
    </div>
  );
}
