import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, isSecureCipherSuite, manifest, mitre, near, nist80053, nsa, pciDss, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'weak-cipher-suite',
  component: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'],
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A component of the cluster accepts a weak TLS cipher suite.',
    why: 'Suites without forward secrecy let anyone who gets the private key later read what was recorded before; RC4, 3DES and CBC with SHA-256 have known attacks. Go counts all of these as insecure and leaves them out by default.',
    unless: 'a client that cannot be replaced knows no other suite.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_105', 'accepts RSA key exchange, and neither suites of TLS 1.3 nor those in CBC mode'),
    near('checkov', 'CKV_K8S_151', 'accepts RSA key exchange, and neither suites of TLS 1.3 nor those in CBC mode'),
    near('kubescape', 'C-0277', 'wants the flag written out'),
    near('kubescape', 'ensure-that-the-API-Server-only-makes-use-of-Strong-Cryptographic-Ciphers-cis1-10', 'wants the flag written out'),
    near('kubescape', 'C-0143', 'wants all of twenty-one suites'),
    near('kubescape', 'ensure-that-the-API-Server-only-makes-use-of-Strong-Cryptographic-Ciphers', 'wants all of twenty-one suites'),
  ],
  frameworks: [cis('1.2.29'), cis('4.2.12'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-13'), pciDss('2.2.7'), pciDss('12.3.3'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    weak: '{component} accepts the cipher suite {value}.',
  },
  judge(component, report) {
    const suites = component.setting(component.name === 'etcd' ? 'cipher-suites' : 'tls-cipher-suites');
    const weak = suites.parts.filter((part) => !isSecureCipherSuite(part.text));
    for (const part of weak) {
      const repair = weak.length < suites.parts.length ? withdraw(suites, `Refuse ${part.text}`, part) : withdraw(suites, 'Leave the suites to the default');
      report(suites, { message: 'weak', fix: repair }, part);
    }
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --tls-cipher-suites=TLS_AES_128_GCM_SHA256
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        tlsCipherSuites:
          - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
          - TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        tlsCipherSuites:
          - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
      `,
    },
  ],
});
