import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CaseFrame } from '../../components/case-frame/case-frame.tsx';
import { EvidenceList } from '../../components/evidence-list/evidence-list.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { measuresQuery } from './measure-query.ts';
import { MeasureTab } from './measure-tab.tsx';
import { PackageTab } from './package-tab.tsx';

/** Evidence of a case: items, measures with their things, sealed packages. */
export function Page() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('evidence');
  const measures = useQuery(measuresQuery(id, i18n.language));
  const running = measures.data?.items.filter((one) => one.endedOn === null).length;
  return (
    <CaseFrame caseId={id} tab="evidence">
      <PageTabs
        label={t('tabs')}
        tabs={[
          { key: 'items', label: t('tab.items'), render: () => <EvidenceList fileId={id} /> },
          {
            key: 'measures',
            label: t('tab.measures'),
            ...(running ? { count: running } : {}),
            render: () => <MeasureTab fileId={id} />,
          },
          { key: 'packages', label: t('tab.packages'), render: () => <PackageTab fileId={id} /> },
        ]}
      />
    </CaseFrame>
  );
}
