import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { isSendable } from './application-draft.ts';
import { EditBudget } from './edit-budget.tsx';
import { EditConsortium } from './edit-consortium.tsx';
import { EditTargets } from './edit-targets.tsx';
import { EditTeam } from './edit-team.tsx';
import { FilingChecks } from './filing-checks.tsx';
import { applicationHref, base, callHref, type Project, projectHref, projectQuery } from './project-query.ts';
import { type ApplicationState, useApplication } from './use-application.ts';
import './projects.css';
import './application-page.css';

function SaveState({ state }: { state: ApplicationState }) {
  const { t } = useTranslation('projects');
  if (state.save.isError) return <span className="late">{t('form.notSaved')}</span>;
  if (!isSendable(state.draft)) return <span className="warn">{t('form.titleShort')}</span>;
  if (state.save.isPending) return <span className="muted">{t('form.saving')}</span>;
  return <span className="muted">{state.dirty ? t('form.changed') : t('form.saved')}</span>;
}

function Basics({ state }: { state: ApplicationState }) {
  const { t } = useTranslation('projects');
  const { draft, change } = state;
  return (
    <Section title={t('form.basics')}>
      <div className="form-grid">
        <Field label={t('form.title')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.title}
              maxLength={120}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('form.field')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.field ?? ''}
              maxLength={60}
              onChange={(event) => change({ field: event.target.value || null })}
            />
          )}
        </Field>
      </div>
      <Field label={t('form.abstract')} help={t('form.abstractHelp')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={5}
            maxLength={4000}
            value={draft.abstract ?? ''}
            onChange={(event) => change({ abstract: event.target.value })}
          />
        )}
      </Field>
    </Section>
  );
}

function Form({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  const state = useApplication(project);
  const toFile = async () => {
    if (state.dirty && isSendable(state.draft)) await state.saveNow();
    navigate(projectHref(project.id));
  };
  return (
    <div className="page">
      <PageHeader
        title={t('form.heading')}
        crumbs={[
          { label: t('title'), to: base },
          { label: project.callTitle, to: callHref(project.callId) },
          { label: project.title, to: projectHref(project.id) },
        ]}
        meta={
          <>
            <span className="mono">{project.number}</span>
            <span>{project.lead}</span>
            <SaveState state={state} />
          </>
        }
        actions={
          <Button type="primary" loading={state.save.isPending} onClick={() => void toFile()}>
            {t('form.toFile')}
          </Button>
        }
      />
      {state.save.error && <ErrorBox error={state.save.error} onRetry={() => state.save.mutate(state.draft)} />}
      <div className="application-columns">
        <div className="application-main">
          <Basics state={state} />
          <EditConsortium project={project} state={state} />
          <EditTargets project={project} state={state} />
          <EditBudget project={project} state={state} />
          <EditTeam state={state} />
        </div>
        <aside className="application-side">
          <FilingChecks project={project} />
        </aside>
      </div>
    </div>
  );
}

/** The application: kept by itself, with what still hinders the filing beside it. */
export function Page() {
  const { i18n, t } = useTranslation('projects');
  const { id = '' } = useParams();
  const query = useQuery(projectQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  if (!query.data.maySave)
    return (
      <div className="page">
        <PageHeader
          title={query.data.title}
          crumbs={[{ label: t('title'), to: base }]}
          meta={<span>{t('form.locked', { state: query.data.stateLabel })}</span>}
        />
      </div>
    );
  return <Form key={applicationHref(id)} project={query.data} />;
}
