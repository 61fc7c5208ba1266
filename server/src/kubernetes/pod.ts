import type { Field, Loose } from '../yaml/index.js';
import { readComponent, type Component } from './control-plane.js';
import { effective, type Effective, type Inheritable } from './effective.js';
import type { Resource } from './resource.js';
import type { ContainerSpec, Metadata, PodSecurityContext, PodSpec, SecurityContext, VolumeSpec } from './types.js';
import { POD_TEMPLATES, WORKFLOWS, type PodTemplatePath } from './workloads.js';

/** What a container is for: `init` holds sidecars too (init containers that are restarted always). */
export type ContainerRole = 'container' | 'init' | 'ephemeral';

/** A pod, or what a workload makes its pods from. */
export class Pod {
  readonly resource: Resource;
  readonly metadata: Field<Metadata>;
  readonly spec: Field<PodSpec>;
  /** Only part of the pod is in sight: what is absent here may be set elsewhere. */
  readonly isPartial: boolean;
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly #levels: readonly Field<PodSpec>[];

  constructor(
    resource: Resource,
    place: { metadata: Field<Metadata>; spec: Field<PodSpec>; levels?: readonly Field<PodSpec>[]; isPartial?: boolean; containers?: readonly ContainerPlace[] },
  ) {
    this.resource = resource;
    this.metadata = place.metadata;
    this.spec = place.spec;
    this.#levels = place.levels ?? [place.spec];
    this.isPartial = resource.isPartial || place.isPartial === true;
    this.containers = (place.containers ?? containerPlaces(place.spec)).map(({ field, role }) => new Container(this, field, role));
    this.volumes = place.spec
      .at('volumes')
      .items()
      .map((field) => new Volume(this, field as Field<VolumeSpec>));
  }

  get securityContext(): Field<PodSecurityContext> {
    return this.setting('securityContext').as<PodSecurityContext>();
  }

  /** A setting of the pod where its word counts: Argo Workflows can write it into a template or, for all of them, into the workflow. */
  setting<K extends keyof PodSpec & string>(key: K): Field<NonNullable<PodSpec[K]>> {
    const fields = this.#levels.map((level) => level.locate([key]));
    return (fields.find((field) => field.isSet || field.isTemplated) ?? this.spec.locate([key])) as unknown as Field<NonNullable<PodSpec[K]>>;
  }

  /** `windows` only where the pod says so; everything else is judged as Linux, as the API server does. */
  get os(): 'linux' | 'windows' {
    return this.spec.at('os', 'name').is('windows') ? 'windows' : 'linux';
  }

  /** The pod runs in a user namespace of its own (`hostUsers: false`), so that root in it is nobody on the node. */
  get hasUserNamespace(): boolean {
    return this.spec.at('hostUsers').is(false);
  }

  /** `Deployment cart`, as in the object's own title. */
  get title(): string {
    return this.resource.title;
  }
}

/** A container of any role, with the pod it stands in. */
export class Container {
  readonly pod: Pod;
  readonly field: Field<ContainerSpec>;
  readonly role: ContainerRole;
  #component: Component | null | undefined;

  constructor(pod: Pod, field: Field<ContainerSpec>, role: ContainerRole) {
    this.pod = pod;
    this.field = field;
    this.role = role;
  }

  /** Reads a path of the container: `container.at('securityContext', 'privileged')`. */
  get at(): Field<ContainerSpec>['at'] {
    return this.field.at.bind(this.field) as Field<ContainerSpec>['at'];
  }

  /** The container's name; its place in the list where it has none. */
  get name(): string {
    const { value } = this.field.at('name');
    return value === undefined ? `#${String(this.field.key ?? 0)}` : String(value);
  }

  get os(): Pod['os'] {
    return this.pod.os;
  }

  /** The program of the cluster that the container runs: API server, etcd, kubelet and the like. */
  get component(): Component | undefined {
    if (this.#component === undefined) this.#component = readComponent(this) ?? null;
    return this.#component ?? undefined;
  }

  get securityContext(): Field<SecurityContext> {
    return this.field.at('securityContext');
  }

  /** An init container that runs beside the others for the pod's whole life. */
  get isSidecar(): boolean {
    return this.role === 'init' && this.field.at('restartPolicy').is('Always');
  }

  /**
   * The container is privileged or has CAP_SYS_ADMIN; the API server refuses `allowPrivilegeEscalation: false` beside that.
   *
   * Source: ValidateSecurityContext in the API server's validation of the core group.
   */
  get isAllPowerful(): boolean {
    const { securityContext } = this;
    if (securityContext.at('privileged').is(true)) return true;
    return securityContext
      .at('capabilities', 'add')
      .items()
      .some((capability) => /^(?:CAP_)?(?:SYS_ADMIN|ALL)$/u.test(capability.string ?? ''));
  }

  /** The value that is really in force for a field that pods and containers share, and where it comes from. */
  effective<K extends Inheritable>(key: K): Effective<K> {
    return effective(this, key);
  }
}

/** A volume of a pod. */
export class Volume {
  readonly pod: Pod;
  readonly field: Field<VolumeSpec>;

