export * from './edit.js';
export * from './lines.js';
export * from './range.js';
