import type { Said } from '../evidence/say.ts';
import { readings } from '../signs/readings.ts';
import { isHan, MOST_UNITS, normaliseMark } from './normalise-mark.ts';

export type NoticeCode =
  | 'empty'
  | 'no-text'
  | 'one-sign'
  | 'cut'
  | 'unseen'
  | 'private-use'
  | 'emoji'
  | 'other-script'
  | 'unknown-sign';

/** Something about a text that whoever searches for it should know before trusting the answer. */
export interface Notice extends Said {
  readonly code: NoticeCode;
}

const UNSEEN = /[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/u;
const PRIVATE = /\p{Co}/u;
const EMOJI = /\p{Extended_Pictographic}/u;
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** Line ends and tabs come with what is pasted; nobody hides anything in them. */
const PASTED = /[\t\r\n]/g;

const said = (code: NoticeCode, zh: string, en: string): Notice => ({ code, zh, en });

function ofSigns(text: string): Notice[] {
  const found: Notice[] = [];
  if (UNSEEN.test(text.replace(PASTED, '')))
    found.push(
      said(
        'unseen',
        '文字中夹有看不见的字符（如零宽连接符、文字方向控制符），比对时已略去。',
        'The text holds signs that cannot be seen (joiners, direction marks); they were left out.',
      ),
    );
  if (PRIVATE.test(text))
    found.push(
      said(
        'private-use',
        '文字中有自造字（私用区编码），无法识读，比对时已略去。',
        'The text holds private-use characters, which cannot be read; they were left out.',
      ),
    );
  if (EMOJI.test(text))
    found.push(
      said(
        'emoji',
        '表情和图形符号不参与文字比对，可改用图样查询。',
        'Emoji are not compared as text; search by picture.',
      ),
    );
  const others = [...new Set(text.match(OTHER_SCRIPT) ?? [])].slice(0, 4);
  if (others.length > 0)
    found.push(
      said(
        'other-script',
        `“${others.join('')}”是形似拉丁字母的西里尔或者希腊字母，已按形似的拉丁字母比对。`,
        `${others.join(' ')}: Cyrillic or Greek letters, compared as the Latin letters they look like.`,
      ),
    );
  return found;
}

/** Characters that no table knows: they are compared as themselves alone. */
function unknownSigns(text: string): string[] {
  const unknown = new Set<string>();
  for (const sign of text.slice(0, 4 * MOST_UNITS).normalize('NFKC')) {
    if (!/\p{Script=Han}/u.test(sign)) continue;
    const [code] = normaliseMark(sign).units;
    if (code !== undefined && isHan(code) && readings.readingOf(code) === undefined) unknown.add(sign);
  }
  return [...unknown].slice(0, 4);
}

/** What is to be said of a text before it is searched for; nothing for an ordinary mark. Any text will do. */
export function noticesOf(text: string): Notice[] {
  if (text.trim() === '') return [said('empty', '请输入要查询的商标文字。', 'Type the mark to search for.')];
  const { units, cut } = normaliseMark(text);
  const found = ofSigns(text.slice(0, 1000));
  if (units.length === 0)
    return [
      said(
        'no-text',
        '输入中没有可以比对的汉字、字母或者数字。图形商标请用图样查询。',
        'Nothing to compare: no character, letter or digit. For a device mark search by picture.',
      ),
      ...found,
    ];
  if (units.length === 1)
    found.push(
      said(
        'one-sign',
        '只有一个字符：单字商标以字形和整体外观为主，文字比对只供参考。',
        'A single sign: such marks are judged by their look above all; take the comparison as a hint.',
      ),
    );
  if (cut)
    found.push(
      said(
        'cut',
        `文字过长，只比对了前 ${MOST_UNITS} 个字符。`,
        `Too long: the first ${MOST_UNITS} signs were compared.`,
      ),
    );
  const unknown = unknownSigns(text);
  if (unknown.length > 0)
    found.push(
      said(
        'unknown-sign',
        `“${unknown.join('')}”是字表之外的生僻字，没有读音和形近字可供比对，只能找到用同一个字的商标。`,
        `${unknown.join(' ')}: rare characters outside the tables; only marks with the same character can be found.`,
      ),
    );
  return found;
}
