import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { Section } from '../../components/section.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatExact, formatMoment } from '../../lib/format.ts';
import type { ImportDetail } from './import-query.ts';

/** The file itself: what it was found to be, and the very bytes that were given. */
export function FileFacts({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const sheets = detail.sheets.map((sheet) => sheet.sheet).filter(Boolean);
  return (
    <Section
      title={t('tab.file')}
      extra={
        detail.mayOpenFile ? (
          <Button size="small" href={urlOf(routes.downloadImportFile, { params: { id: detail.id } })} download>
            {t('file.download')}
          </Button>
        ) : (
          <span className="muted">{t('file.sealed')}</span>
        )
      }
    >
      <Descriptions
        items={[
          { key: 'name', label: t('field.file'), value: detail.fileName },
          {
            key: 'size',
            label: t('file.size'),
            value: `${formatBytes(detail.fileSize)}（${formatExact(detail.fileSize)} B）`,
          },
          { key: 'format', label: t('file.format'), value: detail.format },
          { key: 'encoding', label: t('file.encoding'), value: detail.encoding },
          { key: 'sheets', label: t('file.sheets'), value: sheets.join(t('comma')) },
          { key: 'asOf', label: t('field.asOf'), value: detail.asOf },
          { key: 'by', label: t('field.who'), value: `${detail.uploadedBy} · ${formatMoment(detail.uploadedAt)}` },
          {
            key: 'committed',
            label: t('field.committedAt'),
            value: detail.committedAt && formatMoment(detail.committedAt),
          },
          { key: 'undone', label: t('file.undoneAt'), value: detail.undoneAt && formatMoment(detail.undoneAt) },
          { key: 'sha', label: t('file.sha256'), wide: true, value: <span className="hash">{detail.sha256}</span> },
        ]}
      />
    </Section>
  );
}
