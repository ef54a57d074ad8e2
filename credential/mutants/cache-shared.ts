import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'
import { createTokenCache } from '../token-cache.ts'

/** All credentials have one cache. */
const shared = createTokenCache(rules)

export default breakRules('CACHE-05', () => ({ createTokenCache: () => shared }))
