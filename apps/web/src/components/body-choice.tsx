import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';

interface BodyChoiceProps {
  readonly id?: string;
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
  readonly multiple?: boolean;
  /** Only these kinds of bodies: `partner`, `bureau`, `section`, `branch` … */
  readonly kinds?: readonly string[];
  /** Only those the account stands for. */
  readonly own?: boolean;
  readonly label: string;
}

/** Bodies of the district, by name; partners first. */
export function BodyChoice({ id, value, onChange, multiple, kinds, own, label }: BodyChoiceProps) {
  const { i18n } = useTranslation();
  const bodies = useQuery({
    queryKey: ['partner-bodies', i18n.language],
    queryFn: ({ signal }) => api.listPartnerBodies({}, signal),
    staleTime: 60_000,
  });
  const options = (bodies.data?.items ?? [])
    .filter((one) => (kinds === undefined || kinds.includes(one.kind)) && (own !== true || one.own))
    .toSorted((a, b) => Number(b.kind === 'partner') - Number(a.kind === 'partner'))
    .map((one) => ({
      value: one.code,
      label: one.shortName === one.name ? one.name : `${one.shortName} · ${one.name}`,
    }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      style={{ width: '100%' }}
      {...(multiple === true ? { mode: 'multiple' as const } : {})}
      value={multiple === true ? [...value] : value[0]}
      onChange={(next: string | string[] | undefined) =>
        onChange(next === undefined ? [] : Array.isArray(next) ? next : [next])
      }
      aria-label={label}
      loading={bodies.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
    />
  );
}
