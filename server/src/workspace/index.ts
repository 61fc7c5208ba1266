export * from './classify.js';
export * from './kustomize.js';
export * from './workspace.js';
