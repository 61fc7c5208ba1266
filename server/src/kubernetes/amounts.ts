import type { Field, Loose } from '../yaml/index.js';
import type { Container } from './pod.js';
import { parseQuantity } from './quantity.js';
import type { KubernetesVersion } from './version.js';

/** What a container is promised, and what it may use at most. */
export type AmountKind = 'requests' | 'limits';

/** The resources that the rules ask for; others (huge pages, devices) are claimed only by those who need them. */
export type AmountName = 'cpu' | 'memory' | 'ephemeral-storage';

/** An amount that a container does not give. */
export interface AmountGap {
  /** The place of the amount: absent, or zero. */
  readonly field: Field<Loose>;
  /** A zero is written, which stands for no amount. */
  readonly isZero: boolean;
  /** The limit of the same resource, where a request is asked for and a limit is written. */
  readonly limit: string | number | undefined;
}

/** A request that is not the limit. */
export interface AmountMismatch {
  readonly request: { readonly field: Field<Loose>; readonly amount: string | number };
  /** Undefined `amount`: there is no limit. */
  readonly limit: { readonly field: Field<Loose>; readonly amount: string | number | undefined };
}

/** Whether a container works for as long as its pod: regular containers and sidecars, not init and ephemeral ones. */
export function isLongRunning(container: Container): boolean {
  return container.role === 'container' || container.isSidecar;
}

/**
 * The amount if neither the container nor, where the version knows that, its pod gives it. Undefined where it is given,
 * where a template may give it, and for ephemeral containers, which cannot have any.
 *
 * Source: Kubernetes documentation, Resource Management for Pods and Containers; pod-level resources are on from 1.34.
 */
export function gapIn(container: Container, kind: AmountKind, name: AmountName, version: KubernetesVersion): AmountGap | undefined {
  if (container.role === 'ephemeral') return undefined;
  const field = amountField(container, kind, name);
  if (field.isTemplated || (field.isSet && !isZero(field)) || isGivenByPod(container, kind, name, version)) return undefined;
  const limit = amountField(container, 'limits', name);
  const hasLimit = kind === 'requests' && limit.isSet && !limit.isTemplated && !isZero(limit);
  return { field, isZero: field.isSet, limit: hasLimit ? amountOf(limit) : undefined };
}

/**
 * Request and limit where they differ as quantities. The API takes a limit for the request that is not written; neither
 * of the two is no difference. Undefined where they are equal, or not known.
 */
export function mismatchIn(container: Container, name: AmountName, version: KubernetesVersion): AmountMismatch | undefined {
  if (container.role === 'ephemeral') return undefined;
  const request = amountField(container, 'requests', name);
  const limit = amountField(container, 'limits', name);
  const amount = amountOf(request);
  const requested = parseQuantity(amount);
  if (amount === undefined || requested === undefined || request.isTemplated || limit.isTemplated) return undefined;
  if (!limit.isSet || isZero(limit)) {
    if (requested === 0 || isGivenByPod(container, 'limits', name, version)) return undefined;
    return { request: { field: request, amount }, limit: { field: limit, amount: undefined } };
  }
  const allowed = parseQuantity(amountOf(limit));
  if (allowed === undefined || Math.abs(allowed - requested) <= Math.abs(allowed) * 1e-9) return undefined;
  return { request: { field: request, amount }, limit: { field: limit, amount: amountOf(limit) } };
}

function amountField(container: Container, kind: AmountKind, name: AmountName): Field<Loose> {
  return container.field.locate(['resources', kind, name]);
}

function amountOf(field: Field<unknown>): string | number | undefined {
  return field.string ?? field.number;
}

function isZero(field: Field<unknown>): boolean {
  return parseQuantity(amountOf(field)) === 0;
}

function isGivenByPod(container: Container, kind: AmountKind, name: AmountName, version: KubernetesVersion): boolean {
  if (name === 'ephemeral-storage' || !version.atLeast(1, 34)) return false;
  const shared = container.pod.spec.locate(['resources', kind, name]);
  return shared.isTemplated || (shared.isSet && !isZero(shared));
}
