export { Configuration, isExcluded, settingsFor } from './configuration.js';
export { CONFIGURATION_NAMES, loadConfiguration, readSettings, type LoadedConfiguration } from './load.js';
export type * from './problem.js';
export { settingsKey } from './resolve.js';
export * from './settings.js';
