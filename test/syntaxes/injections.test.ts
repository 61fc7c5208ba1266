import { beforeAll, describe, expect, test } from 'vitest';
import type { Host, Tokenizer } from './tokenize.js';
import { editorGrammars, hasEditorGrammars, tokenizer } from './tokenize.js';

const hosts: readonly Host[] = ['fixture', 'editor'];

if (!hasEditorGrammars) {
  const notice = `The injections are not tried in VS Code's own YAML grammar: ${editorGrammars} is absent.`;
  console.warn(notice);
  test.skip(notice);
}

const suppressions = `\
# oakum-ignore-file privileged-container: a test cluster
apiVersion: v1
kind: Pod # oakum-ignore host-network, host-pid until 2027-01-31: the node agent
metadata:
  # oakum-ignore run-as-root
  name: agent
  # oakum-ignore CKV_K8S_20: until: 2028-02-29 it moves
  # please use oakum-ignore here
  # oakum-ignored host-ipc: nothing
  # first a remark # oakum-ignore too-late: no
  ## oakum-ignore two-signs: yes
  # oakum-ignore * until 2027-1-31: bad date
  note: "a # oakum-ignore in-a-string: no"
`;

const policy = `\
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
spec:
  variables:
    - name: limit
      expression: 'params.max == null ? 5u : int("""3""")'
  validations:
    - expression: object.spec.replicas <= variables.limit # oakum-ignore note: why
      messageExpression: "'at most ' + string(params.max) + \\"!\\""
      reason: Invalid
    - expression: |- # the images
        object.spec.template.spec.containers.all(c,
          c.image.startsWith('registry.example/') && // ours

          c.image.matches(r'^\\d+"') || !has(c.ports))
      message: unfinished
    -   expression: >
          'unclosed
        message: sibling
    - expression:
      message: empty
    - expression: |
      message: empty block
  mutations:
    - applyConfiguration:
        expression: >-
          Object{spec: Object.spec{labels: {"a": 1.5e3, "b": 0x1F}, hosts: [true]}}
      jsonPatch: { expression: "[JSONPatch{op: 'add'}]", other: "object.a" }
      note: 'request.name'
  matchConditions:
    - name: groups
      expression: >-
        request.userInfo.groups.exists_one(g, g in ['a', 'b']) && authorizer.group('').check('get').allowed()
    - name: long
      expression: oldObject.a == 1 &&
        namespaceObject.metadata.name.filter(x, x > 0).map(x, x)
      valueExpression: custom(object)
`;

const definition = `\
x-kubernetes-validations:
  - rule: "self.minReplicas <= self.maxReplicas"
    message: self.explains
  - rule: self == oldSelf
  - rule: Host(\`self-service.example\`)
  - rule: "please do it yourself"
  - rule: |
      size(self.items) > 0
    message: some
  - rule: |
      record: job
      expr: rate(x[5m])
    message: other
  - rule: '!has(oldSelf.a) || self.a == ''x'''
    fieldPath: .a
`;

const template = `\
kind: ConstraintTemplate
spec:
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
        package k8srequiredlabels

        import data.lib.helpers
        default allow := false

        violation[{"msg": msg}] {
        \t# a tab before a comment
          required := {label | label := input.parameters.labels[_]}
          pairs := [{"k": k} | some k, v in input.review.object]
          not helpers.exempt(input.review) with data.x as null
          count(required - provided) > 1.5
          regex.match(\`^[a-z\\]+$\`, "a\\n")
          msg := sprintf("missing: %v", [required])
        }

        deny contains msg if { every c in input.c { contains(c.image, "{{") } }
      libs:
        - | # helpers
          package lib.helpers
          exempt(x) := true if x.kind == "Node"
        - >-
          package lib.other
        - "quoted"
      after: plain
    - rego: |2
        unclosed := "
      next: key
regoish: |
  package not
`;