  constructor(pod: Pod, field: Field<VolumeSpec>) {
    this.pod = pod;
    this.field = field;
  }

  get at(): Field<VolumeSpec>['at'] {
    return this.field.at.bind(this.field) as Field<VolumeSpec>['at'];
  }

  get name(): string {
    return String(this.field.at('name').value ?? '');
  }
}

interface ContainerPlace {
  readonly field: Field<ContainerSpec>;
  readonly role: ContainerRole;
}

function containerPlaces(spec: Field<PodSpec>): ContainerPlace[] {
  return [
    ...places(spec.at('containers'), 'container'),
    ...places(spec.at('initContainers'), 'init'),
    ...places(spec.at('ephemeralContainers'), 'ephemeral'),
  ];
}

function places(list: Field<unknown>, role: ContainerRole): ContainerPlace[] {
  return list.items().map((field) => ({ field: field as Field<unknown> as Field<ContainerSpec>, role }));
}

/** The pods that an object is or makes. `extra` are the kinds that the user has mapped. */
export function podsOf(resource: Resource, extra: readonly PodTemplatePath[]): Pod[] {
  const pods: Pod[] = [];
  for (const path of templatesFor(resource, extra)) {
    for (const template of expand(resource.root, path.template)) {
      const spec = template.at('spec');
      if (spec.node?.kind !== 'map') continue;
      pods.push(
        new Pod(resource, {
          metadata: template.at('metadata').as<Metadata>(),
          spec: spec.as<PodSpec>(),
          ...(path.isPartial === undefined ? {} : { isPartial: path.isPartial }),
        }),
      );
    }
  }
  return resource.group === 'argoproj.io' ? [...pods, ...workflowPods(resource)] : pods;
}

function templatesFor(resource: Resource, extra: readonly PodTemplatePath[]): PodTemplatePath[] {
  return [...POD_TEMPLATES, ...extra].filter((path) => path.kind === resource.kind && (path.group === '*' || path.group === resource.group));
}

function expand(root: Field<Loose>, path: string): Field<Loose>[] {
  let fields = [root];
  for (const key of path === '' ? [] : path.split('.')) {
    fields = fields.flatMap((field) => {
      if (key !== '*') return [field.at(key)];
      return field.node?.kind === 'seq' ? field.items() : field.entries().map((entry) => entry.field);
    });
  }
  return fields;
}

/**
 * Argo Workflows write a pod's containers into each of their templates, beside settings of the pod, and settings for all
 * pods into the workflow's spec.
 */
function workflowPods(resource: Resource): Pod[] {
  const at = WORKFLOWS.get(resource.kind);
  if (at === undefined) return [];
  const workflow = resource.root.locate(at.split('.'));
  // What the workflow says for all of its pods is looked at once, and what it leaves out the templates may say.
  const shared = new Pod(resource, { metadata: workflow.at('podMetadata').as<Metadata>(), spec: workflow.as<PodSpec>(), isPartial: true, containers: [] });
  const pods = workflow
    .at('templates')
    .items()
    .flatMap((template) => {
      const main = [template.at('container'), template.at('script'), ...template.at('containerSet', 'containers').items()].filter((field) => field.node?.kind === 'map');
      if (main.length === 0) return [];
      const containers = [
        ...main.map((field) => ({ field: field.as<ContainerSpec>(), role: 'container' as const })),
        ...places(template.at('sidecars'), 'container'),
        ...places(template.at('initContainers'), 'init'),
      ];
      const levels = [template.as<PodSpec>(), workflow.as<PodSpec>()];
      return [new Pod(resource, { metadata: template.at('metadata').as<Metadata>(), spec: template.as<PodSpec>(), levels, containers })];
    });
  return workflow.node?.kind === 'map' ? [shared, ...pods] : [];
}
