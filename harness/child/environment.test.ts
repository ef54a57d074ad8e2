import { expect, test } from 'vitest'
import { childEnvironment } from './environment.ts'

test('a child sees neither the credentials nor the proxies nor the Node options of the machine', () => {
  expect(
    childEnvironment({
      PATH: '/bin',
      HOME: '/home/dev',
      AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.us',
      MSAL_FORCE_REGION: 'westus',
      https_proxy: 'http://proxy:3128',
      NO_PROXY: '*',
      NODE_OPTIONS: '--inspect',
      NOTHING: undefined,
    }),
  ).toEqual({ PATH: '/bin', HOME: '/home/dev' })
})
