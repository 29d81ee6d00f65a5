import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { Switcher } from '../../components/switcher.tsx';
import './matching.css';
import { JudgementList } from './judgement-list.tsx';
import { reviewQuery } from './matching-query.ts';
import { ReviewDesk } from './review-desk.tsx';

const tabs = ['review', 'auto', 'person', 'none', 'judgements'] as const;
type Tab = (typeof tabs)[number];

/** Are the name in a file and an enterprise of the register the same? People decide what the engine leaves open. */
export function Page() {
  const { t, i18n } = useTranslation('matching');
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const mention = params.get('m') ?? params.get('mention');
  // A link to one mention opens the list it stands in.
  const linked = useQuery({
    ...reviewQuery(mention ?? '', i18n.language),
    enabled: mention !== null && asked === null,
  });
  const tab: Tab = tabs.find((one) => one === asked) ?? linked.data?.mention.decision ?? 'review';
  const found = linked.data?.mention.decision;
  useEffect(() => {
    if (asked !== null || found === undefined) return;
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('tab', found);
        return next;
      },
      { replace: true },
    );
  }, [asked, found, setParams]);
  const choose = (next: Tab) =>
    setParams(
      (before) => {
        const importId = before.get('importId');
        return new URLSearchParams({ tab: next, ...(importId ? { importId } : {}) });
      },
      { replace: true },
    );
  return (
    <div className="page matching">
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          <Switcher
            label={t('tab.label')}
            value={tab}
            onChange={choose}
            options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
          />
        }
      />
      {tab === 'judgements' ? <JudgementList /> : <ReviewDesk key={tab} decision={tab} />}
    </div>
  );
}
