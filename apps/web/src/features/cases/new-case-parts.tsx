import { useQuery } from '@tanstack/react-query';
import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { today } from '../../lib/format.ts';
import { optionsQuery } from './cases-query.ts';
import { type PartyDraft, PartyRows } from './party-rows.tsx';

export interface Draft {
  readonly source: 'own' | 'complaint' | 'report' | 'inspection' | 'watch' | 'hand-over';
  readonly sourceLabel: string;
  readonly receivedOn: string;
  readonly backDatedReason: string;
  readonly title: string;
  readonly text: string;
  readonly suspects: readonly PartyDraft[];
  readonly row: number | null;
  readonly rightNumber: string;
  readonly holder: string;
  readonly organisation: string | null;
  readonly electronic: boolean;
}

/** Where the clue comes from, when, and who is to handle it. */
export function Source({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('cases');
  const options = useQuery(optionsQuery(i18n.language)).data;
  const late = draft.receivedOn < today();
  return (
    <Section title={t('new.source')}>
      <div className="edit-grid">
        <Field label={t('list.source')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={draft.source}
              options={(options?.sources ?? []).map(({ code, label }) => ({ value: code, label }))}
              onChange={(source: Draft['source']) => change({ source })}
            />
          )}
        </Field>
        <Field label={t('new.sourceLabel')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.sourceLabel}
              maxLength={200}
              onChange={(event) => change({ sourceLabel: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('new.receivedOn')} help={t('new.receivedHelp')}>
          {(ids) => (
            <DatePicker
              {...ids}
              style={{ width: '100%' }}
              value={dayjs(draft.receivedOn)}
              allowClear={false}
              maxDate={dayjs(today())}
              onChange={(day) => day && change({ receivedOn: day.format('YYYY-MM-DD') })}
            />
          )}
        </Field>
        <Field label={t('list.organisation')} help={t('new.organisationHelp')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              allowClear
              value={draft.organisation}
              placeholder={t('new.byPlace')}
              options={(options?.organisations ?? []).map(({ code, label }) => ({ value: code, label }))}
              onChange={(organisation?: string) => change({ organisation: organisation ?? null })}
            />
          )}
        </Field>
      </div>
      {late && (
        <Field label={t('new.backDated')} help={t('new.backDatedHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.backDatedReason}
              maxLength={500}
              onChange={(event) => change({ backDatedReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </Section>
  );
}

/** Who is suspected of what, against which right. */
export function About({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('cases');
  const options = useQuery(optionsQuery(i18n.language)).data;
  const chosen = options?.behaviours.find(({ row }) => row === draft.row);
  return (
    <>
      <Section title={t('new.suspects')}>
        <PartyRows
          suspectsOnly
          value={draft.suspects}
          onChange={(suspects) => change({ suspects })}
          towns={options?.towns ?? []}
        />
      </Section>
      <Section title={t('new.about')}>
        <Field label={t('facts.title')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.title}
              maxLength={200}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('facts.text')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={4}
              value={draft.text}
              maxLength={8000}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('list.behaviour')} {...(chosen?.article ? { help: chosen.article } : {})}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.row}
              options={(options?.behaviours ?? []).map(({ row, label }) => ({ value: row, label: `${row} ${label}` }))}
              onChange={(row?: number) => change({ row: row ?? null })}
            />
          )}
        </Field>
        <div className="edit-grid">
          <Field label={t('new.rightNumber')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.rightNumber}
                maxLength={60}
                onChange={(event) => change({ rightNumber: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('rights.holder')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.holder}
                maxLength={200}
                onChange={(event) => change({ holder: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Checkbox checked={draft.electronic} onChange={(event) => change({ electronic: event.target.checked })}>
          {t('flag.electronic')}
        </Checkbox>
      </Section>
    </>
  );
}
