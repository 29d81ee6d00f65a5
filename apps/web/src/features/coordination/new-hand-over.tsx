import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BodyChoice } from '../../components/body-choice.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { ContentFields, emptyContent, isComplete, toSend } from './content-fields.tsx';
import { HAND_OVER_KINDS, handOverBase, handOverKeys } from './coordination-query.ts';

interface Props {
  /** Out: the bureau prepares one. In: a partner hands something to the bureau. */
  readonly way: 'out' | 'in';
  readonly caseId: string | null;
  readonly onClose: () => void;
}

/** Begins a hand-over: by the bureau as a draft, by a partner sent at once. */
export function NewHandOver({ way, caseId, onClose }: Props) {
  const { t } = useTranslation(['coordination', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof HAND_OVER_KINDS)[number]>(way === 'out' ? 'criminal' : 'clue');
  const [body, setBody] = useState<string[]>([]);
  const [content, setContent] = useState(emptyContent);
  const save = useMutation({
    mutationFn: () =>
      way === 'out'
        ? api.createHandOver({ body: { ...toSend(content), kind, toBody: body[0] ?? '', caseId } })
        : api.referHandOver({ body: { ...toSend(content), kind, fromBody: body[0] ?? '', toBody: null } }),
    onSuccess: ({ id }) => {
      for (const queryKey of handOverKeys) void queries.invalidateQueries({ queryKey });
      navigate(`${handOverBase}/${id}`);
    },
  });
  return (
    <Drawer open onClose={onClose} title={t(way === 'out' ? 'new.open' : 'refer.open')} size="large">
      <p className="soft">{t(way === 'out' ? 'new.text' : 'refer.text')}</p>
      {caseId !== null && <p className="muted">{t('new.fromCase')}</p>}
      <Field label={t('list.kind')}>
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={kind}
            onChange={setKind}
            options={HAND_OVER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t(way === 'out' ? 'new.to' : 'refer.from')}>
        {({ id }) => (
          <BodyChoice
            id={id}
            value={body}
            onChange={setBody}
            kinds={['partner']}
            own={way === 'in'}
            label={t(way === 'out' ? 'new.to' : 'refer.from')}
          />
        )}
      </Field>
      <ContentFields value={content} onChange={setContent} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={body.length === 0 || !isComplete(content)}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t(way === 'out' ? 'new.ok' : 'refer.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
