import { assign, cis, defineComponentRule, inPod, iso27001, nist80053, nsa, pciDss, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-profiling',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server serves profiles of itself.',
    why: 'Under `/debug/pprof` the API server tells callers about its memory and code, and a profile that is being taken costs it time. Nobody needs that from a server in production until something is wrong.',
    unless: 'somebody is looking for a fault in its performance.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_90'),
    same('trivy', 'KCV-0018'),
    same('kubescape', 'ensure-that-the-api-server-profiling-argument-is-set-to-false', 'C-0129'),
  ],
  frameworks: [cis('1.2.15'), nsa('control-plane'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
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
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --profiling=true
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --profiling=false
      `,
    },
    {
      title: 'Profiles are the default',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
            - --profiling=false
      `,
    },
  ],
});
