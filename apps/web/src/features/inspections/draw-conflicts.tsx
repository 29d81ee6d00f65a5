import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { makeId } from '../../lib/make-id.ts';
import { inspectorsQuery } from './inspection-query.ts';
import { ObjectChoice, type ObjectKind } from './object-choice.tsx';

export interface Conflict {
  readonly key: string;
  readonly objectId: string | undefined;
  readonly officerId: string | undefined;
  readonly reason: string;
}

interface DrawConflictsProps {
  readonly kind: ObjectKind;
  readonly value: readonly Conflict[];
  readonly onChange: (next: readonly Conflict[]) => void;
}

/** Who may not check which object, and why; it is published with the lists. */
export function DrawConflicts({ kind, value, onChange }: DrawConflictsProps) {
  const { t } = useTranslation('inspections');
  const inspectors = useQuery(inspectorsQuery());
  const set = (key: string, patch: Partial<Conflict>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  return (
    <fieldset className="insp-conflicts">
      <legend>{t('draw.conflicts')}</legend>
      <p className="muted">{t('draw.conflictsHelp')}</p>
      {value.map((one) => (
        <div key={one.key} className="insp-dialog">
          <ObjectChoice kind={kind} value={one.objectId} onChange={(objectId) => set(one.key, { objectId })} />
          <div className="insp-pair">
            <Select
              aria-label={t('col.officers')}
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              value={one.officerId}
              placeholder={t('task.officersHelp')}
              options={(inspectors.data?.items ?? []).flatMap((officer) =>
                officer.officerId === null
                  ? []
                  : [{ value: officer.officerId, label: [officer.name, officer.unit].filter(Boolean).join(' · ') }],
              )}
              onChange={(officerId: string) => set(one.key, { officerId })}
            />
            <Input
              aria-label={t('draw.conflictOf')}
              placeholder={t('draw.conflictOf')}
              value={one.reason}
              maxLength={200}
              onChange={(event) => set(one.key, { reason: event.target.value })}
            />
          </div>
          <button
            type="button"
            className="link"
            onClick={() => onChange(value.filter((other) => other.key !== one.key))}
          >
            {t('draw.removeConflict')}
          </button>
        </div>
      ))}
      <Button
        onClick={() => onChange([...value, { key: makeId(), objectId: undefined, officerId: undefined, reason: '' }])}
      >
        {t('draw.addConflict')}
      </Button>
    </fieldset>
  );
}
