import type { Field } from '../yaml/index.js';
import type { Volume } from './pod.js';

/** What of a node a path leads to, from the worst to the least; every path is of one kind. */
export type HostPathKind = 'docker-socket' | 'runtime-socket' | 'proc' | 'credentials' | 'sensitive' | 'other';

/** A directory or file of the node that a volume gives to a pod. */
export interface HostPath {
  readonly kind: HostPathKind;
  /** The path for messages; `a path` where the file does not say which. */
  readonly path: string;
  /** Where it stands: the path, else the volume's source. */
  readonly place: Field<unknown>;
  /** A socket or device, at which the pod can do something even when it is mounted read-only. */
  readonly isEndpoint: boolean;
}

const RUNTIME_SOCKET = /\/(?:containerd|crio|cri-dockerd|dockershim|podman)\.sock$/u;
/** Directories in which a container runtime's socket lies. */
const SOCKET_DIRECTORIES: ReadonlySet<string> = new Set(['/run', ...['docker', 'containerd', 'crio', 'podman'].map((runtime) => `/run/${runtime}`)]);
const CREDENTIALS: readonly RegExp[] = [
  /^\/etc\/kubernetes(?:\/|$)/u,
  /^\/var\/lib\/kubelet(?:\/pki(?:\/.*)?|\/kubeconfig)?$/u,
  /^\/var\/lib\/etcd(?:\/|$)/u,
  /\/\.(?:aws|azure|kube|config\/gcloud)(?:\/|$)/u,
  /^\/root\/\.ssh(?:\/|$)/u,
];
const SENSITIVE: ReadonlySet<string> = new Set([
  '/', '/boot', '/dev', '/etc', '/lib', '/lib64', '/bin', '/sbin', '/sys', '/usr', '/root', '/home', '/var', '/var/lib', '/var/lib/docker',
  '/var/lib/containerd',
]);
const ENDPOINTS: ReadonlySet<unknown> = new Set(['Socket', 'CharDevice', 'BlockDevice']);

/** The node's path that a volume stands for; undefined for volumes of other kinds, and where a template decides. */
export function hostPathOf(volume: Volume): HostPath | undefined {
  const source = volume.at('hostPath');
  if (!source.isSet || source.isTemplated) return undefined;
  const path = source.at('path');
  const { string: text } = path;
  if (text === undefined || path.isTemplated) return { kind: 'other', path: text ?? 'a path', place: path.isSet ? path : source, isEndpoint: false };
  const normal = normalise(text);
  return { kind: kindOf(normal), path: text, place: path, isEndpoint: ENDPOINTS.has(source.at('type').value) || normal.endsWith('.sock') || normal.startsWith('/dev/') };
}

function kindOf(path: string): HostPathKind {
  if (path.endsWith('/docker.sock')) return 'docker-socket';
  const inRun = path.replace(/^\/var\/run(?=\/|$)/u, '/run');
  if (RUNTIME_SOCKET.test(path) || SOCKET_DIRECTORIES.has(inRun)) return 'runtime-socket';
  if (path === '/proc' || path.startsWith('/proc/')) return 'proc';
  if (CREDENTIALS.some((pattern) => pattern.test(path))) return 'credentials';
  return SENSITIVE.has(path) ? 'sensitive' : 'other';
}

/** Without doubled and trailing slashes and without `.` parts, which do not change what a path leads to. */
function normalise(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return (path.startsWith('/') ? '/' : '') + parts.join('/');
}
