import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { FirstPassword } from './first-password.tsx';
import { GrantRows } from './grant-rows.tsx';
import { complete, type Grant } from './grants.ts';
import { bodiesQuery } from './users-query.ts';

interface Values {
  username: string;
  displayName: string;
  organisationId: string | undefined;
}

/** Opens an account. The first password is shown once; roles are granted by the security administrator. */
export function CreateAccount({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation(['users', 'common']);
  const me = useMe();
  const mayGrant = can(me, permissions.grantRoles);
  const [form] = Form.useForm<Values>();
  const [grants, setGrants] = useState<readonly Grant[]>([]);
  const bodies = useQuery({ ...bodiesQuery(i18n.language), enabled: open }).data?.organisations ?? [];
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: (values: Values) =>
      api.createAccount({
        body: {
          username: values.username.trim(),
          displayName: values.displayName.trim(),
          organisationId: values.organisationId ?? null,
          roles: mayGrant ? complete(grants) : [],
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const close = () => {
    form.resetFields();
    setGrants([]);
    create.reset();
    onClose();
  };
  const made = create.data;
  return (
    <Modal
      open={open}
      onCancel={close}
      title={t(made ? 'create.done' : 'create.title')}
      footer={null}
      width={560}
      // A first password must not vanish by a stray click.
      mask={{ closable: false }}
    >
      {made ? (
        <div className="stack">
          <FirstPassword username={made.account.username} password={made.firstPassword} />
          {!mayGrant && <p>{t('create.thenGrant', { name: made.account.displayName })}</p>}
          <Button type="primary" onClick={close}>
            {t('create.noted')}
          </Button>
        </div>
      ) : (
        <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => create.mutate(values)}>
          <Form.Item
            name="username"
            label={t('username')}
            extra={t('create.usernameHelp')}
            rules={[
              { required: true, message: t('create.usernameMissing') },
              { pattern: /^[a-z][a-z0-9._-]{2,39}$/, message: t('create.usernameHelp') },
            ]}
          >
            <Input autoComplete="off" autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item
            name="displayName"
            label={t('displayName')}
            rules={[{ required: true, whitespace: true, message: t('create.nameMissing') }]}
          >
            <Input autoComplete="off" maxLength={60} />
          </Form.Item>
          <Form.Item name="organisationId" label={t('body')}>
            <Select
              allowClear
              placeholder={t('create.bodyHint')}
              showSearch={{ optionFilterProp: 'label' }}
              options={bodies.map((body) => ({ value: body.id, label: body.name }))}
            />
          </Form.Item>
          <Form.Item label={t('roles')}>
            {mayGrant ? (
              <GrantRows grants={grants} onChange={setGrants} />
            ) : (
              <p className="soft">{t('create.roles')}</p>
            )}
          </Form.Item>
          {create.error && (
            <Form.Item>
              <ErrorBox error={create.error} />
            </Form.Item>
          )}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={create.isPending}>
              {t('create.submit')}
            </Button>
            <Button onClick={close}>{t('common:cancel')}</Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
