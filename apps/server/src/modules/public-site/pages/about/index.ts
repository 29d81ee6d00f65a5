import { accessibilityPage } from './accessibility.ts';
import { displayChoice } from './display.ts';
import { searchPage } from './search.ts';
import { sitemapFile, sitemapPage } from './sitemap.ts';
import { robots, styleSheet } from './texts.ts';

export const aboutPages = [accessibilityPage, displayChoice, robots, searchPage, sitemapFile, sitemapPage, styleSheet];
