import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOOLS } from '../../server/src/kit/index.js';
import { catalogue } from '../../server/src/rules/index.js';
import { findings, planOf } from './judge.js';

interface Meaning {
  readonly tools: readonly string[];
  readonly checks: readonly string[];
  readonly rule: string;
  readonly difference: string;
  readonly why: string;
}

const { meanings } = JSON.parse(readFileSync(new URL('../../docs/differences.json', import.meta.url), 'utf8')) as { readonly meanings: readonly Meaning[] };
const rules = new Map(catalogue.map(({ rule }) => [rule.id, rule]));

describe('docs/differences.json', () => {
  it('has something to say', () => {
    expect(meanings.length).toBeGreaterThan(0);
  });

  it.each(meanings.map((meaning) => [`${meaning.rule}: ${meaning.checks.join(', ')}`, meaning] as const))('%s', (_, { tools, checks, rule, difference, why }) => {
    const aliases = (rules.get(rule)?.aliases ?? []).filter((alias) => tools.includes(alias.tool));
    expect(rules.has(rule), `there is a rule ${rule}`).toBe(true);
    expect(checks.filter((check) => !aliases.some(({ id }) => id === check)), 'every check is an alias of the rule').toEqual([]);
    expect(tools.filter((tool) => !aliases.some((alias) => alias.tool === tool && checks.includes(alias.id))), 'every tool has a check').toEqual([]);
    expect(TOOLS).toEqual(expect.arrayContaining([...tools]));
    for (const sentence of [difference, why]) expect(sentence).toMatch(/^[A-Z0-9`].*\.$/u);
  });

  it('says nothing twice', () => {
    const said = meanings.flatMap(({ tools, checks, rule, difference }) => tools.flatMap((tool) => checks.map((check) => `${tool} ${check} ${rule} ${difference}`)));
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });
});

/** A pod with these lines in its spec, and these for its one container. */
const pod = (container: string, spec = '', metadata = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${metadata}spec:\n${spec}  containers:\n    - name: app\n      image: registry.example.com/app:1.4.2\n${container}`;
const secure = (securityContext: string): string => `      securityContext: ${securityContext}\n`;
const mounting = (path: string): string => pod('', `  volumes: [{ name: node, hostPath: { path: "${path}" } }]\n`);
const variable = (name: string, value: string): string => pod(`      env: [{ name: ${name}, value: ${value} }]\n`);
const image = (reference: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - { name: app${reference} }\n`;
const confined = '  securityContext: { seccompProfile: { type: RuntimeDefault } }\n';
const cronJob = 'apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: web }\nspec:\n  schedule: "* * * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - { name: app, image: "app:1", securityContext: { seccompProfile: { type: RuntimeDefault } } }\n';
const windows = pod('      ports: [{ containerPort: 80 }]\n', '  os: { name: windows }\n');
const amounts = (cpu: string, memory: string, of: readonly string[]): string => `resources: { ${of.map((kind) => `${kind}: { cpu: ${cpu}, memory: ${memory} }`).join(', ')} }\n`;

// What the sentences about other tools say of Oakum, by rule: what it passes and what it reports.
describe.each<[text: string, passes: readonly string[], reports: readonly string[]]>([
  [pod('      ports: [{ containerPort: 80, hostPort: 0 }]\n'), ['host-port'], []],
  [pod(secure('{ procMount: Default }')), ['unmasked-proc'], []],
  [pod(secure('{ capabilities: { add: [CAP_SYS_ADMIN, cap_net_raw, CAP_SYS_MODULE, CAP_NET_ADMIN] } }')), [], ['sys-admin-capability', 'net-raw-capability', 'sys-module-capability', 'net-admin-capability']],
  [pod(secure('{ capabilities: { add: [SETPCAP] } }')), ['dangerous-capability'], ['default-capability-added']],
  [pod(secure('{ capabilities: { add: [SYSLOG, DAC_READ_SEARCH] } }')), [], ['dangerous-capability']],
  [pod(secure('{ capabilities: { drop: [] } }')), [], ['no-capability-dropped']],
  [pod(''), [], ['net-raw-not-dropped']],
  [windows, ['host-users', 'privileged-port', 'writable-root-filesystem'], []],
  [pod(secure('{ appArmorProfile: { type: RuntimeDefault } }')), ['linux-hardening-absent', 'apparmor-profile-unset'], []],
  [pod(secure('{ appArmorProfile: { type: Unconfined } }')), [], ['apparmor-unconfined']],
  [pod('', '', '  annotations: { container.apparmor.security.beta.kubernetes.io/app: unconfined }\n'), [], ['apparmor-unconfined']],
  ['apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  - containers: []\n', ['pod-security-context-unset'], []],
  [pod('', '  securityContext: { fsGroup: 1000 }\n'), ['pod-security-context-unset'], ['container-security-context-unset']],
  [pod(secure('{ runAsNonRoot: false }'), '  securityContext: { runAsNonRoot: true }\n'), [], ['root-user-possible']],
  [pod(secure('{ runAsNonRoot: false }'), '  securityContext: { runAsNonRoot: true, runAsUser: 1000 }\n'), [], ['non-root-opt-out']],
  [pod(secure('{ runAsUser: 0 }'), '  hostUsers: false\n'), ['root-user-possible', 'root-user', 'low-user-id'], []],
  [pod(secure('{ runAsUser: 10000, runAsGroup: 10000 }')), ['low-user-id', 'low-group-id'], []],
  [pod(secure('{ runAsGroup: 0 }')), [], ['root-group']],
  [pod(secure('{ seLinuxOptions: { type: container_engine_t, user: "", role: "" } }')), ['custom-selinux-options'], []],
  [cronJob, ['seccomp-profile-unset'], []],
  [pod(secure('{ seccompProfile: { type: Unconfined } }'), confined), [], ['seccomp-unconfined']],
  [pod(secure('{ seccompProfile: {} }'), confined), [], ['seccomp-profile-unset']],
  [mounting('/run/docker.sock'), [], ['docker-socket-mount']],
  [mounting('//etc/'), [], ['sensitive-host-path']],
  [mounting('/etc/shop'), ['sensitive-host-path'], ['host-path-volume']],
  [mounting('/root'), [], ['sensitive-host-path']],
  [mounting('/proc/sys'), [], ['host-proc-mount']],
  [mounting('/srv/processed'), ['host-proc-mount'], []],
  [mounting('/run/crio/crio.sock'), [], ['container-runtime-socket-mount']],
  [mounting('/var/run'), [], ['container-runtime-socket-mount']],
  [mounting('/home/shop/.aws'), [], ['host-credential-path']],
  [`${pod('', '  serviceAccountName: shop\n')}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: shop }\nautomountServiceAccountToken: false\n`, [], ['automounted-service-account-token']],
  [pod('', '  volumes: [{ name: data, cephfs: { monitors: [a] } }]\n'), [], ['restricted-volume-type']],
  [image(', image: "registry:5000/app"'), [], ['latest-image-tag']],
  [image(', image: "${IMAGE}"'), ['latest-image-tag'], []],
  [image(''), ['latest-image-tag', 'image-pull-policy', 'image-without-digest'], []],
  [pod(`      ${amounts('1', '1Gi', ['limits'])}`), ['cpu-request-below-limit', 'memory-request-below-limit'], ['cpu-request-unset', 'memory-request-unset']],
  [pod(`      ${amounts('0', '0', ['limits', 'requests'])}`), [], ['cpu-request-unset', 'memory-request-unset', 'cpu-limit-unset', 'memory-limit-unset']],
  [pod('', `  ${amounts('1', '1Gi', ['limits', 'requests'])}`), ['cpu-request-unset', 'memory-request-unset', 'cpu-limit-unset', 'memory-limit-unset'], []],
  [variable('TOKEN_TTL', '"3600"'), ['env-secret-literal'], []],
  [variable('PASSWORD_FILE', '/run/x'), ['env-secret-literal'], []],
  [variable('USE_TOKEN', '"true"'), ['env-secret-literal'], []],
  [variable('TOKEN', '$(OTHER)'), ['env-secret-literal'], []],
  [variable('DATABASE', 'postgres://shop:correct-horse-battery@db/shop'), [], ['env-secret-literal']],
  [pod('      command: [cat, /etc/sudoers]\n'), ['sudo-in-command'], []],
  [pod('      command: [sh, -c]\n      args: [sudo reboot]\n'), [], ['sudo-in-command']],
  ['apiVersion: v1\nkind: LimitRange\nmetadata: { name: all }\nspec:\n  limits: ${LIMITS}\n', ['incomplete-limit-range'], []],
  ['apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: all }\nspec:\n  hard: ${HARD}\n', ['incomplete-resource-quota'], []],
])('manifest %#', (text, passes, reports) => {
  it('is judged as docs/differences.json implies', () => {
    const found = new Set(findings(text, planOf({})).map(({ rule }) => rule));
    expect(passes.filter((rule) => found.has(rule)), text).toEqual([]);
    expect(reports.filter((rule) => !found.has(rule)), text).toEqual([]);
    expect([...passes, ...reports].filter((rule) => !rules.has(rule)), 'rules that there are').toEqual([]);
  });
});
