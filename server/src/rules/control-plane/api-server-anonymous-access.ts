import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, manifest, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-anonymous-access',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server answers requests that name no user.',
    why: 'Anonymous requests act as `system:anonymous`, so one careless role binding opens the cluster to everybody who reaches its port. Kubernetes allows them unless told otherwise.',
    unless: 'health checks or `kubeadm join` ask the API server without credentials and no role is bound to `system:anonymous` or `system:unauthenticated`.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_68'),
    same('trivy', 'KCV-0001'),
    same('kubescape', 'ensure-that-the-api-server-anonymous-auth-argument-is-set-to-false', 'C-0113'),
  ],
  frameworks: [cis('1.2.1'), nsa('authentication'), nist800190('4.3.2'), nist80053('AC-14'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} answers anonymous requests.',
    unset: '{component} answers anonymous requests, because that is the default.',
  },
  judge(component, report) {
    const anonymous = component.setting('anonymous-auth');
    if (anonymous.is('false')) return;
    // Probes of the kubelet are anonymous, and those of kubeadm's pods ask over HTTP.
    const { container } = component;
    const isProbed = !container || [container.at('livenessProbe', 'httpGet'), container.at('readinessProbe', 'httpGet'), container.at('startupProbe', 'httpGet')].some((probe) => probe.isSet);
    const fix = isProbed ? undefined : assign(anonymous, 'false', 'Refuse anonymous requests');
    report(anonymous, { message: anonymous.isSet ? 'set' : 'unset', fix });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --anonymous-auth=true
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --anonymous-auth=false
      `,
    },
    {
      title: 'Anonymous requests are the default',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
            - --anonymous-auth=false
      `,
    },
    {
      title: 'Without credentials the probe of the kubelet would fail',
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: kube-apiserver
          namespace: kube-system
        spec:
          containers:
            - name: kube-apiserver
              image: registry.k8s.io/kube-apiserver:v1.34.2
              command:
                - kube-apiserver
                - --anonymous-auth=true
              livenessProbe:
                httpGet:
                  path: /livez
                  port: 6443
                  scheme: HTTPS
      `,
    },
    {
      title: 'A file says who may be anonymous, and where',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --authentication-config=/etc/kubernetes/authentication.yaml
      `,
    },
  ],
});
