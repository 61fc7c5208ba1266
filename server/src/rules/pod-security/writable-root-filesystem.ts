import { cis, defineRule, fix, inPod, mitre, near, nist800190, nist80053, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'writable-root-filesystem',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A container can write to its root file system.',
    why: 'Whoever gets into the container can replace programs, add tools and leave files where the next start of the process picks them up. With a read-only root file system only the mounted volumes can be written, and an attack has to live in memory.',
    unless: 'the program writes to paths all over its image and cannot be given volumes for them.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_22'),
    same('trivy', 'KSV-0014'),
    same('kube-linter', 'no-read-only-root-fs'),
    same('kube-score', 'container-security-context-readonlyrootfilesystem'),
    near('kubesec', 'ReadOnlyRootFilesystem', 'is content as soon as one container of the pod complies'),
    same('polaris', 'notReadOnlyRootFilesystem'),
    same('kubescape', 'immutable-container-filesystem', 'C-0017'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [nsa('immutable-filesystem'), cis('5.6.3'), nist800190('4.4.4'), nist80053('SI-7'), mitre('T1611')],
  messages: {
    unset: 'Container {name} can write to its root file system, because that is the default.',
    writable: 'Container {name} can write to its root file system (readOnlyRootFilesystem: false).',
  },
  visit: {
    container(container, report) {
      const setting = container.securityContext.at('readOnlyRootFilesystem');
      if (runsOnWindows(container.pod) || setting.is(true) || setting.isTemplated) return; // Windows knows no such file system.
      report(setting, {
        message: setting.isSet ? 'writable' : 'unset',
        data: { name: container.name },
        fix: fix.set(setting, true, 'Make the root file system read-only', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            readOnlyRootFilesystem: true
      `,
    },
  ],
});
