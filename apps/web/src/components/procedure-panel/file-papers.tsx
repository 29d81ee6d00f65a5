import type { FilePanel } from '@jince/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ErrorBox } from '../error-box.tsx';
import { SkeletonLines } from '../skeleton.tsx';

const OfficialPaper = lazy(async () => {
  const { OfficialPaper: Sheet } = await import('../official-paper/official-paper.tsx');
  return { default: Sheet };
});

type Template = FilePanel['templates'][number];

interface PaperProps {
  readonly fileId: string;
  /** With the version of the file, so that a paper is drawn anew after each step. */
  readonly version: number;
  readonly template: Template;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** An official paper as it would be made from the file now; made, it is kept in the file as PDF and as Word. */
function PaperDrawer({ fileId, version, template, onClose, onMade }: PaperProps) {
  const { t } = useTranslation(['procedures', 'common']);
  const { message } = App.useApp();
  const params = { id: fileId, template: template.code };
  const preview = useQuery({
    queryKey: ['file-paper', fileId, version, template.code],
    queryFn: ({ signal }) => api.previewFileDocument({ params }, signal),
  });
  const make = useMutation({
    mutationFn: () => api.generateFileDocument({ params }),
    onSuccess: () => {
      message.success(t('paper.made', { title: template.label }));
      onMade();
      onClose();
    },
  });
  return (
    <Drawer
      open
      size={900}
      onClose={onClose}
      title={template.label}
      className="paper-drawer"
      extra={
        <Button type="primary" loading={make.isPending} disabled={!preview.data} onClick={() => make.mutate()}>
          {t('paper.make')}
        </Button>
      }
    >
      {make.error && <ErrorBox error={make.error} />}
      {preview.error && <ErrorBox error={preview.error} onRetry={() => preview.refetch()} />}
      <Suspense fallback={<SkeletonLines lines={14} />}>
        {preview.data ? <OfficialPaper paper={preview.data} /> : !preview.error && <SkeletonLines lines={14} />}
      </Suspense>
    </Drawer>
  );
}

interface FilePapersProps {
  readonly panel: FilePanel;
  readonly onMoved: () => void;
}

/** The official papers that can be made from the file now: seen first, then made. */
export function FilePapers({ panel, onMoved }: FilePapersProps) {
  const { t } = useTranslation('procedures');
  const [open, setOpen] = useState<Template>();
  if (panel.templates.length === 0) return null;
  return (
    <div className="paper-choices no-print">
      <span className="muted">{t('paper.title')}</span>
      {panel.templates.map((template) => (
        <Button key={template.code} size="small" onClick={() => setOpen(template)}>
          {template.label}
        </Button>
      ))}
      {open && (
        <PaperDrawer
          fileId={panel.file.id}
          version={panel.file.version}
          template={open}
          onClose={() => setOpen(undefined)}
          onMade={onMoved}
        />
      )}
    </div>
  );
}
