import type { Field } from '../yaml/index.js';

const CONTAINER = [
  'name', 'image', 'imagePullPolicy', 'restartPolicy', 'command', 'args', 'workingDir', 'ports', 'envFrom', 'env', 'resources', 'volumeMounts',
  'volumeDevices', 'startupProbe', 'livenessProbe', 'readinessProbe', 'lifecycle', 'securityContext',
];
const POD_SPEC = [
  'restartPolicy', 'serviceAccountName', 'serviceAccount', 'automountServiceAccountToken', 'enableServiceLinks', 'hostNetwork', 'hostPID',
  'hostIPC', 'hostUsers', 'dnsPolicy', 'securityContext', 'initContainers', 'containers', 'volumes',
];
const METADATA = ['name', 'generateName', 'namespace', 'labels', 'annotations'];
const RESOURCES = ['requests', 'limits'];

/** In which order people write the keys of the mappings that fixes add to; undefined where there is no custom. */
export function conventionalOrder(parent: Field<unknown>): readonly string[] | undefined {
  const above = parent.parent?.key;
  if (typeof parent.key === 'number' && (above === 'containers' || above === 'initContainers' || above === 'ephemeralContainers')) return CONTAINER;
  switch (parent.key) {
    case 'spec':
      return POD_SPEC;
    case 'metadata':
      return METADATA;
    case 'resources':
      return RESOURCES;
    default:
      return undefined;
  }
}
