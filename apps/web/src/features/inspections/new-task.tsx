import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { choicesQuery, inspectionKeys } from './inspection-query.ts';
import { InspectorChoice } from './inspector-choice.tsx';
import { ObjectChoice, type ObjectKind } from './object-choice.tsx';

const KINDS: readonly ObjectKind[] = ['printer', 'market', 'agency', 'party'];

interface NewTaskProps {
  readonly campaignId: string | null;
  /** The object, where the page already says which. */
  readonly object?: { readonly kind: ObjectKind; readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Orders one check without a draw. */
export function NewTask({ campaignId, object, onClose }: NewTaskProps) {
  const { t, i18n } = useTranslation(['inspections', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery(i18n.language));
  const [kind, setKind] = useState<ObjectKind>(object?.kind ?? 'printer');
  const [chosen, setChosen] = useState<string | undefined>(object?.id);
  const [checklist, setChecklist] = useState<string>();
  const [due, setDue] = useState<Dayjs>(dayjs().add(14, 'day'));
  const [officers, setOfficers] = useState<string[]>([]);
  const lists = (choices.data?.checklists ?? []).filter((list) => list.objects.includes(kind));
  const list = lists.find((one) => one.code === checklist) ?? lists[0];
  const create = useMutation({
    mutationFn: () =>
      api.createInspectionTask({
        body: {
          objectKind: kind,
          objectId: chosen ?? '',
          campaignId,
          checklist: list?.code ?? '',
          dueOn: due.format('YYYY-MM-DD'),
          officerIds: officers,
        },
      }),
    onSuccess: ({ id }) => {
      for (const queryKey of inspectionKeys) void queries.invalidateQueries({ queryKey });
      void navigate(`/protection/inspections/tasks/${id}`);
    },
  });
  return (
    <Drawer open onClose={onClose} title={t('task.new')} size="large">
      <div className="insp-dialog">
        {object === undefined ? (
          <>
            <Field label={t('col.kind')}>
              {(ids) => (
                <Select
                  {...ids}
                  style={{ width: '100%' }}
                  value={kind}
                  options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
                  onChange={(value: ObjectKind) => {
                    setKind(value);
                    setChosen(undefined);
                  }}
                />
              )}
            </Field>
            <Field label={t('task.object')}>
              {() => <ObjectChoice key={kind} kind={kind} value={chosen} onChange={setChosen} />}
            </Field>
          </>
        ) : (
          <p>
            <b>{object.name}</b>
          </p>
        )}
        <Field label={t('col.checklist')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={list?.code}
              options={lists.map((one) => ({
                value: one.code,
                label: t('task.checklistOption', { label: one.label, n: one.items }),
              }))}
              onChange={(value: string) => setChecklist(value)}
            />
          )}
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
        <Field label={t('col.officers')} help={t('task.twoOfficers')}>
          {(ids) => <InspectorChoice id={ids.id} value={officers} onChange={setOfficers} />}
        </Field>
        {create.error && <ErrorBox error={create.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={!chosen || !list || officers.length === 1}
            loading={create.isPending}
            onClick={() => create.mutate()}
          >
            {t('task.create')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}
