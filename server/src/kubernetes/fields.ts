import type { Inheritable } from './effective.js';

/** What is to be known of a field that decides about security. */
export interface FieldFact {
  /** Whose field it is. */
  readonly of: 'pod' | 'container';
  /** Its keys from the pod's spec or the container, list indices left out. */
  readonly path: string;
  /** What it does: a sentence or two. */
  readonly summary: string;
  /** What holds where nobody sets it: a value of the API, or a clause. Undefined where nothing does. */
  readonly fallback?: string;
  /** Set where pod and container share the field. */
  readonly inherited?: Inheritable;
}

/** Fields of a security context that pods and containers share, said once for both. */
const SHARED: readonly Omit<FieldFact & { readonly inherited: Inheritable }, 'of' | 'path'>[] = [
  { inherited: 'runAsNonRoot', summary: 'Has the kubelet refuse to start a container that would run as user 0.', fallback: '`false`' },
  { inherited: 'runAsUser', summary: 'The user id that the container’s processes run as; 0 is root, also on the node unless the pod has a user namespace.', fallback: 'the user that the image names, which is often root' },
  { inherited: 'runAsGroup', summary: 'The primary group id of the container’s processes.', fallback: 'the group that the image names, or 0' },
  { inherited: 'seccompProfile', summary: 'Which system calls the processes may make. `RuntimeDefault` refuses those that programs hardly ever need and break-outs often do.', fallback: '`Unconfined`, unless the kubelet’s `seccompDefault` is on' },
  { inherited: 'appArmorProfile', summary: 'The AppArmor profile that confines the processes on nodes that have AppArmor.', fallback: 'the runtime’s default profile, where the node has AppArmor' },
  { inherited: 'seLinuxOptions', summary: 'The SELinux label of the processes; a type of one’s own can lift the confinement of containers.', fallback: 'a label that the container runtime chooses' },
  { inherited: 'windowsOptions', summary: 'Settings of containers on Windows nodes: user name, group managed service account, and whether they run on the host itself.' },
];

const CONTAINER: readonly Omit<FieldFact, 'of'>[] = [
  { path: 'image', summary: 'What runs. A tag can be moved to other contents at any time; a digest (`@sha256:…`) cannot.' },
  { path: 'imagePullPolicy', summary: 'When the kubelet asks the registry for the image, and so whether it checks that the pod may have it.', fallback: '`Always` for `latest` or no tag, else `IfNotPresent`' },
  { path: 'command', summary: 'The program that runs in place of the image’s entry point.', fallback: 'the image’s entry point' },
  { path: 'args', summary: 'What the program is given; visible to everybody who may read the pod.', fallback: 'the image’s arguments' },
  { path: 'env', summary: 'Environment variables. Their values stand in the manifest, in the API and often in logs.' },
  { path: 'env.value', summary: 'The variable’s value in plain text; visible to everybody who may read the pod.' },
  { path: 'env.valueFrom.secretKeyRef', summary: 'Takes the value out of a Secret. Programs and their children inherit it, and it shows up in crash reports; a mounted file does not.' },
  { path: 'envFrom', summary: 'Makes variables of every key of a ConfigMap or Secret.' },
  { path: 'ports.containerPort', summary: 'A port that the container listens on. It is documentation; a port that is not listed can be reached too.' },
  { path: 'ports.hostPort', summary: 'Opens the port on the node’s own addresses, past Services and network policies.', fallback: 'no port of the node' },
  { path: 'resources', summary: 'What the container is promised (`requests`) and what it may use at most (`limits`).', fallback: 'nothing is promised and nothing is limited' },
  { path: 'resources.requests', summary: 'What the scheduler sets aside for the container.', fallback: 'the limits where there are any, else nothing' },
  { path: 'resources.requests.cpu', summary: 'Processor time that is set aside, and the container’s share when the node is busy.', fallback: 'the limit if there is one, else nothing' },
  { path: 'resources.requests.memory', summary: 'Memory that is set aside; containers above their request are evicted first.', fallback: 'the limit if there is one, else nothing' },
  { path: 'resources.limits', summary: 'What the container may use at most.', fallback: 'as much as the node has' },
  { path: 'resources.limits.cpu', summary: 'Processor time after which the container is throttled, even if the node is idle.', fallback: 'as much as the node has' },
  { path: 'resources.limits.memory', summary: 'Memory after which a process of the container is killed.', fallback: 'as much as the node has' },
  { path: 'securityContext', summary: 'What the container’s processes may do. Its fields go before those of the pod’s `securityContext`.' },
  { path: 'securityContext.privileged', summary: 'Gives the container all capabilities and devices of the node: whoever is in it owns the node.', fallback: '`false`' },
  { path: 'securityContext.allowPrivilegeEscalation', summary: 'Whether a process can gain more privileges than its parent, through a setuid program for instance.', fallback: '`true`' },
  { path: 'securityContext.readOnlyRootFilesystem', summary: 'Keeps the container from writing into its own image, so that nothing can be planted there.', fallback: '`false`' },
  { path: 'securityContext.capabilities', summary: 'Which of root’s powers the container has.', fallback: 'the container runtime’s default set, about 14 capabilities' },
  { path: 'securityContext.capabilities.add', summary: 'Capabilities beyond the container runtime’s default set.', fallback: 'none' },
  { path: 'securityContext.capabilities.drop', summary: 'Capabilities that are taken away; `ALL` takes away every one that `add` does not name.', fallback: 'none' },
  { path: 'securityContext.procMount', summary: 'How `/proc` is mounted; `Unmasked` shows the kernel’s inner settings to the container.', fallback: '`Default`' },
  { path: 'securityContext.windowsOptions.hostProcess', summary: 'Runs the container on the Windows node itself.', fallback: '`false`' },
  { path: 'volumeMounts', summary: 'Which volumes the container sees, and where.' },
  { path: 'volumeMounts.readOnly', summary: 'Keeps the container from writing into the volume.', fallback: '`false`' },
  { path: 'livenessProbe', summary: 'How the kubelet finds out that the container must be restarted. It asks from the node.' },
  { path: 'readinessProbe', summary: 'How the kubelet finds out that the container can serve. It asks from the node.' },
  { path: 'startupProbe', summary: 'How the kubelet finds out that the container has started. It asks from the node.' },
  { path: 'lifecycle', summary: 'What the kubelet does when the container has started and before it is stopped.' },
];

