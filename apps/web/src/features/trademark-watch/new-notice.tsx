import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Hit, hitKeys, noticeKeys, noticesBase } from './watch-query.ts';

/** A notice to the platform about this listing, with its evidence; the paper is made in the file. */
export function NewNotice({ hit, onClose }: { hit: Hit; onClose: () => void }) {
  const { t } = useTranslation(['trademark-watch', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [facts, setFacts] = useState(hit.reasons);
  const [demand, setDemand] = useState(t('notice.usualDemand'));
  const save = useMutation({
    mutationFn: () =>
      api.openPlatformNotice({ body: { hitIds: [hit.id], facts: facts.trim(), demand: demand.trim() } }),
    onSuccess: ({ id }) => {
      for (const queryKey of [...hitKeys, ...noticeKeys]) void queries.invalidateQueries({ queryKey });
      void navigate(`${noticesBase}/${id}`);
    },
  });
  const text = (name: 'facts' | 'demand', value: string, set: (value: string) => void) => (
    <Field label={t(`notice.${name}`)}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: 3, maxRows: 12 }}
          value={value}
          maxLength={2000}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t('action.notice')} size="large">
      <p className="soft">{t('notice.newText')}</p>
      {text('facts', facts, setFacts)}
      {text('demand', demand, setDemand)}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={facts.trim().length < 4 || demand.trim().length < 4}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('notice.create')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
