import type { ExchangeEvent } from './events.ts'
import { clockTime } from './virtual-time.ts'

/** `POST /home/oauth2/v2.0/token`: a request in its shortest form, the tenant by its name. */
export function requestText({ method, url, tenant, endpoint }: ExchangeEvent): string {
  const { host, path } = splitUrl(url)
  switch (endpoint) {
    case 'token':
    case 'openid-configuration':
      return `${method} ${tenant === null ? path : path.replace(/^\/[^/]+/, `/${tenant}`)}`
    default:
      return `${method} ${host}${path}`
  }
}

/** The requests of a step in at most `limit` lines; equal ones share a line. */
export function abbreviate(exchanges: readonly ExchangeEvent[], limit: number): readonly string[] {
  const groups = [...Map.groupBy(exchanges, exchangeKey).values()]
  const lines = groups.map(groupText)
  if (lines.length <= limit) return lines
  const rest = groups.slice(limit - 1).flat().length
  return [...lines.slice(0, limit - 1), `and ${rest} more`]
}

function exchangeKey(exchange: ExchangeEvent): string {
  return `${requestText(exchange)} ${exchange.answer} ${exchange.at}`
}

function groupText(group: readonly ExchangeEvent[]): string {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined) return ''
  const request = `${requestText(first)} → ${first.answer}`
  return group.length === 1
    ? `#${first.n}  ${request}, at ${clockTime(first.at)}`
    : `#${first.n} … #${last.n}  ${request}, all at ${clockTime(first.at)}`
}

function splitUrl(url: string): { readonly host: string; readonly path: string } {
  const match = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(url)
  return match ? { host: match[1] ?? '', path: match[2] ?? '' } : { host: '', path: url }
}
