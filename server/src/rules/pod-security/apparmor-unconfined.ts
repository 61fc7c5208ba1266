import { appArmorAnnotations, defineRule, fix, inPod, isOverriddenEverywhere, mitre, near, nist800190, nsa, pss, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'apparmor-unconfined',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A container runs without an AppArmor profile.',
    why: 'On nodes with AppArmor the container runtime confines every container by its default profile, which denies writes below `/proc` and `/sys`, mounting and tracing other processes. `Unconfined` takes that second lock off: a hole in the container boundary is then enough to reach the node.',
    unless: 'the program needs what the default profile denies; a profile of its own (`Localhost`) is the better answer.',
  },
  aliases: [
    same('pss', 'appArmorProfile'),
    near('kubesec', 'ApparmorUnconfined', 'reads the field only, not the annotation'),
    near('kubesec', 'ApparmorAny', 'is content as soon as one container of the pod complies, and does not read annotations'),
    near('trivy', 'KSV-0002', 'reads the annotation only, not the field, and takes `localhost/` profiles for a fault'),
  ],
  frameworks: [pss.baseline('apparmor'), nsa('apparmor'), mitre('T1611'), nist800190('4.4.3')],
  messages: {
    field: '{subject} runs without AppArmor (appArmorProfile.type: Unconfined).',
    annotation: 'Container {name} runs without AppArmor (annotation: {value}).',
    unknown: 'The annotation gives container {name} the AppArmor profile {value}, which is neither the default nor one of the node.',
  },
  visit: {
    pod(pod, report) {
      for (const { subject, container, context } of securityLevels(pod)) {
        const type = context.at('appArmorProfile', 'type');
        if (!type.is('Unconfined') || (!container && isOverriddenEverywhere(pod, 'appArmorProfile'))) continue;
        report(type, { message: 'field', data: { subject }, container, fix: fix.set(type, 'RuntimeDefault', 'Use the default AppArmor profile', 'suggestion') });
      }
      for (const { field, container: name } of appArmorAnnotations(pod)) {
        const value = String(field.value);
        if (field.isTemplated || value === 'runtime/default' || value.startsWith('localhost/')) continue;
        report(field, {
          message: value === 'unconfined' ? 'annotation' : 'unknown',
          data: { name, value },
          container: pod.containers.find((container) => container.name === name),
          fix: fix.set(field, 'runtime/default', 'Use the default AppArmor profile', 'suggestion'),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: Unconfined
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: RuntimeDefault
      `,
    },
    {
      title: 'a profile of its own',
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: Localhost
              localhostProfile: k8s-nginx
      `,
    },
  ],
});
