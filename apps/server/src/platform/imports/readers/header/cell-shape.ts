const NUMBER = /^[-+]?[\d,]*\.?\d+(?:e[-+]?\d+)?%?$/i;
const DATE =
  /^(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ t]\d{1,2}:\d{2}.*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年|\d{1,2}:\d{2}(?::\d{2})?)$/i;
/** Numbers of applications, publications, registrations, credit codes: digits with a few letters and marks. */
const CODE = /^(?=(?:.*\d){5})[a-z0-9.\-_/() ]{6,40}$/i;
const LIST_NUMBER = /^\[\d+\]/;
const SENTENCE_MARK = /[。！？；]|[.!?;] |https?:\/\//i;

export type CellShape = 'empty' | 'data' | 'label' | 'prose';

/** Whether a cell looks like a value, like a name of a column, or like running text. */
export function cellShape(cell: string): CellShape {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (text.length <= 40 && (NUMBER.test(text) || DATE.test(text) || CODE.test(text))) return 'data';
  if (LIST_NUMBER.test(text)) return 'prose';
  if (text.length > 40 || SENTENCE_MARK.test(text)) return 'prose';
  return 'label';
}
