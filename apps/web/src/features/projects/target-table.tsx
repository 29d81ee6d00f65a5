import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { type Project, projectKeys } from './project-query.ts';

type Target = Project['targets'][number];
const numberText = (value: number | null) =>
  value === null ? '—' : formatExact(value, Number.isInteger(value) ? 0 : 2);

function Report({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const queries = useQueryClient();
  const [rows, setRows] = useState(project.targets.map(({ reached, evidence }) => ({ reached, evidence })));
  const set = (at: number, patch: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...patch } : row)));
  const save = useMutation({
    mutationFn: () =>
      api.reportTargets({
        params: { id: project.id },
        body: { items: rows.map((row, position) => ({ position, reached: row.reached, evidence: row.evidence })) },
      }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('target.report')} footer={null} width={620}>
      <ul className="report-rows">
        {project.targets.map((target, at) => (
          <li key={target.label}>
            <div>
              <b>{target.label}</b>
              <small className="muted">
                {t('target.goal')} {numberText(target.goal)} {target.unit}
              </small>
            </div>
            <InputNumber
              value={rows[at]?.reached ?? null}
              suffix={target.unit}
              aria-label={`${target.label} ${t('target.reached')}`}
              onChange={(value) => set(at, { reached: value === null ? null : Number(value) })}
            />
            <Input
              value={rows[at]?.evidence ?? ''}
              maxLength={300}
              placeholder={t('target.evidence')}
              aria-label={`${target.label} ${t('target.evidence')}`}
              onChange={(event) => set(at, { evidence: event.target.value || null })}
            />
          </li>
        ))}
      </ul>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
          {t('common:save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}

function Bar({ target }: { target: Target }) {
  const { t } = useTranslation('projects');
  if (target.share === null) return <span className="muted">{t('target.notYet')}</span>;
  const done = target.share >= 100;
  return (
    <span className="target-bar">
      <span aria-hidden="true">
        <i className={done ? 'done' : undefined} style={{ width: `${Math.max(0, Math.min(100, target.share))}%` }} />
      </span>
      <small>{target.share}%</small>
    </span>
  );
}

/** Targets of a project against what was reached. */
export function TargetTable({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const [reporting, setReporting] = useState(false);
  return (
    <Section
      title={t('target.title')}
      note={t('target.note')}
      flush
      extra={
        project.mayReport && (
          <Button size="small" onClick={() => setReporting(true)}>
            {t('target.report')}
          </Button>
        )
      }
    >
      {project.targets.length === 0 ? (
        <EmptyState title={t('target.none')}>{t('target.noneText')}</EmptyState>
      ) : (
        <div className="table-scroll">
          <table className="targets">
            <thead>
              <tr>
                <th scope="col">{t('target.label')}</th>
                <th scope="col" className="right">
                  {t('target.baseline')}
                </th>
                <th scope="col" className="right">
                  {t('target.goal')}
                </th>
                <th scope="col" className="right">
                  {t('target.reached')}
                </th>
                <th scope="col">{t('target.progress')}</th>
              </tr>
            </thead>
            <tbody>
              {project.targets.map((target) => (
                <tr key={target.label}>
                  <td className="phone-title">
                    {target.label}
                    {target.evidence && <span className="cell-sub">{target.evidence}</span>}
                  </td>
                  <td className="right" data-label={t('target.baseline')}>
                    {numberText(target.baseline)}
                  </td>
                  <td className="right" data-label={t('target.goal')}>
                    {numberText(target.goal)} <small className="muted">{target.unit}</small>
                  </td>
                  <td className="right" data-label={t('target.reached')}>
                    <b>{numberText(target.reached)}</b>
                  </td>
                  <td data-label={t('target.progress')}>
                    <Bar target={target} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {reporting && <Report project={project} onClose={() => setReporting(false)} />}
    </Section>
  );
}
