import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Caution } from '../../../components/caution.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Field } from '../../../components/field.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { WhyLink } from '../../../components/why-panel.tsx';
import { api } from '../../../lib/api.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { PublicRows } from './public-rows.tsx';
import type { CandidateGroup, Preview } from './publicity-query.ts';

interface PublishProps {
  readonly group: CandidateGroup;
  readonly claimIds: string[];
  readonly onClose: () => void;
}

const SETTLE_MS = 400;

function PreviewView({ preview, example }: { preview: Preview; example: boolean }) {
  const { t } = useTranslation('publicity');
  return (
    <div className="publish-preview">
      <p className="publish-title">{preview.title}</p>
      <p className="soft">
        {preview.number} · {t('publish.days', { days: preview.workingDays })} ·{' '}
        {t('publish.closes', { on: preview.closesOn ?? t('toBeFixed') })}{' '}
        <WhyLink
          why={{
            title: t('publish.closesWhy'),
            answer: preview.closesOn ?? t('toBeFixed'),
            steps: preview.closesSteps.map((text) => ({ kind: 'note', text })),
          }}
        />
      </p>
      <PublicRows entries={preview.entries} totalWan={preview.totalWan} example={example} />
    </div>
  );
}

/** The list as the public would see it, then published: public at once, and the clock of publicity starts. */
export function PublishDialog({ group, claimIds, onClose }: PublishProps) {
  const { t, i18n } = useTranslation(['publicity', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [contact, setContact] = useState('');
  const settled = useSettled(title.trim(), SETTLE_MS).value;
  const order = (of: string) => ({
    claimIds,
    ...(of.length >= 4 ? { title: of } : {}),
    ...(contact.trim() === '' ? {} : { contact: contact.trim() }),
  });
  const preview = useQuery({
    queryKey: ['publicity-preview', claimIds, settled, i18n.language],
    queryFn: ({ signal }) => api.previewPublicityList({ body: order(settled) }, signal),
    placeholderData: (before) => before,
  });
  const publish = useMutation({
    mutationFn: () => api.publishPublicityList({ body: order(title.trim()) }),
    onSuccess: ({ id, number }) => {
      message.success(t('publish.done', { number }));
      for (const key of ['publicity', 'claims', 'claim', 'file', 'files'])
        void queries.invalidateQueries({ queryKey: [key] });
      void navigate(`/incentives/publicity/${id}`);
    },
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={t('publish.heading')} width={1080} mask={{ closable: false }}>
      <div className="stack-tight">
        <div className="publish-fields">
          <Field label={t('publish.title')} help={t('publish.titleHelp')}>
            {(names) => (
              <Input {...names} value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
            )}
          </Field>
          <Field label={t('publish.contact')} help={t('publish.contactHelp')}>
            {(names) => (
              <Input {...names} value={contact} maxLength={200} onChange={(event) => setContact(event.target.value)} />
            )}
          </Field>
        </div>
        {preview.isPending && <SkeletonLines lines={6} />}
        {preview.error && <ErrorBox error={preview.error} onRetry={() => preview.refetch()} />}
        {preview.data && <PreviewView preview={preview.data} example={group.policy.example} />}
        <Caution>{t('publish.confirm')}</Caution>
        {publish.error && <ErrorBox error={publish.error} />}
        <div className="row">
          <Button type="primary" loading={publish.isPending} disabled={!preview.data} onClick={() => publish.mutate()}>
            {t('publish.run')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
