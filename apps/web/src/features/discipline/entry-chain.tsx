import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { type Entry, entryHref, entryKeys } from './discipline-query.ts';

type Chain = NonNullable<Entry['chain']>;
type Person = Chain['people'][number];

function ProposePerson({ entry, person, onClose }: { entry: Entry; person: Person; onClose: () => void }) {
  const { t } = useTranslation(['discipline', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () =>
      api.proposeResponsible({
        params: { id: entry.id },
        body: { personId: person.personId, reason: reason.trim() },
      }),
    onSuccess: ({ id }) => {
      for (const queryKey of entryKeys) void queries.invalidateQueries({ queryKey });
      navigate(entryHref(id));
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('chain.propose', { name: person.name })} footer={null} width={520}>
      <p className="soft">{t('chain.heard')}</p>
      <Field label={t('entry.reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={4}
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={reason.trim().length < 4}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('propose.ok')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}

/** From the agency to the people who answer with it. */
export function EntryChain({ entry, chain }: { entry: Entry; chain: Chain }) {
  const { t } = useTranslation('discipline');
  const [chosen, setChosen] = useState<Person>();
  return (
    <Section title={t('chain.title')} note={t('chain.on', { day: chain.on })}>
      <p className="soft">{t('chain.text', { article: chain.article, list: chain.list })}</p>
      {chain.people.length === 0 && <EmptyState title={t('chain.none')} />}
      <ul className="chain">
        {chain.people.map((person) => (
          <li key={person.personId}>
            <div>
              <b>{person.name}</b> {person.qualificationNo && <span className="mono">{person.qualificationNo}</span>}
              <span className="cell-sub">
                {[person.role, t('chain.period', { from: person.from ?? '?', to: person.to ?? t('chain.now') })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {person.entry ? (
              <AppLink to={entryHref(person.entry.id)}>
                {person.entry.number} {person.entry.stateLabel}
              </AppLink>
            ) : (
              entry.mayPropose && (
                <Button size="small" onClick={() => setChosen(person)}>
                  {t('chain.button')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {chosen && <ProposePerson entry={entry} person={chosen} onClose={() => setChosen(undefined)} />}
    </Section>
  );
}
