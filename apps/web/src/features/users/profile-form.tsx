import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { type Account, bodiesQuery } from './users-query.ts';

interface Values {
  displayName: string;
  organisationId: string | undefined;
}

/** Changes the name and the body of an account. */
export function ProfileForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t, i18n } = useTranslation(['users', 'common']);
  const bodies = useQuery(bodiesQuery(i18n.language)).data?.organisations ?? [];
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (values: Values) =>
      api.updateAccount({
        params: { id: account.id },
        body: { displayName: values.displayName.trim(), organisationId: values.organisationId ?? null },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone();
    },
  });
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ displayName: account.displayName, organisationId: account.organisationId ?? undefined }}
      onFinish={(values) => save.mutate(values)}
    >
      <Form.Item
        name="displayName"
        label={t('displayName')}
        rules={[{ required: true, whitespace: true, message: t('create.nameMissing') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="organisationId" label={t('body')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
        />
      </Form.Item>
      {save.error && (
        <Form.Item>
          <ErrorBox error={save.error} />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('common:save')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </Form>
  );
}
