import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';

const SHOWN = 20;

function AgencyChoice({
  names,
  value,
  onChange,
}: {
  names: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean };
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { t, i18n } = useTranslation('agency-affairs');
  const [text, setText] = useState('');
  const { value: settled } = useSettled(text.trim(), 250);
  const found = useQuery({
    queryKey: ['agency-choice', settled, i18n.language],
    queryFn: ({ signal }) => api.listAgencies({ query: { q: settled, pageSize: SHOWN } }, signal),
    enabled: settled !== '',
  });
  return (
    <Select
      {...names}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      notFoundContent={t(settled === '' ? 'choice.type' : 'choice.none')}
      options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

/** Asks an agency: sent at once, the time to answer starts. */
export function NewInquiry({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['agency-affairs', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [agencyId, setAgencyId] = useState<string>();
  const [title, setTitle] = useState('');
  const [question, setQuestion] = useState('');
  const [basis, setBasis] = useState('');
  const send = useMutation({
    mutationFn: (to: string) =>
      api.createInquiry({ body: { agencyId: to, title, question, basis: basis.trim() || null } }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['agency-inquiries'] });
      void navigate(`/agencies/affairs/inquiries/${id}`);
    },
  });
  const ready = agencyId !== undefined && title.trim().length >= 4 && question.trim().length >= 4;
  return (
    <Modal open title={t('inquiry.new')} onCancel={onClose} footer={null} width={600} mask={{ closable: false }}>
      <form
        className="affair-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (agencyId !== undefined) send.mutate(agencyId);
        }}
      >
        <Field label={t('col.agency')}>
          {(names) => <AgencyChoice names={names} value={agencyId} onChange={setAgencyId} />}
        </Field>
        <Field label={t('inquiry.title')}>
          {(names) => (
            <Input {...names} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={t('inquiry.question')}>
          {(names) => (
            <Input.TextArea
              {...names}
              value={question}
              maxLength={4000}
              autoSize={{ minRows: 4, maxRows: 12 }}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <Field label={`${t('inquiry.basis')}${t('optional')}`}>
          {(names) => (
            <Input {...names} value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />
          )}
        </Field>
        {send.error && <ErrorBox error={send.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending}>
            {t('inquiry.send')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
