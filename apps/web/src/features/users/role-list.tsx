import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { type Role, rolesQuery } from './users-query.ts';

const families = ['system', 'security', 'audit', 'business'] as const;

/** Permissions by the module they belong to, in words. */
function Permissions({ role }: { role: Role }) {
  const { t } = useTranslation('users');
  const groups = Map.groupBy(role.permissions, (code) => code.split('.')[0] ?? '');
  return (
    <dl className="permission-groups">
      {[...groups].map(([module, codes]) => (
        <div key={module}>
          <dt>{t(`module.${module}`, { defaultValue: module })}</dt>
          <dd>
            {codes.map((code) => (
              <span key={code} title={code}>
                {t(`permission.${code.replaceAll('.', '_')}`, { defaultValue: code })}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every role with the places it can be granted for and what it may do. */
export function RoleList() {
  const { t, i18n } = useTranslation('users');
  const query = useQuery(rolesQuery(i18n.language));
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { roles } = query.data;
  return (
    <div className="stack">
      {families.map((family) => (
        <Section key={family} title={t(`family.${family}`)} note={t(`familyNote.${family}`)} flush>
          <ul className="role-list">
            {roles
              .filter((role) => role.family === family)
              .map((role) => (
                <li key={role.role}>
                  <div>
                    <b>{role.label}</b>
                    <small className="muted">
                      {t('grantedFor', {
                        places: role.placeKinds.map((kind) => t(`placeKind.${kind}`)).join(t('comma')),
                      })}
                    </small>
                    <Link className="link" to={`/users?role=${role.role}`}>
                      {t('whoHolds')}
                    </Link>
                  </div>
                  <Permissions role={role} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
