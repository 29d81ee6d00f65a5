import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { NoticeTable } from './notice-table.tsx';
import { watchBase } from './watch-query.ts';
import './trademark-watch.css';

/** Notices to platforms by the e-commerce law. */
export function Page() {
  const { t } = useTranslation('trademark-watch');
  return (
    <div className="page">
      <PageHeader
        title={t('notice.title')}
        crumbs={[{ label: t('watch.title'), to: watchBase }]}
        meta={<span>{t('notice.meta')}</span>}
      />
      <NoticeTable />
    </div>
  );
}
