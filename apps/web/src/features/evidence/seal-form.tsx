import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { evidenceKey } from '../../components/evidence-list/evidence-query.ts';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { formatBytes, today } from '../../lib/format.ts';

interface Props {
  readonly fileId: string;
  readonly papers: readonly { readonly id: string; readonly title: string; readonly size: number }[];
  readonly evidence: number;
  readonly bytes: number;
  readonly onClose: () => void;
}

/** Orders a package of all used evidence, with the papers that are chosen. */
export function SealForm({ fileId, papers, evidence, bytes, onClose }: Props) {
  const { t } = useTranslation(['evidence', 'common']);
  const queries = useQueryClient();
  const [title, setTitle] = useState(t('package.defaultTitle', { day: today() }));
  const [chosen, setChosen] = useState<readonly string[]>(papers.map((paper) => paper.id));
  const save = useMutation({
    mutationFn: () =>
      api.sealPackage({ params: { id: fileId }, body: { title: title.trim(), paperDocumentIds: [...chosen] } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [...evidenceKey(fileId), 'packages'] });
      onClose();
    },
  });
  return (
    <Modal open onCancel={onClose} title={t('package.add')} footer={null} width={520} destroyOnHidden>
      <p className="soft">{t('package.what', { evidence, size: formatBytes(bytes) })}</p>
      <Field label={t('package.name')}>
        {(ids) => <Input {...ids} value={title} maxLength={120} onChange={(e) => setTitle(e.target.value)} />}
      </Field>
      {papers.length > 0 && (
        <Field label={t('package.withPapers', { count: chosen.length })}>
          {() => (
            <Checkbox.Group
              className="package-papers"
              value={[...chosen]}
              onChange={(next) => setChosen(next as string[])}
              options={papers.map((paper) => ({
                value: paper.id,
                label: `${paper.title}（${formatBytes(paper.size)}）`,
              }))}
            />
          )}
        </Field>
      )}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row evidence-foot">
        <Button
          type="primary"
          disabled={title.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('package.seal')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
