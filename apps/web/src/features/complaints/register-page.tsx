import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { api } from '../../lib/api.ts';
import { LIST, matterHref } from './complaint-query.ts';
import { LetterCheck } from './letter-check.tsx';
import { PersonFields, SubjectFields, WhatFields, WhenFields } from './letter-fields.tsx';
import { isReady, toInput, useLetterDraft } from './letter-form.ts';
import './complaints.css';

/** The desk form: what came in, from whom, about whom; beside it where it will go and what it repeats. */
export function Page() {
  const { t } = useTranslation(['complaints', 'common', 'shell']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, set } = useLetterDraft();
  const save = useMutation({
    mutationFn: () => api.registerComplaintLetter({ body: toInput(draft) }),
    onSuccess: ({ matters }) => {
      message.success(t('register.done', { numbers: matters.map((one) => one.number).join(t('comma')) }));
      for (const queryKey of [['complaints'], ['desk']]) void queries.invalidateQueries({ queryKey });
      const [first] = matters;
      navigate(first === undefined ? LIST : matterHref(first.id));
    },
  });
  return (
    <div className="page">
      <PageHeader
        title={t('register.title')}
        crumbs={[{ label: t('shell:chapter.protection') }, { label: t('title'), to: LIST }]}
        meta={<span>{t('register.intro')}</span>}
      />
      <form
        className="letter-columns"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady(draft)) save.mutate();
        }}
      >
        <div className="stack">
          <WhenFields draft={draft} set={set} />
          <PersonFields draft={draft} set={set} />
          <SubjectFields draft={draft} set={set} />
          <WhatFields draft={draft} set={set} />
          {save.error && <ErrorBox error={save.error} />}
          <div className="row">
            <Button type="primary" htmlType="submit" disabled={!isReady(draft)} loading={save.isPending}>
              {t('register.save')}
            </Button>
            <Button onClick={() => navigate(LIST)}>{t('common:cancel')}</Button>
          </div>
        </div>
        <LetterCheck draft={draft} />
      </form>
    </div>
  );
}
