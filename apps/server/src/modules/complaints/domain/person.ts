import { createHmac, hkdfSync } from 'node:crypto';
import { maskPersonalInformation } from '@jince/law';
import type { Letter, LetterPerson, LetterSource, PersonKind } from './letter.ts';

const FOUND: Partial<Record<LetterSource, string>> = {
  watch: '本局商标监测发现',
  inspection: '本局监督检查发现',
  'hand-over': '其他机关移送',
};

/** Whether a reporter may have to be told: not who is unknown, and not the office itself. */
export const hasReporter = (kind: PersonKind): boolean => kind !== 'anonymous' && kind !== 'office';

/** Masked, as everybody at the office may see it. */
export function personLabel(
  { personKind, person, source }: Pick<Letter, 'personKind' | 'person' | 'source'>,
  on: string,
): string {
  if (personKind === 'anonymous') return '匿名';
  if (personKind === 'office') return FOUND[source] ?? '本局发现';
  if (personKind === 'elsewhere') return '实名（身份封存于来源）';
  const name = person?.name ?? '';
  if (name === '') return '未留姓名';
  return maskPersonalInformation('name', name, on);
}

const fold = (text: string | null): string => text?.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '') ?? '';

/** Two letters of one person have the same key: name with phone or mail; a name alone says too little. */
export function personKey(secret: string, person: LetterPerson | null): string | null {
  const name = fold(person?.name ?? null);
  const contact = fold(person?.phone ?? null) || fold(person?.email ?? null);
  if (name === '' || contact === '') return null;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'jince complaints person v1', 32));
  return createHmac('sha256', key).update(`${name}|${contact}`).digest('hex');
}
