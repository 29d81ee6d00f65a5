import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { meQuery, useMe } from '../../lib/meta.ts';
import { sessionStore } from '../../lib/session-store.ts';
import { useSignOut } from './use-sign-out.ts';

/** The dialog of an expired session. */
export default function SignInAgain() {
  const { t } = useTranslation(['sign-in', 'shell']);
  const me = useMe();
  const queries = useQueryClient();
  const signOut = useSignOut();
  return (
    <Modal open centered width={420} title={t('again.title')} footer={null} closable={false} keyboard={false}>
      <p className="soft" style={{ marginBottom: 16 }}>
        {t('again.text')}
      </p>
      <SignInForm
        username={me.username}
        onSignedIn={(next) => {
          queries.setQueryData(meQuery.queryKey, next);
          sessionStore.opened(next.csrfToken);
        }}
      />
      <button type="button" className="link" onClick={() => void signOut()}>
        {t('again.leave')}
      </button>
    </Modal>
  );
}
