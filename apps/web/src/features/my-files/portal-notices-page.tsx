import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { NoticeList } from './notice-list.tsx';
import './my-files.css';

/** What the office told the party, each leading to its page of the portal. */
export function Page() {
  const { t } = useTranslation('my-files');
  return (
    <div className="page">
      <PageHeader
        title={t('notice.portalTitle')}
        meta={
          <Link className="link" to="/discipline">
            {t('notice.discipline')}
          </Link>
        }
      />
      <NoticeList />
    </div>
  );
}
