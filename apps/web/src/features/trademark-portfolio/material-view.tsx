import type { ChecklistItem, WellKnownFile } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';
import { AddEntry } from './add-entry.tsx';
import { useMoved } from './life-query.ts';
import { AddFiles, useTell } from './use-list.tsx';

/** Read from the day of registration: nobody states it. */
const READ_ALONE = 'registered-years';

function Entry({ entry, mayKeep }: { entry: ChecklistItem['entries'][number]; mayKeep: boolean }) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const moved = useMoved();
  const onError = useTell();
  const remove = useMutation({
    mutationFn: () => api.removeWellKnownEntry({ params: { id: entry.id } }),
    onSettled: moved,
    onError,
  });
  const period = [entry.from, entry.until].filter(Boolean).join(' – ');
  return (
    <li>
      <div className="use-head">
        <b>{entry.text}</b>
        {entry.files.length === 0 && <StatusTag tone="warn">{t('material.noProof')}</StatusTag>}
      </div>
      <p className="soft">
        {[period, entry.region].filter(Boolean).join(' · ')}
        {entry.amountFen !== null && (
          <>
            {' '}
            <Money fen={entry.amountFen} unit />
          </>
        )}
      </p>
      <ul className="use-files">
        {entry.files.map((file) => (
          <li key={file.id}>
            <a
              className="link"
              href={urlOf(routes.downloadWellKnownPart, { params: { id: entry.id, fileId: file.id } })}
              download
            >
              {file.fileName}
            </a>{' '}
            <small title={file.sha256}>
              SHA-256 <span className="mono">{file.sha256.slice(0, 12)}…</span>
            </small>
          </li>
        ))}
      </ul>
      {mayKeep && (
        <div className="use-acts no-print">
          <AddFiles
            label={t('material.addProof')}
            send={(file, sending) =>
              sendFile(urlOf(routes.addWellKnownFilePart, { params: { id: entry.id } }), file, {}, sending)
            }
          />
          <Button type="text" size="small" onClick={() => remove.mutate()}>
            {t('material.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Item({ item, file }: { item: ChecklistItem; file: WellKnownFile }) {
  const { t } = useTranslation('trademark-portfolio');
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={item.label}
      note={item.text}
      extra={
        <StatusTag tone={item.have ? 'good' : 'warn'}>{t(item.have ? 'material.there' : 'material.missing')}</StatusTag>
      }
    >
      {item.computed && <p>{t('material.computed', { text: item.computed })}</p>}
      <ul className="use-list">
        {item.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} mayKeep={file.mayKeep} />
        ))}
      </ul>
      {file.mayKeep &&
        item.code !== READ_ALONE &&
        (adding ? (
          <AddEntry fileId={file.id} item={item.code} onDone={() => setAdding(false)} />
        ) : (
          <Button size="small" className="no-print" onClick={() => setAdding(true)}>
            {t('material.add', { item: item.label })}
          </Button>
        ))}
    </Section>
  );
}

/** The list of evidence: what is there, what is missing, each statement with its proofs. */
export function MaterialView({ file }: { file: WellKnownFile }) {
  return (
    <>
      <Caution>{file.caution}</Caution>
      <div className="material-items">
        {file.checklist.map((item) => (
          <Item key={item.code} item={item} file={file} />
        ))}
      </div>
    </>
  );
}
