import { expect, test } from 'vitest'
import { createLabels } from './create-labels.ts'

const PAYLOAD = Buffer.from('{"aud":"https://api.contoso.example","jti":"2f8c4a6e"}').toString(
  'base64url',
)
const SIGNATURE = 'ZmVkY2JhOTg3NjU0MzIxMC1zaWduYXR1cmUtb2YtdGhlLXRva2Vu'
const TOKEN = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${PAYLOAD}.${SIGNATURE}`
const PLAIN = 'é&=+ %"\\ and a good deal more text'

function labelsWithSecrets() {
  const labels = createLabels()
  labels.name(TOKEN, '<token#1 home>')
  labels.name(PLAIN, '<assertion#1>')
  labels.name('a b&c', '<assertion#2>')
  return labels
}

test.each([
  ['alone', TOKEN, '<token#1 home>'],
  ['after a scheme', `Bearer ${TOKEN}`, 'Bearer <token#1 home>'],
  ['in JSON', `{"access_token":"${TOKEN}","n":1}`, '{"access_token":"<token#1 home>","n":1}'],
  ['glued to words', `x${TOKEN}y`, 'x<token#1 home>y'],
  ['without its signature', TOKEN.slice(0, -30), '<token#1 home>'],
  ['its payload', `(${PAYLOAD})`, '(<token#1 home>)'],
  ['16 characters of its signature', `(${SIGNATURE.slice(7, 23)})`, '(<token#1 home>)'],
  ['in base64', Buffer.from(TOKEN).toString('base64').slice(60), '<token#1 home>'],
  ['as it is', `: ${PLAIN}.`, ': <assertion#1>.'],
  ['for a URL', `?a=${encodeURIComponent(PLAIN)}&b`, '?a=<assertion#1>&b'],
  ['for a form', `${new URLSearchParams({ a: PLAIN })}&b`, 'a=<assertion#1>&b'],
  ['in JSON, escaped', JSON.stringify({ a: PLAIN }), '{"a":"<assertion#1>"}'],
  ['a short one', 'say "a b&c" twice: a%20b%26c', 'say "<assertion#2>" twice: <assertion#2>'],
  ['two at once', `${PLAIN}|${TOKEN}`, '<assertion#1>|<token#1 home>'],
])('a secret is redacted: %s', (_how, text, redacted) => {
  expect(labelsWithSecrets().redact(text)).toBe(redacted)
})

test.each([
  ['the header of a JWT', 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9'],
  ['15 characters of the signature', SIGNATURE.slice(7, 22)],
  ['words', 'and a good deal'],
  ['nothing', ''],
])('this is no secret: %s', (_what, text) => {
  const labels = labelsWithSecrets()
  expect([labels.redact(text), labels.leaks(text)]).toEqual([text, []])
})

test.each([0, 1, 2])('base64 is recognised after %i bytes', (offset) => {
  const text = Buffer.from(`${'x'.repeat(offset)}${TOKEN} and more`).toString('base64')
  expect(labelsWithSecrets().leaks(text)).toEqual(['<token#1 home>'])
})

test('every window of 16 characters of payload and signature is a leak', () => {
  const labels = labelsWithSecrets()
  const secret = `${PAYLOAD}.${SIGNATURE}`
  const windows = Array.from({ length: secret.length - 15 }, (_, at) => secret.slice(at, at + 16))
  expect(windows.filter((window) => labels.leaks(window).length === 0)).toEqual([])
})

test('a leak names each secret once', () => {
  const text = `${TOKEN} ${PLAIN} ${TOKEN} ${SIGNATURE}`
  expect(labelsWithSecrets().leaks(text)).toEqual(['<token#1 home>', '<assertion#1>'])
})

test('a secret keeps its first label', () => {
  const labels = labelsWithSecrets()
  expect(labels.name(TOKEN, '<other>')).toBe('<token#1 home>')
  expect(labels.labelOf(TOKEN)).toBe('<token#1 home>')
})

test('what was never named has no label', () => {
  expect(labelsWithSecrets().labelOf('else')).toBeUndefined()
})

test('a secret that is named later is found later', () => {
  const labels = createLabels()
  const before = labels.redact(TOKEN)
  labels.name(TOKEN, '<token#1 home>')
  expect([before, labels.redact(TOKEN)]).toEqual([TOKEN, '<token#1 home>'])
})

test('secrets that begin alike keep their own labels', () => {
  const labels = createLabels()
  const beginning = 'the-same-beginning-of-both-of-these-'
  labels.name(`${beginning}one-that-ends-so`, '<one>')
  labels.name(`${beginning}two-and-so-it-ends`, '<two>')
  expect(labels.redact(`"${beginning}two-and-so-it-ends" "${beginning}one-that-ends-so"`)).toBe(
    '"<two>" "<one>"',
  )
  expect(labels.redact(`(${beginning}two-and-so-it-ends)`.slice(0, -4))).toMatch(/^\(<(one|two)>$/)
})

test('the empty text is never a secret', () => {
  const labels = createLabels()
  labels.name('', '<nothing>')
  expect([labels.redact('a text'), labels.labelOf('')]).toEqual(['a text', undefined])
})

test('a long text with many secrets is redacted in full', () => {
  const labels = createLabels()
  const secrets = Array.from({ length: 300 }, (_, n) => `${TOKEN}${'abcdefgh'.repeat(40)}${n}`)
  secrets.forEach((secret, n) => labels.name(secret, `<token#${n}>`))
  const filler = 'an ordinary sentence, repeated. '.repeat(30_000)
  expect(labels.redact(`${filler}(${secrets[250]})${filler}`)).toBe(
    `${filler}(<token#250>)${filler}`,
  )
})
