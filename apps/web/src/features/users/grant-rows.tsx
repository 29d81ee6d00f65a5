import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/meta.ts';
import { chooseRole, emptyGrant, type Grant, problemOf } from './grants.ts';
import { PlaceSelect } from './place-select.tsx';
import { type PlaceKind, type Role, rolesQuery } from './users-query.ts';

interface RowsProps {
  readonly grants: readonly Grant[];
  readonly onChange: (grants: readonly Grant[]) => void;
}

const families = ['business', 'system', 'security', 'audit'] as const;

function GrantRow({
  grant,
  roles,
  onChange,
  onRemove,
}: {
  grant: Grant;
  roles: readonly Role[];
  onChange: (grant: Grant) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('users');
  const me = useMe();
  const role = roles.find((one) => one.role === grant.role);
  return (
    <div className="grant-row">
      <Select
        value={grant.role}
        placeholder={t('grant.role')}
        aria-label={t('grant.role')}
        popupMatchSelectWidth={false}
        onChange={(name: string) => {
          const next = roles.find((one) => one.role === name);
          if (next) onChange(chooseRole(grant, next, me.district.code));
        }}
        options={families.map((family) => ({
          label: t(`family.${family}`),
          options: roles.filter((one) => one.family === family).map((one) => ({ value: one.role, label: one.label })),
        }))}
      />
      <Select
        value={grant.placeKind}
        placeholder={t('grant.placeKind')}
        aria-label={t('grant.placeKind')}
        disabled={!role}
        popupMatchSelectWidth={false}
        onChange={(placeKind: PlaceKind) =>
          onChange({ ...grant, placeKind, placeCode: placeKind === 'district' ? me.district.code : undefined })
        }
        options={(role?.placeKinds ?? []).map((kind) => ({ value: kind, label: t(`placeKind.${kind}`) }))}
      />
      <PlaceSelect grant={grant} onChange={(placeCode) => onChange({ ...grant, placeCode })} />
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('grant.remove')} onClick={onRemove} />
    </div>
  );
}

/** Roles × places being chosen, with the rule they would break said at once. */
export function GrantRows({ grants, onChange }: RowsProps) {
  const { t, i18n } = useTranslation('users');
  const roles = useQuery(rolesQuery(i18n.language)).data?.roles ?? [];
  const problem = problemOf(grants, roles);
  return (
    <div className="grant-rows">
      {grants.map((grant) => (
        <GrantRow
          key={grant.key}
          grant={grant}
          roles={roles}
          onChange={(next) => onChange(grants.map((one) => (one.key === next.key ? next : one)))}
          onRemove={() => onChange(grants.filter((one) => one.key !== grant.key))}
        />
      ))}
      {grants.length === 0 && <p className="muted">{t('grant.none')}</p>}
      {typeof problem === 'object' && (
        <p className="grant-problem" role="alert">
          {t('grant.mixed', problem)}
        </p>
      )}
      {problem === 'repeated' && (
        <p className="grant-problem" role="alert">
          {t('grant.repeated')}
        </p>
      )}
      <Button size="small" onClick={() => onChange([...grants, emptyGrant()])}>
        {t('grant.add')}
      </Button>
    </div>
  );
}
