import { lastOut, type PaperSources, said } from './paper-sources.ts';
import { dayWords, yuan } from './words.ts';

const lastEntry = ({ record }: PaperSources, kind: string) => record.entries.findLast((one) => one.kind === kind);

/**
 * What an entry of the case says, by a name of the pack: `entry:<kind>.<field>` for one of its texts, `day:<kind>` for its day.
 * Undefined for other names.
 */
export function fromEntry(src: PaperSources, name: string): string | undefined {
  const [how, where = ''] = name.split(':');
  if (how === 'day') return lastEntry(src, where)?.on ?? '';
  if (how !== 'entry') return undefined;
  const [kind = '', field = ''] = where.split('.');
  return said(lastEntry(src, kind) ?? null, field);
}

/** Names of the officers who were recused, and why. */
export const recused = ({ record }: PaperSources) =>
  record.officers.filter(({ recusedReason }) => recusedReason !== null);

/** How far the decision is carried out: served, paid. */
export function execution(src: PaperSources): string {
  const decision = lastOut(src.papers, 'penalty-decision', 'no-penalty-decision');
  const served = decision?.servedOn == null ? '' : `${decision.title}已于${dayWords(decision.servedOn)}送达。`;
  const payments = src.record.entries.filter(({ kind }) => kind === 'payment');
  const last = payments.at(-1);
  if (last === undefined) return served;
  const paid = payments.reduce((sum, { data }) => sum + Number(data.paidFen ?? 0), 0);
  return `${served}截至${dayWords(last.on)}，已缴款${yuan(paid)}。`;
}

export function publicity(src: PaperSources): string {
  const entry = lastEntry(src, 'publication');
  return entry === undefined ? '' : `已于${dayWords(entry.on)}在${said(entry, 'address')}公示。`;
}

export function hearingCourse(src: PaperSources): string {
  const { hearing } = src.record;
  const heldOn = said(hearing, 'heldOn');
  return heldOn === '' ? '' : `听证于${dayWords(heldOn)}举行，由${said(hearing, 'presider')}主持。`;
}

export function hearingWish(src: PaperSources): string {
  const by = said(lastEntry(src, 'hearing-request') ?? null, 'by');
  return by === '' ? '' : `${by}收到听证告知书后要求举行听证。`;
}