const POD: readonly Omit<FieldFact, 'of'>[] = [
  { path: 'hostNetwork', summary: 'Puts the pod into the node’s network: it sees the node’s traffic, and no network policy holds for it.', fallback: '`false`' },
  { path: 'hostPID', summary: 'Shows the pod all processes of the node, with their environments.', fallback: '`false`' },
  { path: 'hostIPC', summary: 'Lets the pod share memory with the processes of the node.', fallback: '`false`' },
  { path: 'hostUsers', summary: 'Whether the pod’s user ids are the node’s own. With `false`, root in the pod is nobody on the node.', fallback: '`true`' },
  { path: 'hostAliases', summary: 'Lines added to the containers’ `/etc/hosts`, which go before DNS.' },
  { path: 'shareProcessNamespace', summary: 'Lets the pod’s containers see each other’s processes, and through `/proc` their files and environments.', fallback: '`false`' },
  { path: 'automountServiceAccountToken', summary: 'Whether the token of the service account, a key to the API server, is put into every container.', fallback: 'what the service account says, else `true`' },
  { path: 'serviceAccountName', summary: 'As whom the pod speaks to the API server.', fallback: '`default`' },
  { path: 'serviceAccount', summary: 'The old name of `serviceAccountName`.' },
  { path: 'enableServiceLinks', summary: 'Whether the addresses of all Services of the namespace are put into every container’s environment.', fallback: '`true`' },
  { path: 'os.name', summary: 'The operating system that the pod is for; some settings hold for one only.' },
  { path: 'runtimeClassName', summary: 'Which container runtime runs the pod; some isolate more than the usual one.', fallback: 'the node’s usual one' },
  { path: 'securityContext', summary: 'What holds for all containers of the pod that do not say otherwise, and for its volumes.' },
  { path: 'securityContext.fsGroup', summary: 'A group that all processes belong to and that owns the pod’s volumes.', fallback: 'the volumes keep their owners' },
  { path: 'securityContext.fsGroupChangePolicy', summary: 'Whether volumes are given to `fsGroup` at every start or only when they have another owner.', fallback: '`Always`' },
  { path: 'securityContext.supplementalGroups', summary: 'Further groups of all processes; 0 is root’s.', fallback: 'those that the image names for the user' },
  { path: 'securityContext.sysctls', summary: 'Settings of the kernel for the pod. Those that are not safe can harm the node or other pods.', fallback: 'none' },
  { path: 'volumes', summary: 'The storage that the pod’s containers can mount.' },
  { path: 'volumes.hostPath', summary: 'Mounts a file or folder of the node. What the pod changes there, it changes on the node.' },
  { path: 'volumes.hostPath.path', summary: 'The file or folder of the node that is mounted.' },
  { path: 'volumes.secret', summary: 'Mounts the keys of a Secret as files.' },
];

/** Every field that is explained. */
export const FIELD_FACTS: readonly FieldFact[] = [
  ...CONTAINER.map((fact): FieldFact => ({ of: 'container', ...fact })),
  ...POD.map((fact): FieldFact => ({ of: 'pod', ...fact })),
  ...SHARED.flatMap((fact): FieldFact[] => [
    { of: 'container', path: `securityContext.${fact.inherited}`, ...fact },
    { of: 'pod', path: `securityContext.${fact.inherited}`, ...fact },
  ]),
];

/** Facts that say enough of what stands below them. */
const COVERS = /^(?:securityContext\.|volumes\.hostPath|resources)/u;

/** What is to be known of a field, or of one around it that it is a part of. */
export function factOf(of: FieldFact['of'], path: readonly string[]): FieldFact | undefined {
  for (let length = path.length; length > 0; length--) {
    const joined = path.slice(0, length).join('.');
    const fact = FIELD_FACTS.find((one) => one.of === of && one.path === joined);
    if (fact) return length === path.length || COVERS.test(joined) ? fact : undefined;
  }
  return undefined;
}
