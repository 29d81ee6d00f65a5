import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';

const FEN_PER_WAN = 1_000_000;

/** Fen in units of ten thousand yuan, with as many decimals as it needs. */
export function wanText(fen: number): string {
  const wan = fen / FEN_PER_WAN;
  return formatExact(wan, Number.isInteger(wan) ? 0 : Number.isInteger(wan * 10) ? 1 : 2);
}

/** A grant the way papers state it: 30 万元; hovering shows it to the yuan. */
export function Wan({ fen, unit = true }: { fen: number | null; unit?: boolean }) {
  const { t } = useTranslation('projects');
  if (fen === null) return <span className="muted">—</span>;
  return (
    <span className="wan" title={t('yuan', { amount: formatExact(fen / 100, 2) })}>
      {wanText(fen)}
      {unit && <small> {t('unit.wan')}</small>}
    </span>
  );
}

/** The state of a project as a tone: what is over, what waits for somebody, what went wrong. */
export function toneOfState(state: string, standing: string): 'good' | 'warn' | 'late' | 'info' | 'plain' {
  if (state === 'failed' || state === 'terminated') return 'late';
  if (state === 'accepted' || state === 'closed') return 'good';
  if (standing === 'waiting') return 'warn';
  if (standing === 'refused' || standing === 'withdrawn' || standing === 'draft') return 'plain';
  return 'info';
}

const TONES = { planned: 'plain', payable: 'warn', paid: 'good', failed: 'late', cancelled: 'plain' } as const;

/** Instalments as a short row of boxes: filled what is paid, outlined what is due. */
export function InstalmentBoxes({
  parts,
}: {
  parts: readonly { stage: string; state: keyof typeof TONES; amountFen: number }[];
}) {
  const { t } = useTranslation('projects');
  if (parts.length === 0) return <span className="muted">—</span>;
  return (
    <span className="instalment-boxes">
      {parts.map((part) => {
        const words = `${t(`stage.${part.stage}`)} ${wanText(part.amountFen)} ${t('unit.wan')} ${t(`instalment.${part.state}`)}`;
        return <i key={part.stage} className={TONES[part.state]} role="img" title={words} aria-label={words} />;
      })}
    </span>
  );
}

export const toneOfInstalment = (state: keyof typeof TONES) => TONES[state];
