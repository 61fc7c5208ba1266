import { defineRule, fix, inPod, mitre, same } from '../../kit/index.js';

export default defineRule({
  id: 'git-sync-command-env',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The environment variable `GITSYNC_GIT` names the program that git-sync runs in place of git.',
    why: 'Whoever may change the environment of a git-sync container can make it run any program in the image, with the repository credentials and the service account of the pod, while the command line looks as it always did.',
    unless: 'the image keeps git under a path of its own, and the value names that.',
  },
  aliases: [same('checkov', 'CKV_K8S_159')],
  frameworks: [mitre('T1610')],
  messages: { chosen: 'Container {name} lets GITSYNC_GIT choose the program that git-sync runs.' },
  visit: {
    container(container, report) {
      for (const entry of container.at('env').items()) {
        const variable = entry.at('name');
        if (!variable.is('GITSYNC_GIT')) continue;
        report(variable, {
          message: 'chosen',
          data: { name: container.name },
          fix: fix.remove(entry, 'Remove GITSYNC_GIT', 'suggestion', container.field),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: git-sync
          image: registry.k8s.io/git-sync/git-sync:v4.2.1
          env:
            - name: GITSYNC_REPO
              value: https://git.example.com/shop/config.git
            - name: GITSYNC_GIT
              value: /tmp/payload
      `,
      fixed: inPod`
        - name: git-sync
          image: registry.k8s.io/git-sync/git-sync:v4.2.1
          env:
            - name: GITSYNC_REPO
              value: https://git.example.com/shop/config.git
      `,
    },
  ],
});
