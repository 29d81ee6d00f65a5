import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { replaceAt, withoutAt } from './application-draft.ts';
import type { ApplicationState } from './use-application.ts';

const COLUMNS = ['name', 'title', 'employer', 'task'] as const;
const WORDS = { name: 'name', title: 'rank', employer: 'employer', task: 'task' } as const;

/** The people of a project; the first one leads. */
export function EditTeam({ state }: { state: ApplicationState }) {
  const { t } = useTranslation('projects');
  const { draft, change } = state;
  return (
    <Section title={t('team.title')} note={t('team.note')}>
      <ul className="team-rows">
        {draft.team.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
          <li key={at} className="team-row">
            {COLUMNS.map((column) => (
              <Input
                key={column}
                value={person[column] ?? ''}
                maxLength={40}
                placeholder={t(`team.${WORDS[column]}`)}
                aria-label={t(`team.${WORDS[column]}`)}
                onChange={(event) => change({ team: replaceAt(draft.team, at, { [column]: event.target.value }) })}
              />
            ))}
            <Button type="text" size="small" onClick={() => change({ team: withoutAt(draft.team, at) })}>
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => change({ team: [...draft.team, { name: '', title: '', employer: '', task: '' }] })}>
        {t('team.add')}
      </Button>
    </Section>
  );
}
