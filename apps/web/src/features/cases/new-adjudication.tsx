import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';

const MATERIALS = ['request', 'identity', 'register', 'evidence', 'evaluation', 'agent'] as const;
const TEXTS = ['petitioner', 'respondent', 'patentNumber', 'patentName'] as const;

/** Enters a request to adjudicate; whether the district may decide it shows on its page. */
export function NewAdjudication({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['cases', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [on, setOn] = useState(today());
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [abroad, setAbroad] = useState(false);
  const [materials, setMaterials] = useState<readonly string[]>([]);
  const value = (name: string) => (texts[name] ?? '').trim();
  const set = (name: string) => (event: { target: { value: string } }) =>
    setTexts((before) => ({ ...before, [name]: event.target.value }));
  const save = useMutation({
    mutationFn: () =>
      api.createAdjudication({
        body: {
          receivedOn: on,
          petitioner: { name: value('petitioner') },
          respondent: { name: value('respondent') },
          respondentAbroad: abroad,
          patentNumber: value('patentNumber'),
          patentName: value('patentName') || null,
          claims: value('claims'),
          facts: value('facts'),
          materials: [...materials],
        },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['adjudications'] });
      navigate(`/protection/adjudications/${id}`);
    },
  });
  const ready =
    value('petitioner').length >= 2 &&
    value('respondent').length >= 2 &&
    value('patentNumber').length >= 4 &&
    value('claims').length >= 4 &&
    value('facts').length >= 4;
  return (
    <Drawer open onClose={onClose} title={t('adjudication.open')} size="large" maskClosable={false}>
      <Field label={t('new.receivedOn')}>
        {(ids) => (
          <DatePicker
            {...ids}
            value={dayjs(on)}
            allowClear={false}
            maxDate={dayjs(today())}
            onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
          />
        )}
      </Field>
      <div className="edit-grid">
        {TEXTS.map((name) => (
          <Field key={name} label={t(`adjudication.${name}`)}>
            {(ids) => <Input {...ids} value={texts[name] ?? ''} maxLength={200} onChange={set(name)} />}
          </Field>
        ))}
      </div>
      <Checkbox checked={abroad} onChange={(event) => setAbroad(event.target.checked)}>
        {t('adjudication.abroad')}
      </Checkbox>
      {(['claims', 'facts'] as const).map((name) => (
        <Field key={name} label={t(`adjudication.${name}`)}>
          {(ids) => (
            <Input.TextArea {...ids} rows={3} value={texts[name] ?? ''} maxLength={4000} onChange={set(name)} />
          )}
        </Field>
      ))}
      <fieldset className="edit-flags">
        <legend>{t('adjudication.materials')}</legend>
        {MATERIALS.map((code) => (
          <Checkbox
            key={code}
            checked={materials.includes(code)}
            onChange={(event) =>
              setMaterials((before) =>
                event.target.checked ? [...before, code] : before.filter((one) => one !== code),
              )
            }
          >
            {t(`material.${code}`)}
          </Checkbox>
        ))}
      </fieldset>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
