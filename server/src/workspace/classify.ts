import { mayHoldManifest } from '../engine/index.js';

/** What a file is to Oakum. */
export type FileClass =
  /** It may hold Kubernetes objects and is read. */
  | 'manifest'
  /** A template of a Helm chart: what it will say is known only when it is rendered. */
  | 'helm-template'
  /** Nothing that concerns Oakum; it is not read. */
  | 'other';

const HELM_ACTION = /\{\{-?\s*(?:\/\*|\(|[.$]|(?:if|with|range|include|template|define|block|toYaml|tpl|default|quote|required|fail|lookup|printf|end|else)\b)/u;

/** Tells what a file is by its name and, in one scan, its text. Nothing is parsed. */
export function classify(path: string, text: string): FileClass {
  if (/(?:^|\/)templates\/(?:[^/]+\/)*[^/]+\.(?:ya?ml|json|tpl)$/iu.test(path) && HELM_ACTION.test(text)) return 'helm-template';
  return mayHoldManifest(text) ? 'manifest' : 'other';
}

/** Whether a file's name is one that can hold manifests. */
export function hasManifestName(path: string): boolean {
  return /\.(?:ya?ml|json)$/iu.test(path);
}

/** Why a file's bytes are not read as text: it holds NUL bytes, so it is binary or in an encoding other than UTF-8. */
export function isBinary(text: string): boolean {
  return text.includes('\0');
}
