import { loadConfiguration, type Configuration, type LoadedConfiguration } from '../../server/src/config/index.js';

/** Reads a configuration whose other files are these, by path. */
export function load(text: string, others: Readonly<Record<string, string>> = {}, path = '/repo/.oakum.yaml'): LoadedConfiguration {
  return loadConfiguration(path, text, (name) => (Object.hasOwn(others, name) ? others[name] : undefined), '2026-06-15');
}

/** A configuration without problems. */
export function sound(text: string, others: Readonly<Record<string, string>> = {}, path?: string): Configuration {
  const { configuration, problems } = load(text, others, path);
  if (!configuration || problems.length > 0) throw new Error(problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
  return configuration;
}

/** The problems as `line:column-column "what is marked" message`, lines and columns from 1; others than errors and other files are named. */
export function problemsOf(text: string, others: Readonly<Record<string, string>> = {}, path = '/repo/.oakum.yaml'): string[] {
  const loaded = load(text, others, path);
  return loaded.problems.map((problem) => {
    const whole = loaded.files.get(problem.path) ?? '';
    const before = whole.slice(0, problem.range.start).split(/\r?\n/u);
    const column = (before.at(-1) ?? '').length + 1;
    const marked = whole.slice(problem.range.start, problem.range.end);
    const file = problem.path === path ? '' : `${problem.path}:`;
    const severity = problem.severity === 'error' ? '' : `${problem.severity}: `;
    return `${file}${before.length}:${column}-${column + marked.length} "${marked}" ${severity}${problem.message}`;
  });
}
