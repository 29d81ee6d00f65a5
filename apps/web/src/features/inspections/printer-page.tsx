import type { PrinterDetail } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { inspectionKeys } from './inspection-query.ts';
import { NewTask } from './new-task.tsx';
import { PrinterForm } from './printer-form.tsx';
import { PrinterLedger } from './printer-ledger.tsx';
import { licenceTones } from './printer-list-page.tsx';
import { taskHref, taskTone } from './task-columns.tsx';
import './inspections.css';

const DAY = 'YYYY-MM-DD';

function NewPerson({ printer, onClose }: { printer: PrinterDetail; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [part, setPart] = useState(t('person.usual'));
  const [trained, setTrained] = useState<string | null>(null);
  const [from, setFrom] = useState(dayjs().format(DAY));
  const save = useMutation({
    mutationFn: () =>
      api.addPrinterPerson({ params: { id: printer.id }, body: { name, part, trainedOn: trained, fromOn: from } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['inspection-printer'] });
      onClose();
    },
  });
  return (
    <Modal open title={t('person.new')} onCancel={onClose} footer={null}>
      <div className="insp-dialog">
        <Field label={t('person.name')}>
          {(ids) => <Input {...ids} value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t('person.part')}>
          {(ids) => <Input {...ids} value={part} maxLength={40} onChange={(event) => setPart(event.target.value)} />}
        </Field>
        <div className="insp-pair">
          <Field label={t('person.trainedOn')}>
            {(ids) => <DatePicker id={ids.id} onChange={(next) => setTrained(next?.format(DAY) ?? null)} />}
          </Field>
          <Field label={t('person.fromOn')}>
            {(ids) => (
              <DatePicker
                id={ids.id}
                value={dayjs(from)}
                allowClear={false}
                onChange={(next) => next && setFrom(next.format(DAY))}
              />
            )}
          </Field>
        </div>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={name.trim() === '' || part.trim().length < 2}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('common:save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function People({ printer }: { printer: PrinterDetail }) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const end = useMutation({
    mutationFn: (id: string) => api.endPrinterPerson({ params: { id }, body: { on: dayjs().format(DAY) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inspection-printer'] }),
  });
  return (
    <Section
      title={t('person.title')}
      extra={printer.mayEdit && <Button onClick={() => setAdding(true)}>{t('person.new')}</Button>}
    >
      {printer.persons.length === 0 && <p className="warn">{t('person.none')}</p>}
      {end.error && <ErrorBox error={end.error} />}
      <ul className="insp-plain">
        {printer.persons.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b> {one.part}{' '}
            <span className="muted">
              {one.fromOn} – {one.toOn ?? t('person.now')}
              {' · '}
              {one.trainedOn === null ? t('person.untrained') : t('person.trained', { day: one.trainedOn })}
            </span>{' '}
            {printer.mayEdit && one.toOn === null && (
              <button type="button" className="link" onClick={() => end.mutate(one.id)}>
                {t('person.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && <NewPerson printer={printer} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Stock({ printer }: { printer: PrinterDetail }) {
  const { t } = useTranslation('inspections');
  if (printer.stock.length === 0) return null;
  return (
    <Section title={t('stock.title')} note={t('stock.note')}>
      <div className="insp-scroll">
        <table className="insp-answers insp-grid">
          <thead>
            <tr>
              {['no', 'mark', 'client', 'ordered', 'in', 'out', 'destroyed', 'left'].map((key) => (
                <th key={key}>{t(`stock.${key}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {printer.stock.map((one) => (
              <tr key={one.intakeId}>
                <td className="mono">{one.no}</td>
                <td>{one.markName ?? '—'}</td>
                <td>{one.client ?? '—'}</td>
                <td className="mono">{one.ordered === null ? '—' : formatExact(one.ordered)}</td>
                <td className="mono">{formatExact(one.in)}</td>
                <td className="mono">{formatExact(one.out)}</td>
                <td className="mono">{formatExact(one.destroyed)}</td>
                <td className="mono">
                  <b>{formatExact(one.left)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function End({ printer }: { printer: PrinterDetail }) {
  const { t } = useTranslation(['inspections', 'common']);
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (reason: string) =>
      api.endPrinter({ params: { id: printer.id }, body: { on: dayjs().format(DAY), reason } }),
    onSuccess: () => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const ask = () => {
    let reason = '';
    modal.confirm({
      title: t('printer.end'),
      icon: null,
      content: (
        <>
          <p>{t('printer.endText')}</p>
          <Input
            aria-label={t('printer.endReason')}
            placeholder={t('printer.endReason')}
            maxLength={300}
            onChange={(event) => {
              reason = event.target.value;
            }}
          />
        </>
      ),
      okText: t('printer.end'),
      cancelText: t('common:cancel'),
      onOk: () => end.mutateAsync(reason),
    });
  };
  return (
    <>
      <Button onClick={ask}>{t('printer.end')}</Button>
      {end.error && <ErrorBox error={end.error} />}
    </>
  );
}

/** One mark printer: licence, people, stock of each commission, ledgers, checks. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const [ordering, setOrdering] = useState(false);
  const query = useQuery({
    queryKey: ['inspection-printer', id, i18n.language],
    queryFn: ({ signal }) => api.getPrinter({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const printer = query.data;
  return (
    <div className="page insp-page">
      <PageHeader
        title={printer.name}
        crumbs={[{ label: t('printer.heading'), to: '/protection/printers' }]}
        tags={
          <StatusTag tone={printer.endedOn === null ? licenceTones[printer.licence] : 'plain'}>
            {printer.endedOn === null
              ? t(`licence.${printer.licence}`)
              : t('printer.endedOn', { day: printer.endedOn })}
          </StatusTag>
        }
        meta={
          <>
            {printer.uscc && <span className="mono">{printer.uscc}</span>}
            {printer.town && <span>{printer.town}</span>}
            {printer.partyId && (
              <Link className="link" to={`/enterprises/${printer.partyId}`}>
                {t('printer.party')}
              </Link>
            )}
          </>
        }
        actions={
          <>
            {printer.mayAssign && (
              <Button type="primary" onClick={() => setOrdering(true)}>
                {t('task.new')}
              </Button>
            )}
            {printer.mayEdit && <Button onClick={() => setEditing(true)}>{t('printer.edit')}</Button>}
            {printer.mayEdit && <End printer={printer} />}
          </>
        }
      />
      <Section title={t('printer.facts')}>
        <Descriptions
          items={[
            { key: 'licenceNo', label: t('printer.licenceNo'), value: printer.licenceNo ?? '—' },
            { key: 'licenceTo', label: t('printer.licenceTo'), value: printer.licenceTo ?? '—' },
            { key: 'address', label: t('printer.address'), value: printer.address ?? '—' },
            { key: 'contact', label: t('printer.contact'), value: printer.contact ?? '—' },
            { key: 'scope', label: t('printer.scope'), value: printer.scope ?? '—', wide: true },
            { key: 'registeredOn', label: t('printer.registeredOn'), value: printer.registeredOn },
            ...(printer.endReason === null
              ? []
              : [{ key: 'end', label: t('printer.endReason'), value: printer.endReason }]),
          ]}
        />
      </Section>
      <People printer={printer} />
      <Section title={t('printer.checks')}>
        {printer.tasks.length === 0 && <p className="soft">{t('printer.noChecks')}</p>}
        <ul className="insp-plain">
          {printer.tasks.map((task) => (
            <li key={task.id}>
              <Link className="link" to={taskHref(task)}>
                {task.number}
              </Link>{' '}
              <StatusTag tone={taskTone(task)}>{task.stateLabel}</StatusTag>{' '}
              <span className="muted">
                {[task.checkedOn ?? task.dueOn, task.checklistLabel, task.officers.join('、')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Stock printer={printer} />
      <PrinterLedger printer={printer} />
      {editing && <PrinterForm printer={printer} onClose={() => setEditing(false)} />}
      {ordering && (
        <NewTask
          campaignId={null}
          object={{ kind: 'printer', id: printer.id, name: printer.name }}
          onClose={() => setOrdering(false)}
        />
      )}
    </div>
  );
}
