/** One cloud of Microsoft as instance discovery lists it. */
export interface Cloud {
  readonly preferred_network: string
  readonly preferred_cache: string
  readonly aliases: readonly string[]
}

/** The hosts that Entra answers on, in the order in which instance discovery lists them. */
export const clouds: readonly Cloud[] = [
  {
    preferred_network: 'login.microsoftonline.com',
    preferred_cache: 'login.windows.net',
    aliases: [
      'login.microsoftonline.com',
      'login.windows.net',
      'login.microsoft.com',
      'sts.windows.net',
    ],
  },
  cloud('login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'),
  cloud('login.microsoftonline.de'),
  cloud('login.microsoftonline.us', 'login.usgovcloudapi.net'),
  cloud('login-us.microsoftonline.com'),
]

/** Clouds that client libraries know by heart; whether instance discovery lists them is not known. */
const sovereignHosts = [
  'login.sovcloud-identity.fr',
  'login.sovcloud-identity.de',
  'login.sovcloud-identity.sg',
]

/** MSAL: a region is put before `login.microsoft.com`. */
const REGIONAL = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\.login\.microsoft\.com$/

/** Whether the host is one of Entra's own. */
export function isEntraHost(host: string): boolean {
  return entraHosts.has(host) || REGIONAL.test(host)
}

/** Where the public cloud wants to be asked: the host itself, unless it is one of the public cloud's other names. */
export function preferredHost(host: string): string {
  const isPublic = clouds[0]?.aliases.includes(host) || REGIONAL.test(host)
  return isPublic ? 'login.microsoftonline.com' : host
}

const entraHosts: ReadonlySet<string> = new Set([
  ...clouds.flatMap(({ aliases }) => aliases),
  ...sovereignHosts,
])

function cloud(host: string, ...others: readonly string[]): Cloud {
  return { preferred_network: host, preferred_cache: host, aliases: [host, ...others] }
}
