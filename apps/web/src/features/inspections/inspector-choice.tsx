import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { inspectorsQuery } from './inspection-query.ts';

/** Officers with certificates; who may not inspect today is shown with the reason and cannot be chosen. */
export function InspectorChoice({
  id,
  value,
  onChange,
}: {
  id?: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const { t } = useTranslation('inspections');
  const query = useQuery(inspectorsQuery());
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      style={{ width: '100%' }}
      value={[...value]}
      loading={query.isFetching}
      placeholder={t('task.officersHelp')}
      optionFilterProp="label"
      options={(query.data?.items ?? []).map((one) => ({
        value: one.officerId ?? one.name,
        label: [one.name, one.unit, one.problem ?? one.certificateNo].filter(Boolean).join(' · '),
        disabled: one.problem !== null,
      }))}
      onChange={(ids: string[]) => onChange(ids)}
    />
  );
}
