import { defineRule, inPodSpec, mitre, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'git-repo-volume',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A volume clones a Git repository as root on the node.',
    why: 'The kubelet runs `git` outside of any container, and a repository can bring hooks that git executes: CVE-2024-10220 made root on the node of it. The type is deprecated, and Kubernetes refuses to mount it by default since 1.33.',
  },
  aliases: [same('pss', 'restrictedVolumes'), same('trivy', 'KSV-0028')],
  frameworks: [pss.restricted('volume-types'), mitre('T1611')],
  messages: {
    gitRepo: 'Volume {name} clones a repository as root on the node (gitRepo).',
  },
  visit: {
    volume(volume, report) {
      const source = volume.at('gitRepo');
      if (source.isSet) report(source, { message: 'gitRepo', data: { name: volume.name } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: content
            gitRepo:
              repository: https://git.example.com/content.git
      `,
    },
    {
      title: 'an init container clones into a volume of the pod',
      good: inPodSpec`
        initContainers:
          - name: clone
            image: registry.example.com/git:2.45.2
            args: [clone, "https://git.example.com/content.git", /content]
            volumeMounts:
              - name: content
                mountPath: /content
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: content
            emptyDir: {}
      `,
    },
  ],
});
