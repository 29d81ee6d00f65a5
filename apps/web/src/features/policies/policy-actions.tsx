import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { can, useMe } from '../../lib/meta.ts';
import { editHref, type PolicyDetail, policiesHref, refreshPolicies } from './policy-query.ts';

function RetireDialog({ policy, onClose }: { policy: PolicyDetail; onClose: () => void }) {
  const { t } = useTranslation(['policies', 'common']);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const retire = useMutation({
    mutationFn: () => api.retirePolicy({ params: { id: policy.id }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      await refreshPolicies(queries);
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('retire.title', { title: policy.title })} footer={null} width={520}>
      <p className="soft">{t('retire.text')}</p>
      <Field label={t('retire.reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {retire.error && <ErrorBox error={retire.error} />}
      <div className="row policy-dialog-foot">
        <Button
          type="primary"
          danger
          disabled={reason.trim().length < 2}
          loading={retire.isPending}
          onClick={() => retire.mutate()}
        >
          {t('retire.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}

function PublishDialog({ policy, onClose }: { policy: PolicyDetail; onClose: () => void }) {
  const { t } = useTranslation(['policies', 'common']);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const before = policy.versions.find(
    (one) => one.state === 'published' && (one.effectiveTo === null || one.effectiveTo >= policy.effectiveFrom),
  );
  const publish = useMutation({
    mutationFn: () => api.publishPolicy({ params: { id: policy.id }, body: { revision: policy.revision } }),
    onSuccess: async ({ state }) => {
      await refreshPolicies(queries);
      message.success(t(state === 'legacy' ? 'publish.filed' : 'publish.done'));
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('publish.title', { title: policy.title })} footer={null} width={560}>
      <ul className="publish-effects">
        <li>{t('publish.from', { day: policy.effectiveFrom, n: policy.items.length })}</li>
        {before && (
          <li>
            {t(before.effectiveFrom < policy.effectiveFrom ? 'publish.ends' : 'publish.replaces', {
              n: before.version,
            })}
          </li>
        )}
        <li>{t('publish.claims')}</li>
        <li>{t('publish.fixed')}</li>
        {policy.warnings > 0 && <li className="warn">{t('publish.warnings', { n: policy.warnings })}</li>}
        {policy.example && <li className="warn">{t('publish.example')}</li>}
      </ul>
      {publish.error && <ErrorBox error={publish.error} />}
      <div className="row policy-dialog-foot">
        <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
          {t('publish.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}

/** What can be done with a version now; what cannot says why. */
export function PolicyActions({ policy }: { policy: PolicyDetail }) {
  const { t } = useTranslation(['policies', 'common']);
  const { modal, message } = App.useApp();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'publish' | 'retire'>();
  const fail = (error: unknown) => void message.error(describeError(error, t).detail ?? describeError(error, t).title);
  const revise = useMutation({
    mutationFn: () => api.createPolicyDraft({ body: { from: policy.id } }),
    onSuccess: async ({ id }) => {
      await refreshPolicies(queries);
      navigate(editHref(id));
    },
    onError: fail,
  });
  const discard = useMutation({
    mutationFn: () => api.discardPolicyDraft({ params: { id: policy.id } }),
    onSuccess: async () => {
      navigate(policiesHref);
      await refreshPolicies(queries);
    },
    onError: fail,
  });
  const askDiscard = () =>
    modal.confirm({
      title: t('discard.title', { n: policy.version }),
      content: t('discard.text'),
      icon: null,
      okText: t('discard.ok'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => discard.mutateAsync().catch(() => undefined),
    });
  const mayEdit = can(me, permissions.editPolicies);
  const mayPublish = can(me, permissions.publishPolicies);
  const isDraft = policy.state === 'draft';
  const { publish } = policy.may;
  return (
    <>
      {mayEdit && isDraft && <Button onClick={askDiscard}>{t('discard.open')}</Button>}
      {mayEdit && isDraft && <Button onClick={() => navigate(editHref(policy.id))}>{t('edit.open')}</Button>}
      {mayEdit && !isDraft && (
        <Button
          disabled={!policy.may.revise.possible}
          title={policy.may.revise.reason ?? undefined}
          loading={revise.isPending}
          onClick={() => revise.mutate()}
        >
          {t('revise.open')}
        </Button>
      )}
      {mayPublish && policy.state === 'published' && (
        <Button onClick={() => setOpen('retire')}>{t('retire.open')}</Button>
      )}
      {mayPublish && isDraft && (
        <Button
          type="primary"
          disabled={!publish.possible}
          title={publish.reason ?? undefined}
          onClick={() => setOpen('publish')}
        >
          {t('publish.ok')}
        </Button>
      )}
      {open === 'publish' && <PublishDialog policy={policy} onClose={() => setOpen(undefined)} />}
      {open === 'retire' && <RetireDialog policy={policy} onClose={() => setOpen(undefined)} />}
    </>
  );
}
