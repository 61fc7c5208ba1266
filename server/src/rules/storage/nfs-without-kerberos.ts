import { defineRule, hipaa, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'nfs-without-kerberos',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'An NFS volume is mounted without Kerberos.',
    why: 'Without it NFS believes every client who its user is, and neither encrypts nor signs what goes over the network: whoever reaches the server or the wire reads and changes the files.',
    unless: 'the network between the nodes and the server is encrypted and closed to others.',
  },
  aliases: [],
  frameworks: [nist80053('SC-8(1)'), nsa('encryption'), pciDss('4.2.1'), soc2('CC6.7'), hipaa('164.312(e)(1)'), iso27001('8.24'), mitre('T1040')],
  messages: {
    mounted: '{title} mounts NFS from {server} without Kerberos.',
  },
  visit: {
    resource(resource, report) {
      const spec = resource.root.at('spec');
      const isClass = resource.kind === 'StorageClass' && resource.group === 'storage.k8s.io' && resource.root.at('provisioner').is('nfs.csi.k8s.io');
      const isVolume = resource.kind === 'PersistentVolume' && resource.group === '' && (spec.at('nfs').isSet || spec.at('csi', 'driver').is('nfs.csi.k8s.io'));
      if ((!isClass && !isVolume) || resource.isPartial) return;
      const options = isClass ? resource.root.at('mountOptions') : spec.at('mountOptions');
      if (options.isTemplated || options.items().some((option) => option.isTemplated || /\bsec=krb5[ip]?\b/u.test(option.string ?? ''))) return;
      const server = isClass ? resource.root.at('parameters', 'server') : spec.at('nfs').isSet ? spec.at('nfs', 'server') : spec.at('csi').locate(['volumeAttributes', 'server']);
      report(server, { message: 'mounted', data: { title: resource.title, server: String(server.value ?? 'a server') } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: media
        spec:
          capacity:
            storage: 1Ti
          accessModes: [ReadWriteMany]
          nfs:
            server: nfs.example.com
            path: /media
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: media
        spec:
          capacity:
            storage: 1Ti
          accessModes: [ReadWriteMany]
          mountOptions: [nfsvers=4.2, sec=krb5p]
          nfs:
            server: nfs.example.com
            path: /media
      `,
    },
  ],
});
