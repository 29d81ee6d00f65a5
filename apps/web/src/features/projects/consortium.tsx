import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { Wan } from './amounts.tsx';
import type { Project } from './project-query.ts';

function Members({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('consortium.title')} note={t('consortium.note')}>
      <ul className="consortium">
        {project.consortium.map((member, at) => (
          <li key={`${member.role}${member.name}`}>
            <span className="role">
              {member.roleLabel}
              {at === 0 && <small> {t('consortium.lead')}</small>}
            </span>
            <div>
              {member.href ? (
                <Link className="link" to={member.href}>
                  {member.name}
                </Link>
              ) : (
                <span>{member.name}</span>
              )}
              <small className="muted">
                {[member.uscc, member.partyId === null ? t('consortium.elsewhere') : null, member.task]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
          </li>
        ))}
        {project.missingRoles.map((label) => (
          <li key={label} className="missing">
            <span className="role">{label}</span>
            <div className="late">{t('consortium.missing')}</div>
          </li>
        ))}
      </ul>
      {project.team.length > 0 && (
        <>
          <h3 className="sub-title">{t('team.title')}</h3>
          <ul className="team">
            {project.team.map((person) => (
              <li key={`${person.name}${person.task}`}>
                <b>{person.name}</b> {person.title}
                <small className="muted">{[person.employer, person.task].filter(Boolean).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Budget({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const sum = (key: 'grantFen' | 'selfFen') => project.budget.reduce((total, line) => total + line[key], 0);
  if (project.budget.length === 0) return null;
  return (
    <Section title={t('budget.title')} flush>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('budget.item')}</th>
              <th scope="col" className="right">
                {t('budget.grant')}
                <small>{t('unit.wan')}</small>
              </th>
              <th scope="col" className="right">
                {t('budget.self')}
                <small>{t('unit.wan')}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {project.budget.map((line) => (
              <tr key={line.item}>
                <td className="phone-title">
                  {line.item}
                  {line.note && <span className="cell-sub">{line.note}</span>}
                </td>
                <td className="right" data-label={t('budget.grant')}>
                  <Wan fen={line.grantFen} unit={false} />
                </td>
                <td className="right" data-label={t('budget.self')}>
                  <Wan fen={line.selfFen} unit={false} />
                </td>
              </tr>
            ))}
            <tr className="total">
              <td className="phone-title">{t('budget.total')}</td>
              <td className="right" data-label={t('budget.grant')}>
                <Wan fen={sum('grantFen')} unit={false} />
              </td>
              <td className="right" data-label={t('budget.self')}>
                <Wan fen={sum('selfFen')} unit={false} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** Who works together on a project, with which people and which money. */
export function Consortium({ project }: { project: Project }) {
  return (
    <>
      <Members project={project} />
      <Budget project={project} />
    </>
  );
}
