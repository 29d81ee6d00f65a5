import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import { type Conflict, DrawConflicts } from './draw-conflicts.tsx';
import { choicesQuery, inspectionKeys } from './inspection-query.ts';
import { InspectorChoice } from './inspector-choice.tsx';
import type { ObjectKind } from './object-choice.tsx';

const KINDS: readonly ObjectKind[] = ['printer', 'market', 'agency', 'party'];

interface NewDrawProps {
  readonly campaign?: {
    readonly id: string;
    readonly title: string;
    readonly objectKind: ObjectKind;
    readonly checklist: string;
  };
  readonly onClose: () => void;
}

/** Fixes the lists of a draw and commits to a secret; what is drawn follows from a text that comes later. */
export function NewDraw({ campaign, onClose }: NewDrawProps) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const { towns } = usePlaceOptions();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<ObjectKind>(campaign?.objectKind ?? 'printer');
  const [checklist, setChecklist] = useState<string | undefined>(campaign?.checklist);
  const [rule, setRule] = useState('');
  const [places, setPlaces] = useState<string[]>([]);
  const [count, setCount] = useState<number | null>(1);
  const [officers, setOfficers] = useState<string[]>([]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [due, setDue] = useState<Dayjs>(dayjs().add(1, 'month'));
  const lists = (choices.data?.checklists ?? []).filter((one) => one.objects.includes(kind));
  const list = lists.find((one) => one.code === checklist) ?? lists[0];
  const prepare = useMutation({
    mutationFn: () =>
      api.prepareInspectionDraw({
        body: {
          title,
          campaignId: campaign?.id ?? null,
          objectKind: kind,
          checklist: list?.code ?? '',
          rule: kind === 'party' ? rule : null,
          towns: places,
          count: count ?? 1,
          officerIds: officers,
          conflicts: conflicts.flatMap(({ objectId, officerId, reason }) =>
            objectId && officerId ? [{ objectId, officerId, reason }] : [],
          ),
          dueOn: due.format('YYYY-MM-DD'),
        },
      }),
    onSuccess: ({ id }) => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
      void navigate(`/protection/inspections/draws/${id}`);
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('draw.prepare')} size="large">
      <div className="insp-dialog">
        <p className="soft">{t('draw.how')}</p>
        <Field label={t('draw.title')}>
          {(ids) => <Input {...ids} value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <div className="insp-pair">
          <Field label={t('col.kind')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={kind}
                disabled={campaign !== undefined}
                options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                onChange={(value: ObjectKind) => setKind(value)}
              />
            )}
          </Field>
          <Field label={t('col.checklist')}>
            {(ids) => (
              <Select
                {...ids}
                style={{ width: '100%' }}
                value={list?.code}
                options={lists.map((one) => ({ value: one.code, label: one.label }))}
                onChange={(value: string) => setChecklist(value)}
              />
            )}
          </Field>
        </div>
        {kind === 'party' && (
          <Field label={t('draw.rule')} help={t('draw.ruleHelp')}>
            {(ids) => (
              <Input.TextArea
                {...ids}
                rows={2}
                value={rule}
                maxLength={2000}
                onChange={(event) => setRule(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t('col.town')} help={t('draw.townsHelp')}>
          {(ids) => (
            <Select {...ids} mode="multiple" value={places} options={[...towns]} allowClear onChange={setPlaces} />
          )}
        </Field>
        <div className="insp-pair">
          <Field label={t('draw.count')}>
            {(ids) => <InputNumber {...ids} value={count} min={1} max={500} onChange={(value) => setCount(value)} />}
          </Field>
          <Field label={t('col.dueOn')}>
            {(ids) => (
              <DatePicker
                id={ids.id}
                value={due}
                allowClear={false}
                minDate={dayjs()}
                onChange={(next) => next && setDue(next)}
              />
            )}
          </Field>
        </div>
        <Field label={t('col.officers')} help={t('draw.officersHelp')}>
          {(ids) => <InspectorChoice id={ids.id} value={officers} onChange={setOfficers} />}
        </Field>
        <DrawConflicts kind={kind} value={conflicts} onChange={setConflicts} />
        <details>
          <summary>{t('draw.weights')}</summary>
          <p className="soft">{choices.data?.weightNote}</p>
          <ul className="insp-plain">
            {(choices.data?.weights ?? []).map((one) => (
              <li key={one.grade}>
                {one.label} <b className="mono">{t('draw.tickets', { n: one.tickets })}</b>
              </li>
            ))}
          </ul>
        </details>
        {prepare.error && <ErrorBox error={prepare.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={title.trim().length < 4 || !list || !count || (kind === 'party' && rule.trim() === '')}
            loading={prepare.isPending}
            onClick={() => prepare.mutate()}
          >
            {t('draw.fix')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}
