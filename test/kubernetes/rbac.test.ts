import { describe, expect, it } from 'vitest';
import { grantsIn, isMisplacedVerb, policyRulesOf, resourcesOf, roleBindingOf, type Access, type PolicyRule, type Resource } from '../../server/src/kubernetes/index.js';
import { Source } from '../../server/src/yaml/index.js';

function objectOf(text: string): Resource {
  const document = Source.read(text).documents[0]?.document;
  const resource = document && resourcesOf(document, { isPartial: false })[0];
  if (!resource) throw new Error('The text holds no object.');
  return resource;
}

function roleOf(rules: string, metadata = '{ name: example }', kind = 'ClusterRole'): Resource {
  return objectOf(`apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: ${metadata}\nrules: [${rules}]\n`);
}

function ruleOf(rule: string): PolicyRule {
  const [first] = policyRulesOf(roleOf(rule));
  if (!first) throw new Error('The role has no rule.');
  return first;
}

describe('grants', () => {
  it.each([
    // What is written out.
    ['{ apiGroups: [""], resources: [pods], verbs: [get] }', 'get', '', 'pods', undefined, true],
    ['{ apiGroups: [""], resources: [pods], verbs: [get] }', 'list', '', 'pods', undefined, false],
    ['{ apiGroups: [""], resources: [pods], verbs: [get] }', 'get', 'metrics.k8s.io', 'pods', undefined, false],
    ['{ apiGroups: [apps], resources: [deployments], verbs: [get] }', 'get', '', 'deployments', undefined, false],
    // Wildcards, each on its own.
    ['{ apiGroups: ["*"], resources: [pods], verbs: [get] }', 'get', 'metrics.k8s.io', 'pods', undefined, true],
    ['{ apiGroups: [""], resources: ["*"], verbs: [get] }', 'get', '', 'pods/exec', undefined, true],
    ['{ apiGroups: [""], resources: [pods], verbs: ["*"] }', 'impersonate', '', 'pods', undefined, true],
    // Subresources are not part of their owner, and only a whole `*` stands before them.
    ['{ apiGroups: [""], resources: [pods], verbs: ["*"] }', 'create', '', 'pods/exec', undefined, false],
    ['{ apiGroups: [""], resources: [pods/exec], verbs: [create] }', 'create', '', 'pods', undefined, false],
    ['{ apiGroups: [""], resources: ["*/exec"], verbs: [create] }', 'create', '', 'pods/exec', undefined, true],
    ['{ apiGroups: [""], resources: ["*/exec"], verbs: [create] }', 'create', '', 'pods/attach', undefined, false],
    ['{ apiGroups: [""], resources: ["pods/*"], verbs: [create] }', 'create', '', 'pods/exec', undefined, false],
    ['{ apiGroups: [""], resources: ["pod*"], verbs: [create] }', 'create', '', 'pods', undefined, false],
    // Names.
    ['{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [a] }', 'get', '', 'secrets', 'a', true],
    ['{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [a] }', 'get', '', 'secrets', 'b', false],
    ['{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [a] }', 'get', '', 'secrets', undefined, false],
    ['{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: ["*"] }', 'get', '', 'secrets', 'a', false],
    ['{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [] }', 'get', '', 'secrets', 'a', true],
    // What a file may hold besides.
    ['{ resources: [pods], verbs: [get] }', 'get', '', 'pods', undefined, false],
    ['{ apiGroups: "", resources: pods, verbs: get }', 'get', '', 'pods', undefined, false],
    ['{ apiGroups: [""], resources: [1, { a: b }], verbs: [get] }', 'get', '', '1', undefined, false],
    ['nothing', 'get', '', 'pods', undefined, false],
  ])('%s: %s %j %s %s', (rule, verb, group, resource, name, expected) => {
    expect(ruleOf(rule).grants(verb, group, resource, name)).toBe(expected);
  });

  it.each([
    ['{ nonResourceURLs: [/metrics], verbs: [get] }', '/metrics', true],
    ['{ nonResourceURLs: [/metrics], verbs: [get] }', '/metrics/a', false],
    ['{ nonResourceURLs: [/debug/*], verbs: [get] }', '/debug/pprof', true],
    ['{ nonResourceURLs: ["*"], verbs: ["*"] }', '/anything', true],
    ['{ nonResourceURLs: ["*"], verbs: [post] }', '/anything', false],
  ])('%s: get %s', (rule, path, expected) => {
    expect(ruleOf(rule).grantsUrl('get', path)).toBe(expected);
  });
});

describe('isAllPowerful', () => {
  it.each([
    ['{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }', true],
    ['{ apiGroups: [apps, ""], resources: ["*"], verbs: ["*"] }', true],
    ['{ apiGroups: [apps], resources: ["*"], verbs: ["*"] }', false],
    ['{ apiGroups: ["*"], resources: [pods], verbs: ["*"] }', false],
    ['{ apiGroups: ["*"], resources: ["*"], verbs: [get] }', false],
    ['{ apiGroups: ["*"], resources: ["*"], verbs: ["*"], resourceNames: [a] }', false],
  ])('%s', (rule, expected) => {
    expect(ruleOf(rule).isAllPowerful).toBe(expected);
  });
});

