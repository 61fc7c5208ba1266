/** Where in a kind of object pod templates stand. */
export interface PodTemplatePath {
  /** The API group; '' for core, `*` for any. */
  readonly group: string;
  readonly kind: string;
  /**
   * Dotted path to an object with `metadata` and `spec` (a pod template). `*` stands for every item of a list or every
   * entry of a mapping. The empty path is the object itself.
   */
  readonly template: string;
  /** The template only adds to a pod that something else makes, so that absent fields say nothing. */
  readonly isPartial?: boolean;
}

const table: readonly (readonly [group: string, kinds: string, template: string, isPartial?: boolean])[] = [
  ['', 'Pod', ''],
  ['', 'PodTemplate', 'template'],
  ['', 'ReplicationController', 'spec.template'],
  ['apps', 'Deployment ReplicaSet StatefulSet DaemonSet', 'spec.template'],
  ['extensions', 'Deployment ReplicaSet DaemonSet', 'spec.template'],
  ['batch', 'Job', 'spec.template'],
  ['batch', 'CronJob', 'spec.jobTemplate.spec.template'],
  // Argo Rollouts
  ['argoproj.io', 'Rollout', 'spec.template'],
  // Knative Serving
  ['serving.knative.dev', 'Service Configuration', 'spec.template'],
  ['serving.knative.dev', 'Revision', ''],
  // OpenKruise
  ['apps.kruise.io', 'CloneSet StatefulSet DaemonSet BroadcastJob', 'spec.template'],
  ['apps.kruise.io', 'AdvancedCronJob', 'spec.template.jobTemplate.spec.template'],
  ['apps.kruise.io', 'AdvancedCronJob', 'spec.template.broadcastJobTemplate.spec.template'],
  ['apps.kruise.io', 'UnitedDeployment', 'spec.template.*.spec.template'],
  ['apps.kruise.io', 'ImagePullJob', 'spec.template', true],
  ['apps.kruise.io', 'SidecarSet', '', true],
  // OpenShift
  ['apps.openshift.io', 'DeploymentConfig', 'spec.template'],
  // Batch and machine learning
  ['jobset.x-k8s.io', 'JobSet', 'spec.replicatedJobs.*.template.spec.template'],
  ['leaderworkerset.x-k8s.io', 'LeaderWorkerSet', 'spec.leaderWorkerTemplate.workerTemplate'],
  ['leaderworkerset.x-k8s.io', 'LeaderWorkerSet', 'spec.leaderWorkerTemplate.leaderTemplate'],
  ['batch.volcano.sh', 'Job', 'spec.tasks.*.template'],
  ['keda.sh', 'ScaledJob', 'spec.jobTargetRef.template'],
  ['kubeflow.org', 'TFJob', 'spec.tfReplicaSpecs.*.template'],
  ['kubeflow.org', 'PyTorchJob', 'spec.pytorchReplicaSpecs.*.template'],
  ['kubeflow.org', 'MPIJob', 'spec.mpiReplicaSpecs.*.template'],
  ['kubeflow.org', 'XGBoostJob', 'spec.xgbReplicaSpecs.*.template'],
  ['kubeflow.org', 'Notebook', 'spec.template'],
  ['ray.io', 'RayCluster', 'spec.headGroupSpec.template'],
  ['ray.io', 'RayCluster', 'spec.workerGroupSpecs.*.template'],
  ['ray.io', 'RayJob RayService', 'spec.rayClusterSpec.headGroupSpec.template'],
  ['ray.io', 'RayJob RayService', 'spec.rayClusterSpec.workerGroupSpecs.*.template'],
  ['agents.x-k8s.io', 'Sandbox', 'spec.podTemplate'],
  ['extensions.agents.x-k8s.io', 'SandboxTemplate', 'spec.podTemplate'],
];

/** Every kind with pod templates that is known from the start; kinds of Argo Workflows, which have none, are elsewhere. */
export const POD_TEMPLATES: readonly PodTemplatePath[] = table.flatMap(([group, kinds, template, isPartial]) =>
  kinds.split(' ').map((kind) => ({ group, kind, template, ...(isPartial === undefined ? {} : { isPartial }) })),
);

/** The kinds whose pods are written, template by template, straight into the workflow. */
export const WORKFLOWS: ReadonlyMap<string, string> = new Map([
  ['Workflow', 'spec'],
  ['WorkflowTemplate', 'spec'],
  ['ClusterWorkflowTemplate', 'spec'],
  ['CronWorkflow', 'spec.workflowSpec'],
]);
