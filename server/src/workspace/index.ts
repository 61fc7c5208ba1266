export * from './classify.js';
export * from './configurations.js';
export * from './files.js';
export * from './kustomize.js';
export * from './scan.js';
export * from './workspace.js';
