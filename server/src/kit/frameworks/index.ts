export type * from './control.js';
export { pss } from './pss.js';
