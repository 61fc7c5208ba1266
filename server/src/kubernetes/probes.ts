import type { Field } from '../yaml/index.js';
import type { Container } from './pod.js';
import type { Probe } from './types.js';

/** The ways to connect that probes and lifecycle hooks have in common. */
export type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket'>;

/** A container's probes and lifecycle hooks, as far as they are set. */
export function handlersOf(container: Container): Field<Handler>[] {
  const handlers: readonly Field<unknown>[] = [
    container.at('livenessProbe'),
    container.at('readinessProbe'),
    container.at('startupProbe'),
    container.at('lifecycle', 'postStart'),
    container.at('lifecycle', 'preStop'),
  ];
  return handlers.filter((handler) => handler.isSet).map((handler) => handler.as<Handler>());
}
