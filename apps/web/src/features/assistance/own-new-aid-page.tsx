import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { type AidDraft, AidFields, aidToSend, emptyAid, isAidComplete } from './aid-fields.tsx';
import { aidBase, aidKeys } from './aid-query.ts';
import './assistance.css';

interface Kept {
  readonly draft: AidDraft;
  readonly contact: string;
}

function readKept(key: string): Kept {
  try {
    return { draft: emptyAid, contact: '', ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Kept>) };
  } catch {
    return { draft: emptyAid, contact: '' };
  }
}

/** Asks for rights aid; what was typed stays in this tab until it is sent. */
export function Page() {
  const { t } = useTranslation(['assistance', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { partyId } = useOwnParty();
  const key = `aid-draft-${partyId}`;
  const [{ draft, contact }, setKept] = useState<Kept>(() => readKept(key));
  useEffect(() => sessionStorage.setItem(key, JSON.stringify({ draft, contact })), [key, draft, contact]);
  const save = useMutation({
    mutationFn: () => api.fileAidRequest({ body: { ...aidToSend(draft), partyId, contact: contact.trim() } }),
    onSuccess: ({ id }) => {
      sessionStorage.removeItem(key);
      for (const queryKey of aidKeys) void queries.invalidateQueries({ queryKey });
      void navigate(`/aid/${id}`);
    },
  });
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('own.new')}
        crumbs={[{ label: t('own.title'), to: aidBase }]}
        meta={<span>{t('own.newText')}</span>}
      />
      <Section title={t('page.request')}>
        <AidFields value={draft} onChange={(next) => setKept({ draft: next, contact })} />
        <Field label={t('field.contact')} help={t('field.contactHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={contact}
              maxLength={200}
              onChange={(e) => setKept({ draft, contact: e.target.value })}
            />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row dialog-foot">
          <Button
            type="primary"
            disabled={!isAidComplete(draft) || contact.trim().length < 2}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('own.ok')}
          </Button>
        </div>
      </Section>
    </div>
  );
}
