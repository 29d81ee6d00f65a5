import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { type Mode, type Paper, type Papers, useMoved } from './papers-query.ts';

type Name = 'receiver' | 'address' | 'reason' | 'witness' | 'tracking' | 'through' | 'announcedOn';
const NAMES: readonly Name[] = ['receiver', 'address', 'reason', 'witness', 'tracking', 'through', 'announcedOn'];
const DAYS: readonly string[] = ['announcedOn'];
/** Asked for besides what the law wants of a mode. */
const ALSO: Readonly<Record<Mode['mode'], readonly Name[]>> = {
  direct: ['receiver', 'address'],
  left: ['reason', 'witness', 'address'],
  electronic: ['address'],
  mail: ['tracking', 'address', 'receiver'],
  entrusted: ['through', 'receiver'],
  forwarded: ['through', 'receiver'],
  announcement: ['reason', 'announcedOn'],
};

interface Props {
  readonly paper: Paper;
  readonly papers: Papers;
  readonly onClose: () => void;
}

/** Records a service: the mode says what must be noted; a service under way has no day yet. */
export function ServeDialog({ paper, papers, onClose }: Props) {
  const { t } = useTranslation(['case-papers', 'common']);
  const moved = useMoved();
  const [mode, setMode] = useState<Mode['mode']>('direct');
  const [recipient, setRecipient] = useState(papers.parties[0]?.name ?? '');
  const [servedOn, setServedOn] = useState('');
  const [values, setValues] = useState<Partial<Record<Name, string>>>({});
  const rule = papers.modes.find((one) => one.mode === mode);
  const confirmed = papers.addresses.findLast(({ partyName }) => partyName === recipient);
  const given = (name: Name) => (ALSO[mode].includes(name) ? (values[name] ?? '').trim() || null : null);
  const save = useMutation({
    mutationFn: () =>
      api.recordService({
        params: { id: paper.id },
        body: {
          mode,
          recipient: recipient.trim(),
          servedOn: servedOn || null,
          ...Object.fromEntries(NAMES.map((name) => [name, given(name)])),
        },
      }),
    onSuccess: () => {
      moved();
      onClose();
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('service.recordOf', { title: paper.title })} size="large">
      <fieldset className="mode-choice">
        <legend>{t('service.mode')}</legend>
        <Radio.Group value={mode} onChange={(event) => setMode(event.target.value as Mode['mode'])}>
          {papers.modes.map((one) => (
            <Radio.Button key={one.mode} value={one.mode}>
              {one.label}
            </Radio.Button>
          ))}
        </Radio.Group>
        <p className="soft">{rule?.article}</p>
      </fieldset>
      {mode === 'electronic' && (
        <p className={confirmed?.electronicConsent ? 'soft' : 'late'}>
          {confirmed?.electronicConsent
            ? t('service.consented', { address: confirmed.electronicAddress })
            : t('service.noConsent')}
        </p>
      )}
      <Field label={t('service.recipient')}>
        {(ids) => (
          <Input {...ids} value={recipient} maxLength={200} onChange={(event) => setRecipient(event.target.value)} />
        )}
      </Field>
      {ALSO[mode].map((name) => (
        <Field key={name} label={rule?.needs.includes(name) ? `${t(`service.${name}`)} *` : t(`service.${name}`)}>
          {(ids) => (
            <Input
              {...ids}
              type={DAYS.includes(name) ? 'date' : 'text'}
              maxLength={300}
              placeholder={name === 'address' ? (confirmed?.address ?? '') : ''}
              value={values[name] ?? ''}
              onChange={(event) => setValues((before) => ({ ...before, [name]: event.target.value }))}
            />
          )}
        </Field>
      ))}
      <Field label={t('service.servedOn')} help={t('service.servedOnHelp')}>
        {(ids) => <Input {...ids} type="date" value={servedOn} onChange={(event) => setServedOn(event.target.value)} />}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={recipient.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('service.save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}
