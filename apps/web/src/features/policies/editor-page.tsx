import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { EditHeader } from './edit-header.tsx';
import { EditItems } from './edit-items.tsx';
import { EditPreconditions } from './edit-preconditions.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { type PolicyDetail, policiesHref, policyHref, policyQuery, refreshPolicies } from './policy-query.ts';
import { type PolicyEditor, usePolicyEditor } from './use-policy-editor.ts';
import '../../components/record-layout.css';
import './policy-page.css';
import './editor-page.css';

/** Asks before anything written is left behind, inside the console and when the window closes. */
function useLeaveGuard(isOn: boolean) {
  const { t } = useTranslation(['policies', 'common']);
  const { modal } = App.useApp();
  const blocker = useBlocker(isOn);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    modal.confirm({
      title: t('edit.leave.title'),
      content: t('edit.leave.text'),
      icon: null,
      okText: t('edit.leave.ok'),
      cancelText: t('edit.leave.stay'),
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal, t]);
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isOn]);
}

function Missing({ editor, onOpen }: { editor: PolicyEditor; onOpen: (path: string) => void }) {
  const { t } = useTranslation('policies');
  const problems = editor.check?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <Section title={t('edit.missing')} note={t('findings.blocks', { n: problems.length })}>
      <div className="findings">
        <ul>
          {problems.map(({ path, place, text }) => (
            <li key={`${path}${text}`} className="block">
              <b>
                <button type="button" className="link" onClick={() => onOpen(path)}>
                  {place}
                </button>
              </b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Editor({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation(['policies', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const editor = usePolicyEditor(policy);
  const [open, setOpen] = useState<number>();
  const leaving = useRef(false);
  const save = useMutation({
    mutationFn: (_then: 'stay' | 'leave') =>
      api.savePolicyDraft({
        params: { id: policy.id },
        body: { document: editor.document, revision: policy.revision },
      }),
    onSuccess: async (_saved, then) => {
      await refreshPolicies(queries);
      message.success(t('edit.saved'));
      leaving.current = then === 'leave';
      if (leaving.current) navigate(policyHref(policy.id));
    },
  });
  useLeaveGuard(editor.changed && !save.isPending && !save.isSuccess);
  const openPath = (path: string) => {
    const item = /^items\.(\d+)/.exec(path)?.[1];
    if (item !== undefined) setOpen(Number(item));
    else
      document
        .getElementById(`edit-${path.split('.').slice(0, 2).join('.')}`)
        ?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  };
  const unfit = (editor.check?.problems.length ?? 0) > 0;
  return (
    <div className="record policy-editor">
      <div>
        <EditHeader editor={editor} />
        <EditItems editor={editor} onOpen={setOpen} />
        <EditPreconditions editor={editor} />
      </div>
      <div className="policy-editor-side">
        <section className="panel policy-save">
          <p className={editor.changed ? 'warn' : 'soft'}>{t(editor.changed ? 'edit.unsaved' : 'edit.same')}</p>
          {save.error && <ErrorBox error={save.error} />}
          <div className="row">
            <Button
              type="primary"
              disabled={!editor.changed || unfit}
              loading={save.isPending}
              onClick={() => save.mutate('stay')}
            >
              {t('common:save')}
            </Button>
            <Button disabled={!editor.changed || unfit} onClick={() => save.mutate('leave')}>
              {t('edit.saveAndShow')}
            </Button>
            <Button onClick={() => navigate(policyHref(policy.id))}>{t('edit.back')}</Button>
          </div>
        </section>
        {editor.checkError !== null && editor.checkError !== undefined && <ErrorBox error={editor.checkError} />}
        <Missing editor={editor} onOpen={openPath} />
        {editor.check && !unfit && (
          <FindingsPanel findings={editor.check.findings} checking={editor.checking} onOpen={openPath} />
        )}
      </div>
      <ItemDrawer editor={editor} at={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}

/** Writes a draft: words, rules, amounts and examples, checked while they are typed. */
export function Page() {
  const { t, i18n } = useTranslation(['policies', 'shell']);
  const { id = '' } = useParams();
  const query = useQuery(policyQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const policy = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('edit.title', { n: policy.version })}
        crumbs={[
          { label: t('shell:chapter.incentives') },
          { label: t('title'), to: policiesHref },
          { label: policy.title, to: policyHref(policy.id) },
        ]}
        meta={<span>{t('edit.about')}</span>}
      />
      {policy.may.edit.possible ? (
        <Editor key={policy.revision} policy={policy} />
      ) : (
        <p className="panel standing warn" role="status">
          {policy.may.edit.reason}
        </p>
      )}
    </div>
  );
}
