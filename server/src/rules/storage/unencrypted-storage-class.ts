import { defineRule, fix, gdpr, hipaa, iso27001, manifest, near, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

/** The parameter by which each driver encrypts; drivers that always encrypt, or never, are not among them. */
const ENCRYPTION: ReadonlyMap<string, string> = new Map([
  ['ebs.csi.aws.com', 'encrypted'],
  ['ebs.csi.eks.amazonaws.com', 'encrypted'],
  ['kubernetes.io/aws-ebs', 'encrypted'],
  ['diskplugin.csi.alibabacloud.com', 'encrypted'],
  ['rbd.csi.ceph.com', 'encrypted'],
  ['cephfs.csi.ceph.com', 'encrypted'],
  ['rook-ceph.rbd.csi.ceph.com', 'encrypted'],
  ['rook-ceph.cephfs.csi.ceph.com', 'encrypted'],
  ['driver.longhorn.io', 'encrypted'],
  ['csi.scaleway.com', 'encrypted'],
  ['pxd.portworx.com', 'secure'],
  ['kubernetes.io/portworx-volume', 'secure'],
  ['linodebs.csi.linode.com', 'linodebs.csi.linode.com/luks-encrypted'],
  ['csi.storageos.com', 'storageos.com/encryption'],
]);

export default defineRule({
  id: 'unencrypted-storage-class',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A StorageClass makes volumes that are not encrypted, though its driver can encrypt them.',
    why: 'Disks and their snapshots outlive pods: they are copied, shared between accounts and thrown away. Whoever gets hold of one can read it.',
    unless: 'the account or the storage itself encrypts every new volume by default.',
  },
  aliases: [
    near('kubescape', 'pv-without-encryption', 'looks at volumes whose class is in sight, and takes every driver but those of Azure and GKE for unencrypted'),
    near('kubescape', 'C-0264', 'looks at volumes whose class is in sight, and takes every driver but those of Azure and GKE for unencrypted'),
  ],
  frameworks: [nist80053('SC-28(1)'), pciDss('3.5.1.2'), soc2('CC6.7'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24'), nsa('encryption')],
  messages: {
    unset: 'StorageClass {name} makes unencrypted volumes: {driver} encrypts only with {parameter}.',
    off: 'StorageClass {name} makes unencrypted volumes ({parameter}: {value}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'StorageClass' || resource.group !== 'storage.k8s.io') return;
      const provisioner = resource.root.at('provisioner');
      const key = ENCRYPTION.get(provisioner.string ?? '');
      if (key === undefined || provisioner.isTemplated) return;
      const parameters = resource.root.at('parameters');
      const parameter = parameters.locate([key]);
      const value = String(parameter.value ?? '').toLowerCase();
      if (value === 'true' || parameter.isTemplated || parameters.at('kmsKeyId').isSet) return;
      const name = resource.name ?? '(unnamed)';
      const repair = fix.set(parameter, 'true', 'Encrypt new volumes', 'suggestion');
      if (parameter.isSet) report(parameter, { message: 'off', data: { name, parameter: key, value }, fix: repair });
      else if (!resource.isPartial) report(provisioner, { message: 'unset', data: { name, driver: provisioner.string ?? '', parameter: key }, fix: repair });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        parameters:
          type: gp3
      `,
      fixed: manifest`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        parameters:
          type: gp3
          encrypted: "true"
      `,
    },
    {
      title: 'The driver always encrypts',
      good: manifest`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: pd.csi.storage.gke.io
        parameters:
          type: pd-ssd
      `,
    },
  ],
});
