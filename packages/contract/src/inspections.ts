/** Inspections: campaigns, draws, checklists, orders to correct, markets, mark printers. */
export const inspectionRoutes = {};
