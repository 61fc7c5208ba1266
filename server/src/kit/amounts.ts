import type { AmountGap } from '../kubernetes/index.js';
import { fix, type Fix } from './fix.js';

/**
 * Writes the request that a limit stands for; undefined where there is no limit. Where no request is written that is what
 * the API server fills in, so nothing changes; a written zero is raised.
 */
export function requestTheLimit(gap: AmountGap): Fix | undefined {
  return gap.limit === undefined ? undefined : fix.set(gap.field, gap.limit, 'Request what the limit grants', gap.isZero ? 'suggestion' : 'safe');
}
