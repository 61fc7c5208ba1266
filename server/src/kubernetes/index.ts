export * from './conventions.js';
export * from './effective.js';
export * from './image.js';
export * from './pod.js';
export * from './quantity.js';
export * from './resource.js';
export type * from './types.js';
export * from './version.js';
export * from './workloads.js';
