import { describe, expect, it } from 'vitest';
import { containsRange, coversEveryAddress } from '../../server/src/kubernetes/index.js';

describe('address ranges', () => {
  it.each(['0.0.0.0/0', '::/0', '10.0.0.0/0', '0:0:0:0:0:0:0:0/0', ' 0.0.0.0/0 '])('%s is everything', (cidr) => expect(coversEveryAddress(cidr)).toBe(true));
  it.each(['0.0.0.0', '0.0.0.0/1', '::', '::/1', '', '/0', 'anywhere/0', '1.2.3/0', '1::2::3/0', '256.0.0.0/0'])('%s is not', (cidr) => expect(coversEveryAddress(cidr)).toBe(false));

  it.each([
    ['0.0.0.0/0', '169.254.169.254', true],
    ['169.254.0.0/16', '169.254.169.254/32', true],
    ['169.254.169.254', '169.254.169.254', true],
    ['128.0.0.0/1', '169.254.169.254', true],
    ['0.0.0.0/1', '169.254.169.254', false],
    ['169.254.169.254/32', '169.254.0.0/16', false],
    ['10.0.0.0/8', '169.254.169.254', false],
    ['::/0', '169.254.169.254', false],
    ['::/0', 'fd00:ec2::254', true],
    ['fd00::/8', 'fd00:ec2::254', true],
    ['fe80::/10', 'fd00:ec2::254', false],
    ['10.0.0.0/33', '10.0.0.1', false],
  ])('%s holds %s: %s', (outer, inner, expected) => expect(containsRange(outer, inner)).toBe(expected));
});
