import { breakRules } from '../mutant.ts'

/** Nothing is tried twice. */
export default breakRules('RTRY-01', () => ({ retryDelayMs: () => undefined }))
