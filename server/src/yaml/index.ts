export * from './document.js';
export * from './editor.js';
export * from './field.js';
export * from './node.js';
export type * from './operation.js';
export { isTemplateText, LONGEST_DOCUMENT, type SyntaxProblem } from './parse.js';
export * from './source.js';
