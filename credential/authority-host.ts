/** The public cloud. */
const DEFAULT_AUTHORITY_HOST = 'https://login.microsoftonline.com'

/** Hosts of the clouds whose endpoints need no discovery. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.microsoftonline.us',
  'login.usgovcloudapi.net',
  'login.sovcloud-identity.fr',
  'login.sovcloud-identity.de',
  'login.sovcloud-identity.sg',
])

/** Where the authority is, without a slash at the end. An empty text is no answer, in the option as in the environment. */
export function readAuthorityHost(
  option: string | undefined,
  environment: string | undefined,
): string {
  if (option) return readHttpsUrl(option, 'authorityHost')
  if (environment) return readHttpsUrl(environment, 'AZURE_AUTHORITY_HOST')
  return DEFAULT_AUTHORITY_HOST
}

/** Whether the endpoints of this authority are known without asking. */
export function isKnownAuthority(authority: string): boolean {
  const { host, pathname } = new URL(authority)
  return KNOWN_HOSTS.has(host) && pathname === '/'
}

/** Whether Microsoft runs the host: those of the clouds, and their regional forms. */
export function isMicrosoftHost(host: string): boolean {
  return KNOWN_HOSTS.has(host) || /^[a-z][a-z0-9-]*\.login\.microsoft\.com$/.test(host)
}

/** Whether the host is one of Entra External ID. */
export function isCiamHost(host: string): boolean {
  return /^[a-z0-9-]+\.ciamlogin\.com$/.test(host)
}

function readHttpsUrl(text: string, source: string): string {
  const url = URL.parse(text)
  if (url?.protocol !== 'https:') {
    throw new TypeError(`${source}: expected an https URL, such as "${DEFAULT_AUTHORITY_HOST}"`)
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      `${source}: expected a host and at most a path, without user, query and fragment`,
    )
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}