const chart = `\
metadata:
  name: {{ .Release.Name | quote }}-web
  {{- if and .Values.enabled (eq .Values.mode "a") }}
  labels: {{- include "chart.labels" $ | nindent 4 }}
  {{- end -}}
  text: "before {{ .Values.text | default "none" }} after" # not {{ .Values.comment }}
  single: 'x {{ printf \`%d\` 42 }} y'
  {{/* a comment with {{ braces
       over two lines */}}
  script: |
    {{ range $index, $item := .Values.list }}{{ $item.name }}{{ . }}{{ nil }}{{ end }}
    {{- /* trimmed */ -}}
  expression: object.spec.size < {{ int .Values.max }} && true
  flow: [{{ tpl .Values.a . }}, b]
  last: value
`;

describe.each(hosts)('in the YAML grammar of the %s', (host) => {
  const runs = host === 'fixture' || hasEditorGrammars;
  let tokenize: Tokenizer;
  beforeAll(async () => {
    if (runs) tokenize = await tokenizer(host);
  });

  describe.runIf(runs)('suppression comments', () => {
    test('have a keyword, rule ids, a date and a reason', () => {
      const { at } = tokenize(suppressions);
      expect(at('oakum-ignore-file')).toMatch(/comment\.line\.number-sign\.yaml .*keyword\.control\.suppression\.oakum$/);
      expect(at('privileged-container')).toMatch(/entity\.name\.function\.rule-id\.oakum$/);
      expect(at(': a test')).toMatch(/punctuation\.separator\.reason\.oakum$/);
      expect(at('a test cluster')).toMatch(/string\.unquoted\.reason\.oakum$/);
    });

    test('may stand at the end of a line and name several rules', () => {
      const { at } = tokenize(suppressions);
      expect(at('oakum-ignore host-network')).toMatch(/keyword\.control\.suppression\.oakum$/);
      expect(at('host-network')).toMatch(/rule-id\.oakum$/);
      expect(at(', host-pid')).toMatch(/punctuation\.separator\.rule-id\.oakum$/);
      expect(at('host-pid')).toMatch(/rule-id\.oakum$/);
      expect(at('until 2027-01-31')).toMatch(/keyword\.other\.until\.oakum$/);
      expect(at('2027-01-31')).toMatch(/constant\.other\.date\.oakum$/);
      expect(at('the node agent')).toMatch(/string\.unquoted\.reason\.oakum$/);
      expect(at('Pod')).toMatch(/string\.unquoted\.plain\.out\.yaml$/);
      expect(at('metadata')).toMatch(/entity\.name\.tag\.yaml$/);
    });

    test('may lack a reason, use another tool\'s id, and have the date in the reason', () => {
      const { at } = tokenize(suppressions);
      expect(at('run-as-root')).toMatch(/rule-id\.oakum$/);
      expect(at('name: agent')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('CKV_K8S_20')).toMatch(/rule-id\.oakum$/);
      expect(at('until: 2028')).toMatch(/keyword\.other\.until\.oakum$/);
      expect(at('2028-02-29')).toMatch(/constant\.other\.date\.oakum$/);
      expect(at('it moves')).toMatch(/string\.unquoted\.reason\.oakum$/);
      expect(at('two-signs')).toMatch(/rule-id\.oakum$/);
      expect(at('* until')).toMatch(/rule-id\.oakum$/);
      expect(at('2027-1-31')).not.toMatch(/date/);
    });

    test('are only what starts with the keyword, and only in comments', () => {
      const { at } = tokenize(suppressions);
      for (const text of ['oakum-ignore here', 'oakum-ignored', 'host-ipc', 'oakum-ignore too-late', 'too-late', 'in-a-string']) {
        expect(at(text), text).not.toMatch(/suppression|rule-id/);
      }
    });
  });

  describe.runIf(runs)('CEL in admission policies', () => {
    test('in a plain value, with a comment after it', () => {
      const { at } = tokenize(policy);
      const inside = 'meta.embedded.inline.cel source.cel';
      expect(at('object.spec.replicas')).toMatch(new RegExp(`${inside} variable.language.cel$`));
      expect(at('.spec.replicas')).toMatch(/punctuation\.accessor\.cel$/);
      expect(at('spec.replicas')).toMatch(/variable\.other\.property\.cel$/);
      expect(at('<= variables')).toMatch(/keyword\.operator\.comparison\.cel$/);
      expect(at('variables.limit')).toMatch(/variable\.language\.cel$/);
      expect(at('oakum-ignore note')).toMatch(/comment\.line\.number-sign\.yaml .*keyword\.control\.suppression\.oakum$/);
    });

    test('the key and the colon stay YAML', () => {
      const { at } = tokenize(policy);
      expect(at('expression: object')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at(': object')).toMatch(/punctuation\.separator\.(map\.value|key-value\.mapping)\.yaml$/);
      expect(at('- expression: object')).toMatch(/punctuation\.definition\.block\.sequence\.item\.yaml$/);
    });

    test('in a double-quoted value, with escaped strings', () => {
      const { at } = tokenize(policy);
      expect(at(`"'at most`)).toMatch(/string\.quoted\.double\.yaml punctuation\.definition\.string\.begin\.yaml$/);
      expect(at(`'at most`)).toMatch(/source\.cel string\.quoted\.single\.cel punctuation/);
      expect(at('at most')).toMatch(/string\.quoted\.single\.cel$/);
      expect(at('string(params')).toMatch(/support\.function\.cel$/);
      expect(at('params.max)')).toMatch(/variable\.language\.cel$/);
      expect(at('\\"!')).toMatch(/string\.quoted\.double\.cel punctuation\.definition\.string\.begin\.cel$/);
      expect(at('!\\"')).toMatch(/string\.quoted\.double\.cel$/);
      expect(at('\\""')).toMatch(/string\.quoted\.double\.cel punctuation\.definition\.string\.end\.cel$/);
      expect(at('reason: Invalid')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('Invalid')).not.toMatch(/cel/);
    });

    test('in a single-quoted value', () => {
      const { at } = tokenize(policy);
      expect(at(`'params`)).toMatch(/string\.quoted\.single\.yaml punctuation/);
      expect(at('null')).toMatch(/constant\.language\.cel$/);
      expect(at('? 5u')).toMatch(/keyword\.operator\.conditional\.cel$/);
      expect(at('5u')).toMatch(/constant\.numeric\.integer\.cel$/);
      expect(at('int(')).toMatch(/support\.function\.cel$/);
      expect(at('3""')).toMatch(/string\.quoted\.double\.cel|string\.quoted\.triple\.double\.cel/);
      expect(at('validations')).toMatch(/entity\.name\.tag\.yaml$/);
    });

    test('in a literal block scalar, over a blank line, until the next key', () => {
      const { at } = tokenize(policy);
      expect(at('|- # the images')).toMatch(/keyword\.control\.flow\.block-scalar\.literal\.yaml$/);
      expect(at('- # the images')).toMatch(/storage\.modifier\.chomping-indicator\.yaml$/);
      expect(at('# the images')).toMatch(/comment\.line\.number-sign\.yaml/);
      expect(at('object.spec.template')).toMatch(/meta\.embedded\.block\.cel source\.cel variable\.language\.cel$/);
      expect(at('all(c')).toMatch(/support\.function\.macro\.cel$/);
      expect(at('startsWith')).toMatch(/support\.function\.cel$/);
      expect(at('registry.example')).toMatch(/string\.quoted\.single\.cel$/);
      expect(at('&& // ours')).toMatch(/keyword\.operator\.logical\.cel$/);
      expect(at('// ours')).toMatch(/comment\.line\.double-slash\.cel/);
      expect(at(`r'^`)).toMatch(/string\.quoted\.single\.raw\.cel storage\.type\.string\.cel$/);
      expect(at('\\d+')).toMatch(/string\.quoted\.single\.raw\.cel$/);
      expect(at('!has')).toMatch(/keyword\.operator\.logical\.cel$/);
      expect(at('has(')).toMatch(/support\.function\.macro\.cel$/);
      expect(at('message: unfinished')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('unfinished')).not.toMatch(/cel/);
    });

    test('an unclosed string ends with the indentation, whatever the spaces after the dash', () => {
      const { at } = tokenize(policy);
      expect(at('unclosed')).toMatch(/string\.quoted\.single\.cel$/);
      expect(at('message: sibling')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('sibling')).not.toMatch(/cel/);
    });

    test('empty values embed nothing', () => {
      const { at } = tokenize(policy);
      for (const text of ['message: empty', 'message: empty block', 'mutations']) {
        expect(at(text), text).toMatch(/entity\.name\.tag\.yaml$/);
      }
      expect(at('empty block')).not.toMatch(/cel/);
    });

    test('constructors, numbers and lists', () => {
      const { at } = tokenize(policy);
      expect(at('Object{')).toMatch(/entity\.name\.type\.cel$/);
      expect(at('Object.spec{')).toMatch(/entity\.name\.type\.cel$/);
      expect(at('{"a"')).toMatch(/punctuation\.section\.braces\.begin\.cel$/);
      expect(at('1.5e3')).toMatch(/constant\.numeric\.float\.cel$/);
      expect(at('0x1F')).toMatch(/constant\.numeric\.hex\.cel$/);
      expect(at('true')).toMatch(/constant\.language\.cel$/);
      expect(at('jsonPatch')).toMatch(/entity\.name\.tag\.yaml$/);
    });

    test('in flow mappings, where only that key is CEL', () => {
      const { at } = tokenize(policy);
      expect(at('JSONPatch{')).toMatch(/source\.cel entity\.name\.type\.cel$/);
      expect(at(`'add'`)).toMatch(/string\.quoted\.single\.cel/);
      expect(at('object.a"')).not.toMatch(/cel/);
      expect(at('request.name')).not.toMatch(/cel/);
    });

    test('in a folded scalar and in a plain value of two lines', () => {
      const { at } = tokenize(policy);
      expect(at('request.userInfo')).toMatch(/variable\.language\.cel$/);
      expect(at('exists_one')).toMatch(/support\.function\.macro\.cel$/);
      expect(at('in [')).toMatch(/keyword\.operator\.in\.cel$/);
      expect(at('authorizer')).toMatch(/variable\.language\.cel$/);
      expect(at('check(')).toMatch(/support\.function\.cel$/);
      expect(at('oldObject.a')).toMatch(/variable\.language\.cel$/);
      expect(at('namespaceObject')).toMatch(/meta\.embedded\.inline\.cel source\.cel variable\.language\.cel$/);
      expect(at('filter(')).toMatch(/support\.function\.macro\.cel$/);
      expect(at('map(x')).toMatch(/support\.function\.macro\.cel$/);
      expect(at('custom(')).toMatch(/entity\.name\.function\.cel$/);
    });
  });

  describe.runIf(runs)('CEL in custom resource definitions', () => {
    test('rule is CEL where it speaks of self', () => {
      const { at } = tokenize(definition);
      expect(at('self.min')).toMatch(/meta\.embedded\.inline\.cel source\.cel variable\.language\.cel$/);
      expect(at('self == ')).toMatch(/variable\.language\.cel$/);
      expect(at('oldSelf')).toMatch(/variable\.language\.cel$/);
      expect(at('size(')).toMatch(/meta\.embedded\.block\.cel source\.cel support\.function\.cel$/);
      expect(at('oldSelf.a')).toMatch(/variable\.language\.cel$/);
      expect(at(`''x`)).toMatch(/string\.quoted\.single\.cel punctuation/);
    });

    test('any other rule is left alone', () => {
      const { at } = tokenize(definition);
      for (const text of ['self.explains', 'self-service', 'yourself', 'record: job', 'rate(x', 'message: some', 'message: other', 'fieldPath']) {
        expect(at(text), text).not.toMatch(/\bcel\b/);
      }
      expect(at('rate(x')).toMatch(/string\.unquoted\.block\.yaml$/);
      expect(at('message: other')).toMatch(/entity\.name\.tag\.yaml$/);
    });
  });

  describe.runIf(runs)('Rego in constraint templates', () => {
    test('a module', () => {
      const { at } = tokenize(template);
      expect(at('package k8s')).toMatch(/meta\.embedded\.block\.rego source\.rego keyword\.control\.package\.rego$/);
      expect(at('k8srequiredlabels')).toMatch(/entity\.name\.namespace\.rego$/);
      expect(at('import')).toMatch(/keyword\.control\.import\.rego$/);
      expect(at('default')).toMatch(/keyword\.control\.default\.rego$/);
      expect(at('allow')).toMatch(/entity\.name\.function\.rego$/);
      expect(at('false')).toMatch(/constant\.language\.rego$/);
      expect(at('violation')).toMatch(/entity\.name\.function\.rego$/);
      expect(at('# a tab')).toMatch(/comment\.line\.number-sign\.rego/);
      expect(at('input.parameters')).toMatch(/variable\.language\.rego$/);
      expect(at('_]')).toMatch(/variable\.language\.wildcard\.rego$/);
      expect(at('not helpers')).toMatch(/keyword\.control\.rego$/);
      expect(at('with data')).toMatch(/keyword\.control\.rego$/);
      expect(at('as null')).toMatch(/keyword\.control\.rego$/);
      expect(at('count(')).toMatch(/support\.function\.builtin\.rego$/);
      expect(at('1.5')).toMatch(/constant\.numeric\.rego$/);
      expect(at('regex.match')).toMatch(/support\.function\.builtin\.rego$/);
      expect(at('^[a-z')).toMatch(/string\.quoted\.other\.raw\.rego$/);
      expect(at('\\n')).toMatch(/string\.quoted\.double\.rego constant\.character\.escape\.rego$/);
      expect(at('%v')).toMatch(/constant\.other\.placeholder\.rego$/);
    });

    test('comprehensions', () => {
      const { at } = tokenize(template);
      expect(at('{label')).toMatch(/meta\.comprehension\.set\.rego punctuation\.definition\.comprehension\.begin\.rego$/);
      expect(at('| label')).toMatch(/keyword\.operator\.comprehension\.rego$/);
      expect(at('[{"k"')).toMatch(/meta\.comprehension\.array\.rego punctuation\.definition\.comprehension\.begin\.rego$/);
      expect(at('| some')).toMatch(/meta\.comprehension\.array\.rego keyword\.operator\.comprehension\.rego$/);
      expect(at('some k')).toMatch(/keyword\.control\.rego$/);
      expect(at('not helpers')).not.toMatch(/comprehension/);
    });

    test('contains is a keyword in a head and a function in a body; braces are no Helm action', () => {
      const { at } = tokenize(template);
      expect(at('deny')).toMatch(/entity\.name\.function\.rego$/);
      expect(at('contains msg')).toMatch(/keyword\.control\.rego$/);
      expect(at('if {')).toMatch(/keyword\.control\.rego$/);
      expect(at('every')).toMatch(/keyword\.control\.rego$/);
      expect(at('contains(')).toMatch(/support\.function\.builtin\.rego$/);
      expect(at('{{"')).toMatch(/string\.quoted\.double\.rego$/);
    });

    test('libraries, and what follows them', () => {
      const { at } = tokenize(template);
      expect(at('libs')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('- | # helpers')).toMatch(/punctuation\.definition\.block\.sequence\.item\.yaml$/);
      expect(at('# helpers')).toMatch(/comment\.line\.number-sign\.yaml/);
      expect(at('package lib.helpers')).toMatch(/meta\.embedded\.block\.rego source\.rego keyword\.control\.package\.rego$/);
      expect(at('exempt(x)')).toMatch(/entity\.name\.function\.rego$/);
      expect(at('>-')).toMatch(/keyword\.control\.flow\.block-scalar\.folded\.yaml$/);
      expect(at('package lib.other')).toMatch(/keyword\.control\.package\.rego$/);
      expect(at('quoted')).toMatch(/string\.quoted\.double\.yaml$/);
      expect(at('after: plain')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('plain')).not.toMatch(/rego/);
    });

    test('an unclosed string ends with the indentation, and other keys are left alone', () => {
      const { at } = tokenize(template);
      expect(at('unclosed')).toMatch(/source\.rego/);
      expect(at('next: key')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('next: key')).not.toMatch(/rego/);
      expect(at('package not')).toMatch(/string\.unquoted\.block\.yaml$/);
    });
  });

  describe.runIf(runs)('Helm actions', () => {
    test('fields, pipes and functions', () => {
      const { at } = tokenize(chart);
      expect(at('{{ .Release')).toMatch(/meta\.embedded\.inline\.gotemplate punctuation\.section\.embedded\.begin\.gotemplate$/);
      expect(at('.Release')).toMatch(/punctuation\.accessor\.gotemplate$/);
      expect(at('Release')).toMatch(/support\.variable\.helm$/);
      expect(at('Name')).toMatch(/variable\.other\.property\.gotemplate$/);
      expect(at('| quote')).toMatch(/keyword\.operator\.pipe\.gotemplate$/);
      expect(at('quote')).toMatch(/support\.function\.gotemplate$/);
      expect(at('}}-web')).toMatch(/punctuation\.section\.embedded\.end\.gotemplate$/);
      expect(at('-web')).not.toMatch(/gotemplate/);
    });

    test('keywords, trimming, strings and brackets', () => {
      const { at } = tokenize(chart);
      expect(at('{{- if')).toMatch(/punctuation\.section\.embedded\.begin\.gotemplate$/);
      expect(at('- if')).toMatch(/punctuation\.section\.embedded\.begin\.gotemplate$/);
      expect(at('if and')).toMatch(/keyword\.control\.gotemplate$/);
      expect(at('(eq')).toMatch(/punctuation\.section\.parens\.begin\.gotemplate$/);
      expect(at('a")')).toMatch(/string\.quoted\.double\.gotemplate$/);
      expect(at('include')).toMatch(/keyword\.control\.gotemplate$/);
      expect(at('$ |')).toMatch(/variable\.other\.gotemplate/);
      expect(at('4 }}')).toMatch(/constant\.numeric\.gotemplate$/);
      expect(at('end -}}')).toMatch(/keyword\.control\.gotemplate$/);
      expect(at('-}}')).toMatch(/punctuation\.section\.embedded\.end\.gotemplate$/);
      expect(at('text:')).toMatch(/entity\.name\.tag\.yaml$/);
    });

    test('in quoted strings, which go on behind them, and not in comments', () => {
      const { at } = tokenize(chart);
      expect(at('{{ .Values.text')).toMatch(/string\.quoted\.double\.yaml meta\.embedded\.inline\.gotemplate/);
      expect(at('none')).toMatch(/meta\.embedded\.inline\.gotemplate string\.quoted\.double\.gotemplate$/);
      expect(at(' after')).toMatch(/string\.quoted\.double\.yaml$/);
      expect(at('.Values.comment')).toMatch(/comment\.line\.number-sign\.yaml$/);
      expect(at('printf')).toMatch(/string\.quoted\.single\.yaml meta\.embedded\.inline\.gotemplate support\.function\.gotemplate$/);
      expect(at('%d')).toMatch(/string\.quoted\.other\.raw\.gotemplate$/);
      expect(at(" y'")).toMatch(/string\.quoted\.single\.yaml$/);
    });

    test('template comments, also over two lines', () => {
      const { at } = tokenize(chart);
      expect(at('a comment with')).toMatch(/comment\.block\.gotemplate$/);
      expect(at('{{ braces')).toMatch(/comment\.block\.gotemplate$/);
      expect(at('over two lines')).toMatch(/comment\.block\.gotemplate$/);
      expect(at('script:')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('trimmed')).toMatch(/comment\.block\.gotemplate$/);
    });

    test('in block scalars and in CEL', () => {
      const { at } = tokenize(chart);
      expect(at('range')).toMatch(/meta\.embedded\.inline\.gotemplate keyword\.control\.gotemplate$/);
      expect(at('$index')).toMatch(/variable\.other\.gotemplate punctuation\.definition\.variable\.gotemplate$/);
      expect(at(':= .Values.list')).toMatch(/keyword\.operator\.assignment\.gotemplate$/);
      expect(at('name }}{{ .')).toMatch(/variable\.other\.property\.gotemplate$/);
      expect(at('. }}{{ nil')).toMatch(/variable\.language\.dot\.gotemplate$/);
      expect(at('nil')).toMatch(/constant\.language\.gotemplate$/);
      expect(at('object.spec.size')).toMatch(/source\.cel variable\.language\.cel$/);
      expect(at('int .Values.max')).toMatch(/source\.cel meta\.embedded\.inline\.gotemplate support\.function\.gotemplate$/);
      expect(at('&& true')).toMatch(/source\.cel keyword\.operator\.logical\.cel$/);
    });

    test('in flow sequences, and the YAML after them is YAML', () => {
      const { at } = tokenize(chart);
      expect(at('tpl')).toMatch(/support\.function\.gotemplate$/);
      expect(at('last')).toMatch(/entity\.name\.tag\.yaml$/);
      expect(at('value')).not.toMatch(/gotemplate/);
    });
  });
});
