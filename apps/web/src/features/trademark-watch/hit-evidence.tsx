import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { sendFile } from '../../lib/send-form.ts';
import { HitProof } from './hit-proof.tsx';
import { type Hit, hitKeys } from './watch-query.ts';

function FileList({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <ul className="kept-list">
      {hit.files.map((file) => {
        const href = urlOf(routes.getHitFile, { params: { id: hit.id, fileId: file.id } });
        return (
          <li key={file.id}>
            {file.part === 'picture' && <img src={href} alt={file.fileName} loading="lazy" />}
            <div>
              <a className="link" href={href} download={file.fileName}>
                {file.fileName}
              </a>
              <small>
                {t('evidence.kept', { at: formatMoment(file.keptAt), by: file.by, size: formatBytes(file.size) })}
              </small>
              <HitProof hit={hit} kept={file} />
            </div>
          </li>
        );
      })}
      {hit.rows.map((row) => (
        <li key={`${row.recordKey}${row.sha256}`}>
          <details>
            <summary>
              {t('evidence.row', { on: row.capturedOn ?? '—' })}
              <small>{t('evidence.keptRow', { at: formatMoment(row.keptAt), size: formatBytes(row.size) })}</small>
            </summary>
            <dl className="row-cells">
              {row.cells.map((cell) => (
                <div key={cell.label}>
                  <dt>{cell.label}</dt>
                  <dd className="breakable">{cell.text}</dd>
                </div>
              ))}
            </dl>
            <HitProof hit={hit} kept={row} />
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Rows as they came, pictures and pages, each with the hash of its bytes at intake. */
export function HitEvidence({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: (file: File) => sendFile(urlOf(routes.addHitFile, { params: { id: hit.id } }), file, {}),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Section
      title={t('evidence.title')}
      note={t('evidence.note', { count: hit.rowCount })}
      extra={
        hit.mayJudge && (
          <Button size="small" loading={add.isPending} onClick={() => chooser.current?.click()}>
            {t('evidence.add')}
          </Button>
        )
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('evidence.add')}
        accept="image/jpeg,image/png,image/webp,.pdf,.html,.htm,.mhtml,.mht"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) add.mutate(file);
          event.target.value = '';
        }}
      />
      {add.error && <ErrorBox error={add.error} />}
      <FileList hit={hit} />
    </Section>
  );
}
