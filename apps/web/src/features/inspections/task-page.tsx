import { onlineManager, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ActionDialog, type ActionDialogProps } from '../../components/procedure-panel/action-dialog.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { FieldForm } from './field-form.tsx';
import { FieldOutbox } from './field-outbox-list.tsx';
import { choicesQuery, inspectionKeys, type TaskView, taskQuery } from './inspection-query.ts';
import { InspectorChoice } from './inspector-choice.tsx';
import { taskTone } from './task-columns.tsx';
import { TaskRecords } from './task-records.tsx';
import './inspections.css';

function Assign({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const [officers, setOfficers] = useState<string[]>(task.inspectors.flatMap((one) => one.officerId ?? []));
  const [reason, setReason] = useState('');
  const assign = useMutation({
    mutationFn: () => api.assignInspectionTask({ params: { id: task.id }, body: { officerIds: officers, reason } }),
    onSuccess: () => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open title={t('task.assign')} onCancel={onClose} footer={null}>
      <div className="insp-dialog">
        <p className="soft">{t('task.assignText')}</p>
        <Field label={t('col.officers')} help={t('task.twoOfficers')}>
          {(ids) => <InspectorChoice id={ids.id} value={officers} onChange={setOfficers} />}
        </Field>
        <Field label={t('task.assignReason')}>
          {(ids) => (
            <Input {...ids} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        {assign.error && <ErrorBox error={assign.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={officers.length < 2 || reason.trim().length < 2}
            loading={assign.isPending}
            onClick={() => assign.mutate()}
          >
            {t('task.assignOk')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Orders({ task }: { task: TaskView }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      {task.orders.map((order) => (
        <Section
          key={order.number}
          title={t('order.title', { number: order.number })}
          note={t('order.note', { issued: order.issuedOn, days: order.days, due: order.dueOn ?? '—' })}
        >
          <ul className="insp-plain">
            {order.items.map((item) => (
              <li key={item.code}>
                <b>{item.label}</b> <span className="muted">{item.article}</span>
                <div>{item.found}</div>
                <div className="soft">{t('order.requirement', { text: item.requirement })}</div>
              </li>
            ))}
            {order.note && <li>{order.note}</li>}
            {order.extensions.map((one) => (
              <li key={one.on}>{t('order.extended', one)}</li>
            ))}
            {order.answers.map((one) => (
              <li key={`${one.on} ${one.evidenceId}`}>
                <StatusTag tone="info">{t('order.answered', { on: one.on, by: one.by })}</StatusTag> {one.text}{' '}
                {one.evidenceId && (
                  <a
                    className="link"
                    href={urlOf(routes.downloadEvidence, { params: { id: task.fileId, itemId: one.evidenceId } })}
                  >
                    {one.fileName}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** What came of the case that grew from the check; one that was not opened is to be dealt with here. */
function CaseTold({ task }: { task: TaskView }) {
  const { t } = useTranslation('inspections');
  const said = (
    <>
      <Link className="link" to={`/protection/cases/${task.caseId}`}>
        {t('task.case', { number: task.caseNumber })}
      </Link>{' '}
      {t(`caseTold.${task.caseOutcome}`, { on: task.caseToldOn })}{' '}
      {task.caseReason && t('caseTold.reason', { reason: task.caseReason })}
    </>
  );
  if (task.state !== 'returned') return <p className="soft">{said}</p>;
  return (
    <Caution>
      {said} {t('caseTold.next')}
    </Caution>
  );
}

/** Recording is done with the form of the page; an order begins with the usual days. */
function OwnDialog(props: ActionDialogProps) {
  const { i18n } = useTranslation();
  const choices = useQuery(choicesQuery(i18n.language));
  const { action, onClose } = props;
  const recording = action.action === 'record' || action.action === 'record-again';
  useEffect(() => {
    if (!recording) return;
    document.getElementById('field-form')?.scrollIntoView({ behavior: 'smooth' });
    onClose();
  }, [recording, onClose]);
  if (recording) return null;
  if (choices.data === undefined && choices.isPending) return null;
  return <ActionDialog {...props} initial={{ days: String(choices.data?.correctionDays ?? '') }} />;
}

function Meta({ task }: { task: TaskView }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <span className="mono">{task.number}</span>
      {task.objectHref && (
        <Link className="link" to={task.objectHref}>
          {t(`kind.${task.objectKind}`)}
        </Link>
      )}
      {task.town && <span>{task.town}</span>}
      {task.address && <span>{task.address}</span>}
      <span>{task.organisation}</span>
      <MetaItem label={t('col.officers')}>{task.officers.join('、') || t('task.nobody')}</MetaItem>
      <MetaItem label={t('col.dueOn')}>{task.correctBy ?? task.dueOn}</MetaItem>
      {task.campaignId && (
        <Link className="link" to={`/protection/inspections/campaigns/${task.campaignId}`}>
          {task.campaign}
        </Link>
      )}
      {task.drawId && (
        <Link className="link" to={`/protection/inspections/draws/${task.drawId}`}>
          {t('origin.draw')}
        </Link>
      )}
      {task.caseId && (
        <Link className="link" to={`/protection/cases/${task.caseId}`}>
          {t('task.case', { number: task.caseNumber })}
        </Link>
      )}
      {task.keptAt && <span className="warn">{t('field.keptAt', { at: formatMoment(task.keptAt) })}</span>}
    </>
  );
}

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/** One check: the form on the spot, records, orders, and where the file stands. Works without network from what was kept. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { id = '' } = useParams();
  const me = useMe();
  const [assigning, setAssigning] = useState(false);
  const query = useQuery(taskQuery(me.userId, id, i18n.language));
  // The file's panel needs the server; the form and what was found do not.
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline());
  const mayRecord = query.data?.mayRecord === true;
  useEffect(() => {
    if (mayRecord) becomeFieldDevice();
  }, [mayRecord]);
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const task = query.data;
  const body = (
    <>
      <Orders task={task} />
      <TaskRecords task={task} />
    </>
  );
  return (
    <div className="page">
      <PageHeader
        title={task.name}
        crumbs={[{ label: t('title'), to: '/protection/inspections' }, { label: task.number }]}
        tags={<StatusTag tone={taskTone(task)}>{task.stateLabel}</StatusTag>}
        meta={<Meta task={task} />}
        actions={task.mayAssign && <Button onClick={() => setAssigning(true)}>{t('task.assign')}</Button>}
      />
      <FieldOutbox />
      {task.caseOutcome && <CaseTold task={task} />}
      {task.mayRecord && (
        <div className="insp-narrow">
          <FieldForm key={`${task.id}.${task.round}`} task={task} />
        </div>
      )}
      {task.keptAt || !online ? (
        <div className="insp-narrow">{body}</div>
      ) : (
        <ProcedurePanel
          fileId={task.fileId}
          refreshes={inspectionKeys}
          renderDialog={(props) => <OwnDialog {...props} />}
        >
          {body}
        </ProcedurePanel>
      )}
      {assigning && <Assign task={task} onClose={() => setAssigning(false)} />}
    </div>
  );
}
