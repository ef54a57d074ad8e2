import { isCiamHost, isMicrosoftHost } from './authority-host.ts'

/**
 * OpenID Connect Discovery §4.3 wants the issuer to be the one that was asked. Entra gives the issuer of the cloud, with a
 * literal `{tenantid}` for the tenants that stand for many, and one named after the tenant for External ID.
 */
export function isIssuerOf(issuer: string, authority: string): boolean {
  const asked = new URL(authority)
  const named = URL.parse(issuer)
  if (!named || named.protocol !== 'https:') return false
  if (named.origin === asked.origin) return true
  if (named.port !== '') return false
  return isMicrosoftHost(named.host) || (isCiamHost(asked.host) && isCiamIssuer(named))
}

/** `https://{tenant id}.ciamlogin.com/{tenant id}/v2.0` */
function isCiamIssuer(issuer: URL): boolean {
  return isCiamHost(issuer.host) && issuer.pathname.startsWith(`/${issuer.host.split('.')[0]}/`)
}
