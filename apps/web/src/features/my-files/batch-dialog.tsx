import { useQueries } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { filePanelQuery } from '../../components/procedure-panel/file-query.ts';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { type BatchChoice, readChoices } from './batch.ts';
import { BatchResult } from './batch-result.tsx';
import type { FileRow } from './file-query.ts';
import { useBatch } from './use-batch.ts';

function Effect({ choice }: { choice: BatchChoice }) {
  const { t } = useTranslation('my-files');
  return (
    <div className="batch-effect">
      <p>{t('batch.effect', { action: choice.label, total: choice.possible.length })}</p>
      <ul>
        {choice.possible.map((panel) => (
          <li key={panel.file.id}>
            {panel.file.subjectLabel} <span className="muted mono">{panel.file.number}</span>
          </li>
        ))}
      </ul>
      {choice.refused.length > 0 && (
        <>
          <p className="soft">{t('batch.leftOut', { total: choice.refused.length })}</p>
          <ul className="muted">
            {choice.refused.map(({ panel, reason }) => (
              <li key={panel.file.id}>
                {panel.file.subjectLabel}：{reason ?? t('batch.notHere', { state: panel.file.stateLabel })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** One action on several files, with its effect shown before; done one by one, refusals listed with their sentences. */
export default function BatchDialog({
  files,
  onClose,
}: {
  files: readonly FileRow[];
  onClose: (done: boolean) => void;
}) {
  const { t, i18n } = useTranslation(['my-files', 'common', 'procedures']);
  const [key, setKey] = useState<string>();
  const [note, setNote] = useState('');
  const batch = useBatch();
  const panels = useQueries({
    queries: files.map((file) => ({ ...filePanelQuery(file.id, i18n.language), staleTime: 0 })),
  });
  const failed = panels.find((one) => one.error);
  const loaded = panels.flatMap((one) => (one.data ? [one.data] : []));
  const choices = loaded.length === files.length ? readChoices(loaded) : undefined;
  const choice = choices?.find((one) => one.key === key) ?? choices?.[0];
  return (
    <Modal
      open
      onCancel={() => onClose(batch.results.length > 0)}
      title={t('batch.title', { total: files.length })}
      footer={null}
      width={620}
      mask={{ closable: false }}
    >
      {failed && <ErrorBox error={failed.error} onRetry={() => failed.refetch()} />}
      {!choices && !failed && <SkeletonLines lines={4} />}
      {batch.results.length > 0 ? (
        <BatchResult batch={batch} onClose={() => onClose(true)} />
      ) : (
        choices && (
          <div className="batch">
            {choices.length === 0 && <p>{t('batch.none')}</p>}
            <div className="batch-choices">
              {choices.map((one) => (
                <label key={one.key} className={one === choice ? 'on' : undefined}>
                  <input type="radio" name="batch" checked={one === choice} onChange={() => setKey(one.key)} />
                  <b>{one.label}</b>
                  <span>{t('batch.count', { total: one.possible.length, procedure: one.procedure })}</span>
                </label>
              ))}
            </div>
            {choice && (
              <>
                {choice.confirm && <Caution>{choice.confirm}</Caution>}
                <Effect choice={choice} />
                <Input.TextArea
                  value={note}
                  maxLength={2000}
                  autoSize={{ minRows: 2, maxRows: 5 }}
                  placeholder={t('batch.note')}
                  aria-label={t('batch.note')}
                  onChange={(event) => setNote(event.target.value)}
                />
                <div className="row">
                  <Button type="primary" onClick={() => batch.run(choice, note.trim() || null)}>
                    {t('batch.run', { action: choice.label, total: choice.possible.length })}
                  </Button>
                  <Button onClick={() => onClose(false)}>{t('common:cancel')}</Button>
                </div>
              </>
            )}
          </div>
        )
      )}
    </Modal>
  );
}
