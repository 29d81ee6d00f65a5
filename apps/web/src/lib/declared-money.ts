/** The unit in which the contract gives money an applicant states: whole fen. */
const FEN_UNIT = '\u5206';

/** Whether a field that an applicant states is money: kept in fen, typed and shown in yuan. */
export const isDeclaredMoney = (field: { readonly type: string; readonly unit: string | null }) =>
  field.type === 'number' && field.unit === FEN_UNIT;
