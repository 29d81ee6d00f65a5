import type { InspectionRecord } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import '../../components/field-work/field-work.css';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { inspectionKeys, photoUrl, type TaskView } from './inspection-query.ts';

const tones: Readonly<Record<string, Tone>> = {
  standing: 'good',
  held: 'late',
  supplement: 'info',
  'set-aside': 'plain',
  superseded: 'plain',
};

/** A record that came too late, and what can be decided about it. */
function Held({ record, mayResolve }: { record: InspectionRecord; mayResolve: boolean }) {
  const { t } = useTranslation(['inspections', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const resolve = useMutation({
    mutationFn: (body: { decision: 'adopt' | 'supplement' | 'set-aside'; reason: string }) =>
      api.resolveInspectionRecord({ params: { id: record.id }, body }),
    onSuccess: () => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const ask = (decision: 'adopt' | 'supplement' | 'set-aside') => {
    let reason = '';
    modal.confirm({
      title: t(`resolve.${decision}`),
      icon: null,
      content: (
        <>
          <p>{t(`resolve.${decision}Text`)}</p>
          <Input.TextArea
            aria-label={t('resolve.reason')}
            placeholder={t('resolve.reason')}
            maxLength={500}
            onChange={(event) => {
              reason = event.target.value;
            }}
          />
        </>
      ),
      okText: t('resolve.ok'),
      cancelText: t('common:cancel'),
      onOk: () => resolve.mutateAsync({ decision, reason }),
    });
  };
  return (
    <div className="insp-held">
      <b className="late">{t('resolve.title')}</b>
      <p>{record.conflict?.text}</p>
      <p className="muted">{t('resolve.came', { by: record.by, at: formatMoment(record.at) })}</p>
      {resolve.error && <ErrorBox error={resolve.error} />}
      {mayResolve ? (
        <div className="row">
          {record.mayAdopt && (
            <Button type="primary" onClick={() => ask('adopt')}>
              {t('resolve.adopt')}
            </Button>
          )}
          <Button onClick={() => ask('supplement')}>{t('resolve.supplement')}</Button>
          <Button onClick={() => ask('set-aside')}>{t('resolve.set-aside')}</Button>
        </div>
      ) : (
        <p className="soft">{t('resolve.wait')}</p>
      )}
    </div>
  );
}

function Answers({ record }: { record: InspectionRecord }) {
  const { t } = useTranslation('inspections');
  const rows = record.answers.toSorted((a, b) => a.no - b.no);
  const failed = rows.filter((row) => row.result === 'no');
  const table = (list: typeof rows) => (
    <table className="insp-answers">
      <thead>
        <tr>
          <th>{t('record.item')}</th>
          <th>{t('record.result')}</th>
          <th>{t('record.found')}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((row) => (
          <tr key={row.code}>
            <td>
              {row.no}. {row.label}
              <small>{row.article}</small>
            </td>
            <td>
              <StatusTag tone={row.result === 'no' ? 'late' : row.result === 'yes' ? 'good' : 'plain'}>
                {t(`answer.${row.result}`)}
              </StatusTag>
            </td>
            <td>{row.found ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {failed.length > 0 && table(failed)}
      <details>
        <summary>{t('record.all', { n: rows.length })}</summary>
        {table(rows)}
      </details>
    </>
  );
}

function Photos({ record }: { record: InspectionRecord }) {
  const { t } = useTranslation('inspections');
  if (record.photos.length === 0) return null;
  return (
    <ul className="fieldwork-photos">
      {record.photos.map((photo, at) => (
        <li key={photo.sha256}>
          <a href={photoUrl(record.id, photo.sha256)}>
            <img
              src={photoUrl(record.id, photo.sha256)}
              alt={photo.itemCode === 'signature' ? t('sign.alt') : t('photo.alt', { n: at + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Entry({ record, mayResolve }: { record: InspectionRecord; mayResolve: boolean }) {
  const { t } = useTranslation('inspections');
  return (
    <article className="insp-record">
      <header>
        <b className="mono">{record.checkedOn}</b>
        <span>{t('record.round', { round: record.round })}</span>
        <StatusTag tone={record.outcome === 'fit' ? 'good' : 'late'}>{t(`outcome.${record.outcome}`)}</StatusTag>
        {record.state !== 'standing' && (
          <StatusTag tone={tones[record.state] ?? 'plain'}>{t(`record.${record.state}`)}</StatusTag>
        )}
        <span className="muted">{record.officers.join('、')}</span>
      </header>
      {record.state === 'held' && <Held record={record} mayResolve={mayResolve} />}
      {record.concerns.map((one) => (
        <p key={one} className="warn">
          {one}
        </p>
      ))}
      {record.resolvedBy && (
        <p className="soft">
          {t('record.resolved', {
            by: record.resolvedBy,
            at: formatMoment(record.resolvedAt ?? record.at),
            reason: record.resolveReason,
          })}
        </p>
      )}
      <Answers record={record} />
      <p className="soft">
        {[
          record.person === null
            ? null
            : t('record.person', { person: [record.person, record.personTitle].filter(Boolean).join('，') }),
          t(`signature.${record.signature}`),
          record.statement === null ? null : t('record.statement', { text: record.statement }),
          record.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {record.position && (
        <p className="muted mono">
          {record.position.latitude.toFixed(5)}, {record.position.longitude.toFixed(5)}
        </p>
      )}
      <Photos record={record} />
    </article>
  );
}

/** Records of a check, newest first; those held for a decision on top. */
export function TaskRecords({ task }: { task: TaskView }) {
  const { t } = useTranslation('inspections');
  const records = task.records.toSorted((a, b) => Number(b.state === 'held') - Number(a.state === 'held'));
  return (
    <Section title={t('record.title')}>
      {records.length === 0 && <p className="soft">{t('record.none')}</p>}
      {records.map((record) => (
        <Entry key={record.id} record={record} mayResolve={task.mayResolve} />
      ))}
    </Section>
  );
}
