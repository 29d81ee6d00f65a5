import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { aidKeys, type Expert } from './aid-query.ts';

const EMPTY = { name: '', employer: '', employerCode: '', title: '', fields: '', phone: '' };

function NewExpert({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['assistance', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const save = useMutation({
    mutationFn: () =>
      api.createAidExpert({
        body: {
          name: draft.name.trim(),
          employer: draft.employer.trim(),
          employerCode: draft.employerCode.trim() || null,
          title: draft.title.trim() || null,
          phone: draft.phone.trim() || null,
          fields: draft.fields.split(/[、,，\s]+/).filter(Boolean),
        },
      }),
    onSuccess: () => {
      for (const queryKey of aidKeys) void queries.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('expert.new')}
      onCancel={onClose}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: draft.name.trim().length < 2 || draft.employer.trim().length < 2 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
    >
      {(['name', 'employer', 'employerCode', 'title', 'fields', 'phone'] as const).map((name) => (
        <Field key={name} label={t(`expert.${name}`)}>
          {(ids) => (
            <Input
              {...ids}
              value={draft[name]}
              maxLength={200}
              onChange={(e) => setDraft({ ...draft, [name]: e.target.value })}
            />
          )}
        </Field>
      ))}
      {save.error && <ErrorBox error={save.error} />}
    </Modal>
  );
}

function Row({ one, onEnd }: { one: Expert; onEnd: (() => void) | undefined }) {
  const { t } = useTranslation('assistance');
  return (
    <li>
      <div>
        <b>{one.name}</b> {one.title && <span className="muted">{one.title}</span>}
        <small>{one.employer}</small>
      </div>
      <span className="expert-fields">{one.fields.join('、')}</span>
      <span>
        {one.active ? (
          t('expert.assigned', { count: one.assigned })
        ) : (
          <StatusTag>{t('expert.ended', { on: one.untilOn })}</StatusTag>
        )}
      </span>
      {onEnd && one.active ? (
        <Button size="small" onClick={onEnd}>
          {t('expert.end')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

/** Experts of rights aid with their employers, which decide whom they may not act against. */
export function ExpertTab() {
  const { t, i18n } = useTranslation('assistance');
  const me = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const edits = can(me, permissions.editAidExperts);
  const query = useQuery({
    queryKey: ['aid-experts', i18n.language],
    queryFn: ({ signal }) => api.listAidExperts({ query: {} }, signal),
  });
  const end = useMutation({
    mutationFn: (id: string) => api.endAidExpert({ params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['aid-experts'] }),
  });
  return (
    <Section
      title={t('tab.experts')}
      note={t('expert.note')}
      extra={
        edits && (
          <Button size="small" type="primary" onClick={() => setOpen(true)}>
            {t('expert.new')}
          </Button>
        )
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {end.error && <ErrorBox error={end.error} />}
      {query.isPending && <SkeletonLines lines={4} />}
      <ul className="expert-list">
        {(query.data?.items ?? []).map((one) => (
          <Row key={one.id} one={one} onEnd={edits ? () => end.mutate(one.id) : undefined} />
        ))}
      </ul>
      {open && <NewExpert onClose={() => setOpen(false)} />}
    </Section>
  );
}
