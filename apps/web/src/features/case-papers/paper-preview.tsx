import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { OfficialPaper } from '../../components/official-paper/official-paper.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import type { Paper } from './papers-query.ts';

/** The sheet as it is, or would be, printed; earlier versions can be looked at. */
export function PaperPreview({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  const [version, setVersion] = useState<number>();
  const preview = useQuery({
    queryKey: ['case-paper-preview', paper.id, paper.version, paper.state, version ?? 0],
    queryFn: ({ signal }) =>
      api.previewCasePaper({ params: { id: paper.id }, query: version === undefined ? {} : { version } }, signal),
  });
  return (
    <div className="paper-preview">
      {paper.versions.length > 1 && (
        <Select
          className="no-print"
          size="small"
          value={version ?? 0}
          aria-label={t('version.choose')}
          popupMatchSelectWidth={false}
          options={[
            { value: 0, label: t('version.now', { n: paper.version }) },
            ...paper.versions
              .filter((one) => one.version !== paper.version)
              .map((one) => ({ value: one.version, label: t('version.one', { n: one.version, by: one.by }) })),
          ]}
          onChange={(value: number) => setVersion(value === 0 ? undefined : value)}
        />
      )}
      {preview.error && <ErrorBox error={preview.error} onRetry={() => preview.refetch()} />}
      {preview.data ? <OfficialPaper paper={preview.data} /> : !preview.error && <SkeletonLines lines={16} />}
    </div>
  );
}
