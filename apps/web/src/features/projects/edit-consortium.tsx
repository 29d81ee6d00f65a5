import { Button, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { type RowOf, replaceAt, rolesLeft, withoutAt } from './application-draft.ts';
import { PartyPicker } from './party-picker.tsx';
import type { Project } from './project-query.ts';
import type { DraftState } from './use-application.ts';

type Member = RowOf<'consortium'>;
interface Edit {
  readonly project: Project;
  readonly state: DraftState;
}

function Row({
  member,
  at,
  project,
  elsewhere,
  onChange,
  onRemove,
}: {
  member: Member;
  at: number;
  project: Project;
  elsewhere: boolean;
  onChange: (patch: Partial<Member>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('projects');
  const lead = at === 0;
  return (
    <li className="member-row">
      <Select
        value={member.role || undefined}
        disabled={lead}
        placeholder={t('form.role')}
        aria-label={t('form.role')}
        options={project.terms.roles.map((role) => ({ value: role.role, label: role.label }))}
        onChange={(role: string) => onChange({ role })}
      />
      {elsewhere && !lead ? (
        <Input
          value={member.name}
          maxLength={120}
          placeholder={t('form.bodyName')}
          aria-label={t('form.bodyName')}
          onChange={(event) => onChange({ name: event.target.value, partyId: null })}
        />
      ) : (
        <PartyPicker
          value={member.partyId === null ? undefined : { id: member.partyId, name: member.name }}
          disabled={lead}
          label={t('form.findParty')}
          onChange={(party) => onChange({ partyId: party?.id ?? null, name: party?.name ?? '' })}
        />
      )}
      <Input
        value={member.task ?? ''}
        maxLength={300}
        placeholder={t('form.task')}
        aria-label={t('form.task')}
        onChange={(event) => onChange({ task: event.target.value })}
      />
      {lead ? (
        <span className="muted">{t('consortium.lead')}</span>
      ) : (
        <Button type="text" size="small" onClick={onRemove}>
          {t('form.remove')}
        </Button>
      )}
      {!lead && (
        <span className="member-from">
          <Switch
            size="small"
            checked={elsewhere}
            aria-label={t('consortium.elsewhere')}
            onChange={(on) => onChange(on ? { partyId: null, uscc: '' } : { uscc: null, name: '' })}
          />{' '}
          {t('consortium.elsewhere')}
        </span>
      )}
    </li>
  );
}

/** Members by role; roles that are still open are named. A body from elsewhere is known by an (even empty) code of its own. */
export function EditConsortium({ project, state }: Edit) {
  const { t } = useTranslation('projects');
  const { draft, change } = state;
  const left = rolesLeft(project, draft);
  const open = project.terms.roles.find(
    (role) => !draft.consortium.some((member) => member.role === role.role) && role.least > 0,
  );
  const add = () =>
    change({
      consortium: [
        ...draft.consortium,
        { role: open?.role ?? project.terms.roles[1]?.role ?? '', partyId: null, name: '', uscc: '', task: '' },
      ],
    });
  return (
    <Section
      title={t('consortium.title')}
      note={project.terms.roles
        .filter((role) => role.least > 0)
        .map((role) => role.label)
        .join(' + ')}
    >
      {left.length > 0 && (
        <p className="form-warning" role="status">
          {t('form.rolesLeft', { roles: left.join('、') })}
        </p>
      )}
      <ul className="member-rows">
        {draft.consortium.map((member, at) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
            key={at}
            member={member}
            at={at}
            project={project}
            elsewhere={member.partyId === null && (member.uscc !== null || member.name !== '')}
            onChange={(patch) => change({ consortium: replaceAt(draft.consortium, at, patch) })}
            onRemove={() => change({ consortium: withoutAt(draft.consortium, at) })}
          />
        ))}
      </ul>
      <Button onClick={add}>{t('form.addMember')}</Button>
    </Section>
  );
}
