import { assign, cis, defineComponentRule, inPod, iso27001, manifest, nist80053, nsa, pciDss, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'scheduler-profiling',
  component: 'kube-scheduler',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The scheduler serves profiles of itself.',
    why: 'Under `/debug/pprof` the scheduler tells callers about its memory and code, and a profile that is being taken costs it time. That helps an intruder to understand the cluster, and to keep pods waiting.',
    unless: 'somebody is looking for a fault in its performance.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_114'),
    same('trivy', 'KCV-0040'),
    same('kubescape', 'ensure-that-the-scheduler-profiling-argument-is-set-to-false', 'C-0151'),
  ],
  frameworks: [cis('1.4.1'), nsa('control-plane'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    set: '{component} serves profiles.',
    unset: '{component} serves profiles, because that is the default.',
  },
  judge(component, report) {
    const profiling = component.setting('profiling');
    if (profiling.is('false')) return;
    report(profiling, { message: profiling.isSet ? 'set' : 'unset', fix: assign(profiling, 'false', 'Serve no profiles') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --profiling=true
      `,
      fixed: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --profiling=false
      `,
    },
    {
      title: 'Profiles are the default',
      bad: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --v=2
      `,
      fixed: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --v=2
            - --profiling=false
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubescheduler.config.k8s.io/v1
        kind: KubeSchedulerConfiguration
        enableProfiling: true
      `,
      fixed: manifest`
        apiVersion: kubescheduler.config.k8s.io/v1
        kind: KubeSchedulerConfiguration
        enableProfiling: false
      `,
    },
  ],
});
