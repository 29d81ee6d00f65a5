import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { describeError } from '../lib/describe-error.ts';
import './page-states.css';

interface StateProps {
  /** The short sign of the state: a status number or a word. */
  readonly sign: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A page-sized state: what happened, what was kept, what to do. */
export function PageState({ sign, title, children, actions }: StateProps) {
  return (
    <div className="page page-state">
      <div className="state-sign" aria-hidden="true">
        {sign}
      </div>
      <div>
        <h1>{title}</h1>
        <div className="state-text">{children}</div>
        <div className="row">{actions}</div>
      </div>
    </div>
  );
}

function HomeLink() {
  const { t } = useTranslation('shell');
  return <Link to="/">{<Button>{t('goHome')}</Button>}</Link>;
}

export function MissingState() {
  const { t } = useTranslation('shell');
  return (
    <PageState sign="404" title={t('state.missing.title')} actions={<HomeLink />}>
      <p>{t('state.missing.text')}</p>
    </PageState>
  );
}

export function ForbiddenState() {
  const { t } = useTranslation('shell');
  return (
    <PageState sign="403" title={t('state.forbidden.title')} actions={<HomeLink />}>
      <p>{t('state.forbidden.text')}</p>
    </PageState>
  );
}

/** A page whose data could not be fetched. */
export function FailedState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation(['common', 'shell']);
  const text = describeError(error, t);
  if (text.kind === 'missing') return <MissingState />;
  if (text.kind === 'forbidden') return <ForbiddenState />;
  return (
    <PageState
      sign={text.kind === 'offline' ? t('shell:state.offlineSign') : '500'}
      title={text.title}
      actions={
        <Button type="primary" onClick={onRetry}>
          {t('common:retry')}
        </Button>
      }
    >
      {text.detail && <p>{text.detail}</p>}
      <p>{text.kept}</p>
      <p>{text.action}</p>
      {text.code && <p className="muted">{t('common:errorCode', { code: text.code })}</p>}
    </PageState>
  );
}

/** The console itself broke while drawing a page. */
export function CrashState() {
  const error = useRouteError();
  const { t } = useTranslation('shell');
  if (isRouteErrorResponse(error) && error.status === 404) return <MissingState />;
  return (
    <PageState
      sign="500"
      title={t('state.crash.title')}
      actions={
        <>
          <Button type="primary" onClick={() => location.reload()}>
            {t('state.crash.reload')}
          </Button>
          <HomeLink />
        </>
      }
    >
      <p>{t('state.crash.text')}</p>
      <p className="muted">{error instanceof Error ? error.message : String(error)}</p>
    </PageState>
  );
}
