import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { type Draft, draftOf, toSend } from './application-draft.ts';
import { EditBudget } from './edit-budget.tsx';
import { EditConsortium } from './edit-consortium.tsx';
import { EditTargets } from './edit-targets.tsx';
import { type Project, projectKeys } from './project-query.ts';

type Change = Project['changes'][number];
const EDITORS = { members: EditConsortium, targets: EditTargets, budget: EditBudget } as const;

function bodyOf(kind: keyof typeof EDITORS, draft: Draft) {
  const { consortium, targets, budget } = toSend(draft);
  if (kind === 'members') return { kind, consortium };
  return kind === 'targets' ? { kind, targets } : { kind, budget };
}

/** Brings the record in line with an approved change: only its part can be edited, and what stood before is kept. */
export function ApplyChange({ project, change }: { project: Project; change: Change }) {
  const { t } = useTranslation('projects');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(project));
  const kind = change.kind as keyof typeof EDITORS;
  const apply = useMutation({
    mutationFn: () =>
      api.applyProjectChange({ params: { id: project.id, changeId: change.id }, body: bodyOf(kind, draft) }),
    onSuccess: () => {
      setOpen(false);
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const Editor = EDITORS[kind];
  const begin = () => {
    setDraft(draftOf(project));
    apply.reset();
    setOpen(true);
  };
  return (
    <>
      <Button size="small" onClick={begin}>
        {t('change.apply')}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={820}
        title={t('change.applyTitle', { kind: t(`change.kind.${kind}`) })}
        extra={
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate()}>
            {t('change.applySave')}
          </Button>
        }
        destroyOnHidden
      >
        <blockquote className="change-proposal">{change.proposal}</blockquote>
        {apply.error && <ErrorBox error={apply.error} />}
        <Editor project={project} state={{ draft, change: (part) => setDraft((before) => ({ ...before, ...part })) }} />
      </Drawer>
    </>
  );
}
