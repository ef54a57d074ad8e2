import { expect, test } from 'vitest'
import {
  metadataHttpRequest,
  tokenForm,
  tokenHttpRequest,
  type TokenRequest,
} from './token-request.ts'

const request: TokenRequest = {
  endpoint: 'https://login.microsoftonline.com/home/oauth2/v2.0/token',
  clientId: 'client',
  scopes: ['b/.default', 'a/.default'],
  assertion: 'é&=+ %',
  claims: undefined,
  correlationId: 'id-1',
}

test('a token request is a form with the grant, the client and its assertion', () => {
  expect(tokenForm(request)).toEqual({
    client_id: 'client',
    scope: 'b/.default a/.default',
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'é&=+ %',
  })
})

test('claims are sent where there are some', () => {
  expect(tokenForm({ ...request, claims: '{"a":1}' })['claims']).toBe('{"a":1}')
})

test('the form survives its way byte for byte', () => {
  const { method, url, headers, body } = tokenHttpRequest(request, tokenForm(request))
  expect({ method, url, headers }).toEqual({
    method: 'POST',
    url: request.endpoint,
    headers: {
      accept: 'application/json',
      'user-agent': 'touchstone-client-assertion/0.1.0',
      'client-request-id': 'id-1',
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  expect([...new URLSearchParams(body)]).toEqual(Object.entries(tokenForm(request)))
})

test('a question about metadata has no body', () => {
  expect(metadataHttpRequest('https://a.example/', 'id-2')).toEqual({
    method: 'GET',
    url: 'https://a.example/',
    headers: {
      accept: 'application/json',
      'user-agent': 'touchstone-client-assertion/0.1.0',
      'client-request-id': 'id-2',
    },
  })
})