describe('grantsIn', () => {
  const secrets: Access = { verbs: ['get', 'list'], groups: [''], resources: ['secrets'] };
  const texts = (role: Resource, ...accesses: Access[]): string[] => grantsIn(role, ...accesses).map((grant) => `${grant.words.verbs} on ${grant.words.resource}`);

  it('says what is granted, through which entry', () => {
    const role = roleOf('{ apiGroups: [""], resources: [pods, secrets], verbs: [get, list, watch] }, { apiGroups: ["*"], resources: ["*"], verbs: [get] }, { apiGroups: [""], resources: [secrets], verbs: ["*"] }');
    expect(texts(role, secrets)).toEqual(['get and list on secrets', 'get on secrets (*)', 'every verb on secrets']);
    expect(grantsIn(role, secrets).map((grant) => grant.place.path)).toEqual([
      ['rules', 0, 'resources', 1],
      ['rules', 1, 'resources', 0],
      ['rules', 2, 'resources', 0],
    ]);
  });

  it('makes one grant of what one entry grants in several groups', () => {
    const role = roleOf('{ apiGroups: ["", apps], resources: ["*"], verbs: [create] }');
    expect(texts(role, { verbs: ['create'], groups: [''], resources: ['pods'] }, { verbs: ['create'], groups: ['apps'], resources: ['deployments'] })).toEqual(['create on pods and deployments (*)']);
  });

  it('passes rules that are limited to names, but for those that are asked for', () => {
    const role = roleOf('{ apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [a] }');
    expect(texts(role, secrets)).toEqual([]);
    expect(texts(role, { ...secrets, names: ['b'] })).toEqual([]);
    expect(texts(role, { ...secrets, names: ['a'] })).toEqual(['get on secrets']);
    expect(texts(roleOf('{ apiGroups: [""], resources: [secrets], verbs: [get] }'), { ...secrets, names: ['a'], isNamedOnly: true })).toEqual([]);
  });

  it('leaves out rules that grant everything, and what is not the user’s own', () => {
    const rule = '{ apiGroups: [""], resources: [secrets], verbs: [get] }';
    expect(texts(roleOf('{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }'), secrets)).toEqual([]);
    expect(texts(roleOf(rule, '{ name: "system:node" }'), secrets)).toEqual([]);
    expect(texts(roleOf(rule, '{ name: other, labels: { kubernetes.io/bootstrapping: rbac-defaults } }'), secrets)).toEqual([]);
    expect(texts(roleOf(rule, '{ name: edit }'), secrets)).toEqual([]);
    expect(texts(roleOf(rule, '{ name: edit }', 'Role'), secrets)).toEqual(['get on secrets']);
    expect(texts(objectOf('apiVersion: example.com/v1\nkind: Role\nrules: []\n'), secrets)).toEqual([]);
  });

  it('shortens what would not fit a sentence', () => {
    const role = roleOf('{ apiGroups: [""], resources: ["*"], verbs: [get] }');
    expect(texts(role, { verbs: ['get'], groups: [''], resources: ['a', 'b', 'c', 'd', 'e'] })).toEqual(['get on a, b, c and 2 more (*)']);
  });
});

describe('roleBindingOf', () => {
  it('reads bindings of both kinds, and nothing else', () => {
    const text = (kind: string): string => `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nroleRef: { name: a }\nsubjects: [{ kind: User, name: b }]\n`;
    expect(roleBindingOf(objectOf(text('ClusterRoleBinding')))?.isClusterWide).toBe(true);
    expect(roleBindingOf(objectOf(text('RoleBinding')))?.subjects.map((subject) => subject.at('name').value)).toEqual(['b']);
    expect(roleBindingOf(objectOf(text('Role')))).toBeUndefined();
  });
});

describe('isMisplacedVerb', () => {
  it.each([
    ['escalate', 'rbac.authorization.k8s.io', 'roles', false],
    ['escalate', 'rbac.authorization.k8s.io', 'rolebindings', true],
    ['bind', '*', 'rolebindings', true],
    ['bind', '*', 'somethings', false],
    ['impersonate', 'authentication.k8s.io', 'userextras/scopes', false],
    ['impersonate', '', 'pods', true],
    ['sign', 'example.com', 'contracts', false],
    ['sign', 'metrics.k8s.io', 'pods', false],
    ['create', '', 'pods/exec', false],
    ['list', '', 'pods/exec', true],
    ['*', '', 'pods/exec', false],
    ['impersonate', '*', '*', false],
    ['get', '', 'pods', false],
  ])('%s on %j %s: %s', (verb, group, resource, expected) => {
    expect(isMisplacedVerb(verb, group, resource)).toBe(expected);
  });
});
