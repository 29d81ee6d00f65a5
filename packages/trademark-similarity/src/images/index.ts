/** Likeness of logos by shape and layout, without trained weights: pure, over decoded points. */
export type { LikeRegion, LogoLikeness } from './compare-logos.ts';
export type { Box } from './components.ts';
export { type AskedLogo, describeAsked, describeLogo, type LogoFeatures } from './describe-logo.ts';
export { type LogoHit, LogoIndex } from './logo-index.ts';
export { currentLogoModel, type LogoLevel, type LogoModel, logoModel } from './logo-model.ts';
export { EmptyPictureError, type Raster } from './raster.ts';
