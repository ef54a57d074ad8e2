import type { Exchange } from '../mock-authority/exchange.ts'
import type { ExchangeEvent } from '../reports/events.ts'
import { BEGINNING_SECONDS } from './beginning.ts'
import type { StepObservation } from './observation.ts'
import type { PlayedScenario } from './played-scenario.ts'

/** The line about one exchange, as it was seen in a step. */
export function exchangeEvent(
  { scenario, subject }: PlayedScenario,
  { step }: StepObservation,
  exchange: Exchange,
): ExchangeEvent {
  const { n, endpoint, tenant, request, answer, scripted, startedAt } = exchange
  return {
    t: 'exchange',
    scenario: scenario.id,
    subject,
    n,
    step,
    at: startedAt - BEGINNING_SECONDS,
    endpoint,
    tenant,
    method: request.method,
    url: urlOf(exchange),
    headers: request.headers,
    form: request.form,
    answer: answer.kind === 'response' ? answer.status : answer.kind,
    body: answer.kind === 'response' ? answer.body : null,
    scripted,
  }
}

function urlOf({ request }: Exchange): string {
  const query = new URLSearchParams(request.query).toString()
  return `${request.scheme}://${request.host}${request.path}${query === '' ? '' : `?${query}`}`
}
