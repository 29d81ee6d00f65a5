import { daysBetween } from '@jince/calendar';
import { normaliseName } from '@jince/matching';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { MatterSort } from './letter.ts';

/** What is compared of two letters. */
export interface Compared {
  readonly sort: MatterSort;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly rightNumber: string | null;
  readonly behaviourRow: number | null;
  readonly receivedOn: string;
  readonly personKey: string | null;
}

/** Why two letters are held to be the same matter. */
export interface Sameness {
  readonly by: 'uscc' | 'name' | 'person-decided';
  readonly match: 'right' | 'behaviour' | 'none';
  readonly value: string | null;
  readonly days: number;
  /** A person's words where a person joined them. */
  readonly reason?: string;
}

const sameNumber = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.replace(/\W/g, '').toUpperCase() === b.replace(/\W/g, '').toUpperCase();

/**
 * Same suspect, and the same right or (where a right is not named on both) the same behaviour, within the window. A complaint
 * is a person's own dispute: it is the same one only when the person is the same.
 */
export function sameMatter(later: Compared, earlier: Compared, windowDays: number): Sameness | undefined {
  if (later.sort !== earlier.sort) return undefined;
  const days = daysBetween(earlier.receivedOn, later.receivedOn);
  if (days < 0 || days > windowDays) return undefined;
  if (later.sort === 'complaint' && (later.personKey === null || later.personKey !== earlier.personKey))
    return undefined;
  const bothCoded = later.subjectUscc !== null && earlier.subjectUscc !== null;
  const by = bothCoded
    ? later.subjectUscc === earlier.subjectUscc && ('uscc' as const)
    : normaliseName(later.subjectName) === normaliseName(earlier.subjectName) && ('name' as const);
  if (by === false) return undefined;
  if (sameNumber(later.rightNumber, earlier.rightNumber)) return { by, match: 'right', value: later.rightNumber, days };
  // Two different rights of one business are two matters, whatever the behaviour.
  if (later.rightNumber !== null && earlier.rightNumber !== null) return undefined;
  if (later.behaviourRow !== null && later.behaviourRow === earlier.behaviourRow)
    return { by, match: 'behaviour', value: String(later.behaviourRow), days };
  return undefined;
}

const BY: Readonly<Record<Sameness['by'], Bilingual>> = {
  uscc: { zh: '统一社会信用代码相同', en: 'same credit code' },
  name: { zh: '名称相同', en: 'same name' },
  'person-decided': { zh: '经办人判断为同一事项', en: 'held to be the same by a person' },
};

/** The reason as a sentence. @param behaviour says a row of the form */
export function sayWhySame(same: Sameness, behaviour: (row: number) => Bilingual): Bilingual {
  const by = BY[same.by];
  const zh = [`被举报（投诉）人${by.zh}`.replace('被举报（投诉）人经办人', '经办人')];
  const en = [by.en];
  if (same.match === 'right') {
    zh.push(`涉及同一权利（${same.value}）`);
    en.push(`the same right (${same.value})`);
  }
  if (same.match === 'behaviour') {
    const said = behaviour(Number(same.value));
    zh.push(`违法行为相同（${said.zh}）`);
    en.push(`the same behaviour (${said.en})`);
  }
  zh.push(same.days === 0 ? '同日收到' : `相隔${same.days}日`);
  en.push(same.days === 0 ? 'received on the same day' : `${same.days} days apart`);
  if (same.reason !== undefined) {
    zh.push(same.reason);
    en.push(same.reason);
  }
  return { zh: zh.join('；'), en: en.join('; ') };
}
