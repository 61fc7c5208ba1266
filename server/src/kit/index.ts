// The vocabulary of rules: a rule's file imports this and nothing else.
export { near, same, TOOLS, type Alias, type Tool } from './alias.js';
export { inPod, inPodSpec, manifest, type Example } from './example.js';
export { change, fix, type Fix, type FixTier } from './fix.js';
export * from './frameworks/index.js';
export { fill } from './messages.js';
export type * from './options.js';
export { firstLineOf, within } from './place.js';
export * from './rule.js';
export { parseImage, parseQuantity, type Container, type ContainerSpec, type ImageReference, type Pod, type Resource, type SecurityContext, type Volume } from '../kubernetes/index.js';
export type { Field, Loose, Operation, Plain } from '../yaml/index.js';
export { addedCapabilities, droppedCapabilities, handlersOf, hostProcessSettings, isDefaultCapability, isSafeSysctl, refusesLinuxSettings, type Capability, type CapabilityKind } from '../kubernetes/index.js';
export { acceptsPodSecurityContext, appArmorAnnotation, appArmorAnnotations, hasSeccompAnnotation, hostPathOf, isOverriddenEverywhere, isRootHarmless, isUnknownProfileType, profileTypeLike, runsOnWindows, seccompAnnotations, securityLevels, speaksFor, windowsOption } from '../kubernetes/index.js';
export { requestTheLimit } from './amounts.js';
export { matchesGlob } from './glob.js';
export { couldBeSecret, namesSecret, secretIn } from './secrets.js';
export { gapIn, imageOf, invocationOf, isInRepository, isLongRunning, isWellFormedDigest, mismatchIn, type ContainerImage } from '../kubernetes/index.js';
