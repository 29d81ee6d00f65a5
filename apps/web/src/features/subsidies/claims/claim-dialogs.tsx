import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Money } from '../../../components/money.tsx';
import { ActionDialog, type ActionDialogProps } from '../../../components/procedure-panel/action-dialog.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { AnswerDialog } from '../objections/answer-dialog.tsx';
import { RegisterDialog } from '../objections/register-dialog.tsx';
import { type Claim, claimCheckQuery } from './claim-query.ts';
import { ComparisonView } from './comparison.tsx';

type Props = ActionDialogProps & { readonly claim: Claim };

/** Before money is promised or released the amounts are worked out anew: the officer sees what changed, and says why it is right. */
function ComputeDialog({ claim, ...props }: Props) {
  const { t, i18n } = useTranslation('claims');
  const check = useQuery({ ...claimCheckQuery(claim.id, i18n.language), staleTime: 0 });
  const found = check.data;
  return (
    <ActionDialog
      {...props}
      width={640}
      hidden={found?.differs ? [] : ['confirmChange']}
      lead={
        <div className={found?.differs ? 'claim-note' : 'claim-note calm'}>
          {check.isPending && <SkeletonLines lines={3} />}
          {check.error && <ErrorBox error={check.error} onRetry={() => check.refetch()} />}
          {found && (
            <>
              <p>{t(found.differs ? 'compare.title' : 'compare.same')}</p>
              <ComparisonView comparison={found} />
            </>
          )}
        </div>
      }
    />
  );
}

const FEN = 100;

/** The whole that was paid is asked back unless the officer says less. */
function ClawBackDialog({ claim, ...props }: Props) {
  const { t } = useTranslation('claims');
  const amountFen = claim.paidFen / FEN;
  return (
    <ActionDialog
      {...props}
      width={640}
      initial={{ amountFen, instalments: [{ amountFen }] }}
      lead={
        <p className="claim-note calm">
          {t('clawBack.lead')} <Money fen={claim.paidFen} example={claim.policy.example} unit />
        </p>
      }
    />
  );
}

/** Publishing is done for many claims as one list, on the page of publicity. */
function PublishElsewhere({ action, onClose }: Props) {
  const { t } = useTranslation(['claims', 'common']);
  return (
    <Modal open onCancel={onClose} footer={null} title={action.label} width={460}>
      <div className="stack-tight">
        <p>{t('publicity.elsewhere')}</p>
        <div className="row">
          <Link to="/incentives/publicity?tab=waiting">
            <Button type="primary" tabIndex={-1}>
              {t('publicity.open')}
            </Button>
          </Link>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Answer(props: Props) {
  const open = props.claim.objections.find((one) => one.state === 'open');
  if (!open) return <ActionDialog {...props} />;
  return <AnswerDialog objection={open} onClose={props.onClose} />;
}

const dialogs: Readonly<Record<string, (props: Props) => React.ReactNode>> = {
  'decide-approve': ComputeDialog,
  release: ComputeDialog,
  'claw-back': ClawBackDialog,
  publicise: PublishElsewhere,
  object: ({ claim, onClose }) => (
    <RegisterDialog claim={{ id: claim.id, label: `${claim.number} ${claim.party.name}` }} onClose={onClose} />
  ),
  'answer-objection': Answer,
  'uphold-objection': Answer,
};

export const hasOwnDialog = (action: string) => action in dialogs;

/** The dialog of a step of claims that shows or asks more than the general one. */
export function ClaimDialog(props: Props) {
  const Dialog = dialogs[props.action.action];
  return Dialog ? <Dialog {...props} /> : null;
}
