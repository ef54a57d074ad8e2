// The authority alone, as somebody's own test suite would use it.
import { createAuthority } from 'touchstone/mock-authority'
import { mountMsw } from 'touchstone/mock-authority/msw'

const clock = {
  now: () => Date.now() / 1000,
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
}
const authority = createAuthority({ clock, seed: '42' })
const mount = mountMsw(authority)

mount.enable()
const response = await fetch(
  'https://login.microsoftonline.com/common/discovery/instance?api-version=1.1&authorization_endpoint=https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
)
const { tenant_discovery_endpoint: endpoint } = await response.json()
mount.disable()
process.stdout.write(`${response.status} ${endpoint} ${authority.exchanges().length}\n`)
