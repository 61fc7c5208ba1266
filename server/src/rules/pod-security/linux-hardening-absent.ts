import { appArmorAnnotation, cis, defineRule, droppedCapabilities, fix, inPod, nist800190, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'linux-hardening-absent',
  severity: 'information',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container is confined neither by AppArmor, seccomp or SELinux settings nor by dropped capabilities.',
    why: 'Linux can hold a process by what it may call, touch and be. A container that uses none of these has the defaults of the node alone, which differ from node to node and may be none.',
    unless: 'the nodes enforce profiles of their own, such as `seccompDefault` of the kubelet.',
  },
  aliases: [same('polaris', 'linuxHardening')],
  frameworks: [nsa('hardened-environments'), cis('5.6.3'), nist800190('4.4.3')],
  messages: { none: 'Container {name} is confined neither by AppArmor, seccomp or SELinux settings nor by dropped capabilities.' },
  visit: {
    container(container, report) {
      if (runsOnWindows(container.pod) || container.pod.isPartial) return;
      const seccomp = container.effective('seccompProfile').field.at('type');
      const appArmor = container.effective('appArmorProfile').field.at('type');
      const annotation = appArmorAnnotation(container);
      const seLinux = container.effective('seLinuxOptions').field;
      const dropped = droppedCapabilities(container);
      const addsAll = container.at('securityContext', 'capabilities', 'add').items().some((item) => item.is('ALL'));
      const isHardened =
        [seccomp, appArmor].some((type) => type.isTemplated || (type.isSet && !type.is('Unconfined'))) ||
        annotation.isTemplated ||
        (annotation.isSet && !annotation.is('', 'unconfined')) ||
        seLinux.isTemplated ||
        seLinux.entries().length > 0 ||
        dropped === undefined ||
        (dropped.length > 0 && !addsAll);
      if (isHardened) return;
      report(container.at('securityContext'), {
        message: 'none',
        data: { name: container.name },
        fix: fix.set(container.at('securityContext', 'seccompProfile', 'type'), 'RuntimeDefault', 'Use the seccomp profile of the container runtime', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            seccompProfile:
              type: RuntimeDefault
      `,
    },
    {
      title: 'One of them is enough',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
  ],
});
