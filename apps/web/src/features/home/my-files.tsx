import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DaysLeft } from '../../components/procedure-panel/days-left.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { daysBetween, formatCount, today } from '../../lib/format.ts';

const SHOWN = 5;
const inbox = '/coordination/inbox';

/** Files that wait for whoever is signed in, the nearest clock first; nothing where none do. */
export default function MyFiles() {
  const { t, i18n } = useTranslation(['home', 'procedures']);
  const mine = useQuery({
    queryKey: ['files', 'home', i18n.language],
    queryFn: ({ signal }) => api.listFiles({ query: { mine: 'true', closed: 'false', pageSize: SHOWN } }, signal),
  }).data;
  if (!mine || mine.total === 0) return null;
  return (
    <Section
      title={t('myFiles')}
      note={t('myFilesCount', { total: formatCount(mine.total) })}
      extra={
        <Link className="link" to={inbox}>
          {t('myFilesAll')}
        </Link>
      }
    >
      <ul className="waiting">
        {mine.items.map((file) => (
          <li key={file.id}>
            <Link to={file.href}>
              <span>
                {file.subjectLabel}
                <small>
                  {file.procedureLabel} · {file.stateLabel}
                </small>
              </span>
              {file.dueOn && (
                <DaysLeft
                  clock={{ standing: 'running', daysLeft: daysBetween(today(), file.dueOn), waits: file.dueWaits }}
                />
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
