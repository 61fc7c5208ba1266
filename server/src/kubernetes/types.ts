// The types of Kubernetes' API (1.36), taken from its OpenAPI document. They exist only while compiling.
import type { IIoK8sApiCoreV1Container } from 'kubernetes-models/v1/Container';
import type { IIoK8sApiCoreV1PodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IIoK8sApiCoreV1PodSecurityContext } from 'kubernetes-models/v1/PodSecurityContext';
import type { IIoK8sApiCoreV1SecurityContext } from 'kubernetes-models/v1/SecurityContext';
import type { IIoK8sApiCoreV1Volume } from 'kubernetes-models/v1/Volume';
import type { IIoK8sApiCoreV1VolumeMount } from 'kubernetes-models/v1/VolumeMount';
import type { IIoK8sApiCoreV1Probe } from 'kubernetes-models/v1/Probe';
import type { IIoK8sApiCoreV1LifecycleHandler } from 'kubernetes-models/v1/LifecycleHandler';
import type { IIoK8sApiCoreV1EnvVar } from 'kubernetes-models/v1/EnvVar';
import type { IIoK8sApiCoreV1ContainerPort } from 'kubernetes-models/v1/ContainerPort';
import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule';
import type { IRoleRef } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleRef';
import type { ISubject } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Subject';

export type PodSpec = IIoK8sApiCoreV1PodSpec;
export type PodSecurityContext = IIoK8sApiCoreV1PodSecurityContext;
/** A container, init container or ephemeral container; the last two lack some of the fields. */
export type ContainerSpec = IIoK8sApiCoreV1Container;
export type SecurityContext = IIoK8sApiCoreV1SecurityContext;
export type VolumeSpec = IIoK8sApiCoreV1Volume;
export type VolumeMount = IIoK8sApiCoreV1VolumeMount;
export type Probe = IIoK8sApiCoreV1Probe;
export type LifecycleHandler = IIoK8sApiCoreV1LifecycleHandler;
export type EnvVar = IIoK8sApiCoreV1EnvVar;
export type PolicyRuleSpec = IPolicyRule;
export type RoleRefSpec = IRoleRef;
export type SubjectSpec = ISubject;
export type ContainerPort = IIoK8sApiCoreV1ContainerPort;

/** What every object carries about itself; labels and annotations are dictionaries of strings. */
export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}
