import type { StepObservation } from '../observation.ts'
import type { Outcome } from '../observation.ts'
import type { Step } from '../scenario/schema.ts'
import { type Call, NeverSettled, played, startCall } from './call.ts'
import { callApi } from './call-api.ts'
import { close, construct } from './construct.ts'
import { DEFAULT, type Session } from './session.ts'
import { advance } from './settle.ts'

/** What came of a step, besides what the authority saw. */
export type Acted = Pick<StepObservation, 'outcomes' | 'api'>

type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>

/** Does what one step says. */
export async function act(step: Step, session: Session): Promise<Acted> {
  switch (step.do) {
    case 'getToken':
      return await getToken(step, session)
    case 'parallel':
      return await parallel(step, session)
    case 'await':
      return await ending(pendingCall(step.input, session), session)
    case 'abort': {
      const call = pendingCall(step.input, session)
      call.abort.abort()
      return await ending(call, session)
    }
    case 'callApi':
      return await callResource(step, session)
    case 'advance':
      if ((await advance(step.input * 1000, session.world.stage)) === 'never') {
        throw new NeverSettled('timers of the subject followed one another without end')
      }
      return outcomes()
    case 'authority':
      changeAuthority(step, session)
      return outcomes()
    case 'create':
      return await create(step, session)
    case 'close':
      return outcomes(await close(session))
  }
}

async function getToken(step: StepOf<'getToken'>, session: Session): Promise<Acted> {
  const call = startCall(step.input, step.as, session)
  if (!step.input.pending) return await ending(call, session)
  session.pending.set(step.as ?? DEFAULT, call)
  return outcomes()
}

async function parallel(step: StepOf<'parallel'>, session: Session): Promise<Acted> {
  const all = Promise.all(step.input.map((input) => startCall(input, step.as, session).work))
  return outcomes(...(await played(all, 'one of the parallel calls', session.world.stage)))
}

async function ending(call: Call, session: Session): Promise<Acted> {
  return outcomes(await played(call.work, 'getToken', session.world.stage))
}

async function callResource(step: StepOf<'callApi'>, session: Session): Promise<Acted> {
  const { authority, stage } = session.world
  const api = await played(
    callApi(step.input, session.tokens.get(step.input.token), authority),
    'callApi',
    stage,
  )
  if (step.as !== undefined && api.challenge?.claims)
    session.challenges.set(step.as, api.challenge.claims)
  return { outcomes: [], api }
}

function changeAuthority({ input }: StepOf<'authority'>, { world }: Session): void {
  if (input.change === 'reply') world.authority.script(input.replies)
  else world.authority.change(input)
}

/** The first credential that a scenario creates is also the one that later steps mean when they name none. */
async function create(step: StepOf<'create'>, session: Session): Promise<Acted> {
  const { credentials } = session
  const first = !credentials.has(DEFAULT)
  const name = step.as ?? DEFAULT
  const outcome = await construct(name, step.input, session)
  const made = credentials.get(name)
  if (first && made) credentials.set(DEFAULT, made)
  return outcomes(outcome)
}

function pendingCall(name: string, session: Session): Call {
  const call = session.pending.get(name)
  if (!call) throw new Error(`no call "${name}" is pending`)
  return call
}

function outcomes(...list: readonly Outcome[]): Acted {
  return { outcomes: list, api: null }
}
