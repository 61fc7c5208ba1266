// The vocabulary of rules: a rule's file imports this and nothing else.
export { near, same, TOOLS, type Alias, type Tool } from './alias.js';
export { inPod, inPodSpec, manifest, type Example } from './example.js';
export { change, fix, type Fix, type FixTier } from './fix.js';
export * from './frameworks/index.js';
export { fill } from './messages.js';
export type * from './options.js';
export { within } from './place.js';
export * from './rule.js';
export { parseImage, parseQuantity, type Container, type ContainerSpec, type ImageReference, type Pod, type Resource, type SecurityContext, type Volume } from '../kubernetes/index.js';
export type { Field, Loose, Operation, Plain } from '../yaml/index.js';
export { addedCapabilities, droppedCapabilities, hostProcessSettings, isDefaultCapability, isSafeSysctl, refusesLinuxSettings, type Capability, type CapabilityKind } from '../kubernetes/index.js';
