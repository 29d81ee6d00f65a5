/** Search of the register for marks confusingly close to a text or a picture. */
export const trademarkSearchRoutes = {};
