import { expect, test } from 'vitest'
import { anExchange } from './golden/sample-report.ts'
import { abbreviate, requestText } from './wire-text.ts'

test.each([
  ['a known tenant by its name', anExchange(), 'POST /home/oauth2/v2.0/token'],
  [
    'an unknown tenant as it was sent',
    anExchange({ tenant: null, url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token?a=1' }),
    'POST /x/oauth2/v2.0/token',
  ],
  [
    'another endpoint with its host',
    anExchange({ endpoint: 'resource', method: 'GET', url: 'https://api.contoso.example/me' }),
    'GET api.contoso.example/me',
  ],
  ['what is no URL as it is', anExchange({ tenant: null, url: 'nonsense' }), 'POST nonsense'],
])('a request names %s', (_what, exchange, text) => {
  expect(requestText(exchange)).toBe(text)
})

test('equal requests share a line', () => {
  const exchanges = [1, 2, 3].map((n) => anExchange({ n }))

  expect(abbreviate([...exchanges, anExchange({ n: 4, at: 30, answer: 'reset' })], 2)).toEqual([
    '#1 … #3  POST /home/oauth2/v2.0/token → 200, all at 00:00:00',
    '#4  POST /home/oauth2/v2.0/token → reset, at 00:00:30',
  ])
})

test('what does not fit is counted', () => {
  const exchanges = [1, 2, 3, 4].map((n) => anExchange({ n, at: n }))

  expect(abbreviate(exchanges, 2)).toEqual([
    '#1  POST /home/oauth2/v2.0/token → 200, at 00:00:01',
    'and 3 more',
  ])
})
