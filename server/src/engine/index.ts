export { DocumentFindings } from './document-findings.js';
export type * from './finding.js';
export * from './fixes.js';
export * from './lint.js';
export * from './plan.js';
export * from './suppressions.js';
