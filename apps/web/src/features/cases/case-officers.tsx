import type { CaseOfficer, CaseRecord } from '@jince/contract';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useCaseChange } from './cases-query.ts';
import { OfficerChoice } from './officer-choice.tsx';

function NameOfficers({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'common']);
  const { id } = record.card;
  const present = record.officers.filter((one) => one.until === null && one.valid).map((one) => one.officerId);
  const [officers, setOfficers] = useState<readonly string[]>(present);
  const [reason, setReason] = useState('');
  const save = useCaseChange(
    id,
    () =>
      api.saveCaseOfficers({
        params: { id },
        body: { revision: record.revision, officers: [...officers], reason: reason.trim() || null },
      }),
    onClose,
  );
  return (
    <Drawer open onClose={onClose} title={t('officers.name')} size="large">
      <p className="soft">{t('officers.text')}</p>
      <OfficerChoice value={officers} onChange={setOfficers} />
      <Field label={t('officers.reason')}>
        {(ids) => <Input {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={officers.length < 2} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}

function Recuse({ record, officer, onClose }: { record: CaseRecord; officer: CaseOfficer; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'common']);
  const { id } = record.card;
  const [reason, setReason] = useState('');
  const save = useCaseChange(
    id,
    () =>
      api.recuseCaseOfficer({
        params: { id, officerId: officer.id },
        body: { revision: record.revision, reason: reason.trim() },
      }),
    onClose,
  );
  return (
    <Drawer open onClose={onClose} title={t('officers.recuseOf', { name: officer.name })}>
      <Field label={t('officers.recuseReason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={3}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={reason.trim().length < 4}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('officers.recuse')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}

/** Officers of the case with their certificates; former ones stay with the reason they left for. */
export function CaseOfficers({ record, assigns, handles }: { record: CaseRecord; assigns: boolean; handles: boolean }) {
  const { t } = useTranslation('cases');
  const [naming, setNaming] = useState(false);
  const [recusing, setRecusing] = useState<CaseOfficer>();
  return (
    <Section
      title={t('officers.title')}
      extra={
        assigns && (
          <Button size="small" onClick={() => setNaming(true)}>
            {t('officers.name')}
          </Button>
        )
      }
    >
      {record.officers.length === 0 && <p className="soft">{t('officers.none')}</p>}
      <ul className="party-list">
        {record.officers.map((one) => (
          <li key={one.id} className={one.until ? 'former' : undefined}>
            <StatusTag tone={one.problem ? 'late' : one.part === 'lead' && !one.until ? 'info' : 'plain'}>
              {one.until ? t('officers.former') : t(`officers.${one.part}`)}
            </StatusTag>
            <div>
              <b>{one.name}</b>
              {one.problem && <span className="late"> {one.problem}</span>}
              <span className="cell-sub">
                {[
                  one.unit,
                  one.certificateNo,
                  one.certificateUntil && t('officers.until', { day: one.certificateUntil }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {one.until && ` · ${one.since} — ${one.until}`}
                {one.recusedReason && ` · ${t('officers.recused')}：${one.recusedReason}`}
              </span>
            </div>
            {handles && !one.until && (
              <Button size="small" type="text" className="no-print" onClick={() => setRecusing(one)}>
                {t('officers.recuse')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {naming && <NameOfficers record={record} onClose={() => setNaming(false)} />}
      {recusing && <Recuse record={record} officer={recusing} onClose={() => setRecusing(undefined)} />}
    </Section>
  );
}
