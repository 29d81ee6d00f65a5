import { displayChoice } from './display.ts';
import { robots, styleSheet } from './texts.ts';

export const aboutPages = [displayChoice, robots, styleSheet];
