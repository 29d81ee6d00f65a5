import type { DocumentTemplateView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { OfficialPaper } from '../../components/official-paper/official-paper.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton, SkeletonLines } from '../../components/skeleton.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { TemplateFields } from './template-fields.tsx';
import { TemplateList } from './template-list.tsx';
import './document-templates.css';

const FORMATS = ['pdf', 'docx'] as const;

function Preview({ template }: { template: DocumentTemplateView }) {
  const { t, i18n } = useTranslation('document-templates');
  const { code } = template;
  const query = useQuery({
    queryKey: ['document-template', code, i18n.language],
    queryFn: ({ signal }) => api.previewDocumentTemplate({ params: { code } }, signal),
  });
  return (
    <div className="template-view">
      <div className="template-head">
        <h2>{template.label}</h2>
        <p>{template.use}</p>
        <div className="template-files no-print">
          {FORMATS.map((format) => (
            <Button
              key={format}
              href={urlOf(routes.downloadTemplateSample, { params: { code }, query: { format } })}
              download
            >
              {t(`download.${format}`)}
            </Button>
          ))}
        </div>
      </div>
      {query.error ? (
        <ErrorBox error={query.error} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <div className="template-desk">
          <OfficialPaper paper={query.data} />
        </div>
      ) : (
        <SkeletonLines />
      )}
      <TemplateFields template={template} />
    </div>
  );
}

/** Templates of official papers of the district, each filled with its sample values. */
export function Page() {
  const { t, i18n } = useTranslation('document-templates');
  const state: ListState = useListState({ filters: ['code'] });
  const query = useQuery({
    queryKey: ['document-templates', i18n.language],
    queryFn: ({ signal }) => api.listDocumentTemplates({}, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items } = query.data;
  const chosen = items.find((item) => item.code === state.filters.code) ?? items[0];
  return (
    <div className="page">
      <PageHeader title={t('title')} meta={t('meta')} />
      <div className="templates">
        <TemplateList items={items} chosen={chosen?.code} onChoose={(code) => state.set({ code })} />
        {chosen && <Preview key={chosen.code} template={chosen} />}
      </div>
    </div>
  );
}
