import correctionOrder from '../../documents/inspection-correction-order.json' with { type: 'json' };
import inspectionRecord from '../../documents/inspection-record.json' with { type: 'json' };

/** Papers of inspections. */
export const inspectionFiles: readonly (readonly [string, unknown])[] = [
  ['documents/inspection-record.json', inspectionRecord],
  ['documents/inspection-correction-order.json', correctionOrder],
];
