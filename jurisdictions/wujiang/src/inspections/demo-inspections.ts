import data from '../../data/demo/inspections.json' with { type: 'json' };

/** Invented printers, campaigns and pledges; everything that shows it says 演示. */
export type DemoInspections = typeof data;
export const demoInspections: DemoInspections = data;
