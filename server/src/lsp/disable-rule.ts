import type { WorkspaceEdit } from 'vscode-languageserver';
import { CONFIGURATION_NAMES } from '../config/index.js';
import { LineIndex, type TextEdit } from '../text/index.js';
import { Field, Source, YamlEditor } from '../yaml/index.js';
import { inFolder } from '../workspace/index.js';
import { creation, workspaceEdit } from './edits.js';
import type { JudgedFile, Session } from './session.js';

/** The edit of the configuration that switches a rule off for a file; undefined where there is no place for one. */
export async function disableRule(session: Session, file: JudgedFile, rule: string): Promise<{ readonly edit: WorkspaceEdit; readonly path: string } | undefined> {
  const existing = file.verdict.configuration;
  if (existing === undefined) {
    const folder = session.folderOf(file.uri) ?? session.folders[0];
    if (!folder) return undefined;
    const path = inFolder(session.locations.path(folder.uri), CONFIGURATION_NAMES[0]);
    const edit = creation(session.locations.uri(path), `rules:\n  ${rule}: "off"\n`, session.client);
    return edit && { edit, path };
  }
  const read = await session.files.read(existing);
  if (!('text' in read)) return undefined;
  const edits = switchOff(read.text, rule);
  const uri = session.locations.uri(existing);
  return edits && { edit: workspaceEdit([{ uri, version: session.documents.get(uri)?.version ?? null, lines: new LineIndex(read.text), edits }], session.client), path: existing };
}

/** The edits that switch a rule off in a configuration file's text; undefined when its text does not allow it. */
export function switchOff(text: string, rule: string): readonly TextEdit[] | undefined {
  const [first, ...others] = Source.read(text).documents;
  if (!first || others.length > 0) return undefined;
  const root = Field.root(first.document);
  if (!root.isSet) {
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const gap = text === '' || text.endsWith('\n') ? '' : eol;
    return [{ range: { start: text.length, end: text.length }, newText: `${gap}rules:${eol}  ${rule}: "off"${eol}` }];
  }
  const setting = root.locate(['rules', rule]);
  const field = setting.node?.kind === 'map' ? setting.at('severity') : setting;
  return new YamlEditor(first.document).edit([{ kind: 'set', field, value: 'off' }]);
}
