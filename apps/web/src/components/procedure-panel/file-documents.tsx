import type { FilePanel } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { useMe } from '../../lib/meta.ts';
import { Section } from '../section.tsx';
import { StatusTag } from '../status-tag.tsx';
import { AttachPapers } from './attach-papers.tsx';
import { FilePapers } from './file-papers.tsx';
import type { FileDocument } from './file-query.ts';

interface RowProps {
  readonly fileId: string;
  readonly document: FileDocument;
  /** Absent: it cannot be taken back. */
  readonly onWithdraw: (() => void) | undefined;
}

function Row({ fileId, document, onWithdraw }: RowProps) {
  const { t } = useTranslation('procedures');
  const href = urlOf(routes.downloadDocument, { params: { id: fileId, documentId: document.id } });
  return (
    <li className={document.withdrawnAt ? 'withdrawn' : undefined}>
      <div>
        <span className="paper-kind">{document.kindLabel}</span>
        <b>{document.title}</b>
        {document.madeFrom && <StatusTag tone="info">{t('document.made')}</StatusTag>}
        {document.withdrawnAt && <StatusTag>{t('document.withdrawn')}</StatusTag>}
        <small>
          {document.fileName !== document.title && `${document.fileName} · `}
          {formatBytes(document.size)} · {document.addedBy} · {formatMoment(document.addedAt)}
        </small>
      </div>
      <span className="paper-tools no-print">
        <Button
          type="link"
          size="small"
          href={href}
          download
          aria-label={`${t('document.download')} ${document.title}`}
        >
          {t('document.download')}
        </Button>
        {onWithdraw && (
          <Button
            type="text"
            size="small"
            onClick={onWithdraw}
            aria-label={`${t('document.takeBack')} ${document.title}`}
          >
            {t('document.takeBack')}
          </Button>
        )}
      </span>
    </li>
  );
}

function useWithdraw(fileId: string, onMoved: () => void) {
  const { t } = useTranslation(['procedures', 'common']);
  const { message, modal } = App.useApp();
  const withdraw = useMutation({
    mutationFn: (documentId: string) => api.withdrawDocument({ params: { id: fileId, documentId } }),
    onSuccess: onMoved,
    onError: (error) => {
      const text = describeError(error, t);
      message.error(text.detail ?? text.title);
    },
  });
  return (document: FileDocument) =>
    modal.confirm({
      title: t('document.takeBackTitle', { title: document.title }),
      content: t('document.takeBackText'),
      okText: t('document.takeBack'),
      cancelText: t('common:cancel'),
      onOk: () => withdraw.mutateAsync(document.id).catch(() => undefined),
    });
}

/** Papers of a file: those added, those made from templates, those taken back (they stay visible). */
export function FileDocuments({ panel, onMoved }: { panel: FilePanel; onMoved: () => void }) {
  const { t } = useTranslation('procedures');
  const me = useMe();
  const fileId = panel.file.id;
  const open = panel.file.closedAt === null;
  const withdraw = useWithdraw(fileId, onMoved);
  const mine = (one: FileDocument) =>
    open && one.withdrawnAt === null && one.madeFrom === null && one.addedBy === me.displayName;
  return (
    <Section title={t('document.title')} note={panel.documents.length > 0 ? String(panel.documents.length) : null}>
      {panel.documents.length === 0 && <p className="soft">{t('document.none')}</p>}
      <ul className="file-papers">
        {panel.documents.map((one) => (
          <Row key={one.id} fileId={fileId} document={one} onWithdraw={mine(one) ? () => withdraw(one) : undefined} />
        ))}
      </ul>
      <FilePapers panel={panel} onMoved={onMoved} />
      {open && panel.documentKinds.length > 0 && (
        <AttachPapers fileId={fileId} kinds={panel.documentKinds} onAdded={onMoved} />
      )}
    </Section>
  );
}
