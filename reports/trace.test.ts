import { expect, test } from 'vitest'
import { bySubject } from './by-subject.ts'
import { aScenario, aSubject, anExchange } from './golden/sample-report.ts'
import { renderTrace } from './trace.ts'

test('steps, requests, answers and outcomes stand under their virtual times', () => {
  const scenario = aScenario({
    steps: [
      { n: 1, at: 0, doing: 'getToken api', outcomes: ['<token#1 home>'] },
      {
        n: 2,
        at: 1800,
        doing: 'parallel 2 × getToken',
        outcomes: ['<token#1 home>', '<token#1 home>'],
      },
    ],
  })
  const [report] = bySubject([
    aSubject(),
    scenario,
    anExchange({ scripted: true, answer: 429, body: null }),
  ])

  expect(report?.scenarios.map(renderTrace)).toEqual([
    [
      ' 00:00:00  step 1  getToken api',
      ' 00:00:00  → POST /home/oauth2/v2.0/token  grant_type=client_credentials scope=https://api.contoso.example/.default client_assertion=<assertion#1>',
      '           ← 429 (scripted)',
      '           = <token#1 home>',
      ' 00:30:00  step 2  parallel 2 × getToken',
      '           = <token#1 home> (2 times), no request',
    ].join('\n'),
  ])
})

test('a scenario of which no step is known has no trace', () => {
  const [report] = bySubject([aSubject(), aScenario()])

  expect(report?.scenarios.map(renderTrace)).toEqual([''])
})
