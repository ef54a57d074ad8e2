import { shorten } from './escape.ts'
import type { ScenarioReport } from './by-subject.ts'
import type { ExchangeEvent, StepText } from './events.ts'
import { clockTime } from './virtual-time.ts'
import { requestText } from './wire-text.ts'

const INDENT = ' '.repeat(10)

/** The wire of one scenario as text, step by step, with virtual times on the left. */
export function renderTrace({ scenario, exchanges }: ScenarioReport): string {
  const steps = scenario.steps ?? []
  return steps
    .flatMap((step) =>
      stepLines(
        step,
        exchanges.filter((exchange) => exchange.step === step.n),
      ),
    )
    .join('\n')
}

function stepLines(step: StepText, exchanges: readonly ExchangeEvent[]): readonly string[] {
  return [
    ` ${clockTime(step.at)}  step ${step.n}  ${step.doing}`,
    ...exchanges.flatMap(exchangeLines),
    ...outcomeLines(step, exchanges.length === 0),
  ]
}

function exchangeLines(exchange: ExchangeEvent): readonly string[] {
  return [
    ` ${clockTime(exchange.at)}  → ${[requestText(exchange), formText(exchange)].filter(Boolean).join('  ')}`,
    `${INDENT} ← ${answerText(exchange)}`,
  ]
}

function formText({ form }: ExchangeEvent): string {
  const fields = Object.entries(form ?? {}).filter(([name]) => name !== 'client_assertion_type')
  return fields.map(([name, value]) => `${name}=${shorten(value, 80)}`).join(' ')
}

function answerText({ answer, body, scripted }: ExchangeEvent): string {
  return [String(answer), body === null ? '' : shorten(body, 160), scripted ? '(scripted)' : '']
    .filter((part) => part !== '')
    .join(' ')
}

function outcomeLines({ outcomes, doing }: StepText, silent: boolean): readonly string[] {
  const calls = doing.startsWith('getToken') || doing.startsWith('parallel')
  const quiet = silent && calls ? ', no request' : ''
  return [...new Set(outcomes)].map((outcome) => {
    const times = outcomes.filter((other) => other === outcome).length
    return `${INDENT} = ${shorten(outcome, 160)}${times > 1 ? ` (${times} times)` : ''}${quiet}`
  })
}
