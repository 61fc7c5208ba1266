import { describe, expect, it } from 'vitest';
import { KubernetesVersion } from '../../server/src/kubernetes/index.js';

describe('KubernetesVersion', () => {
  it.each([
    ['1.29', '1.29'],
    ['v1.29', '1.29'],
    [' 1.29.3 ', '1.29'],
    ['v1.27.1-gke.1000', '1.27'],
    ['1.29.3+k3s1', '1.29'],
    ['1.29.3-eks-1a2b3c', '1.29'],
    ['1', undefined],
    ['1.29-gke.100', undefined],
    ['1.29.3-', undefined],
    ['1.29.3 beta', undefined],
    ['latest', undefined],
    ['', undefined],
  ])('reads %j', (text, expected) => {
    expect(KubernetesVersion.parse(text)?.toString()).toBe(expected);
  });
});
