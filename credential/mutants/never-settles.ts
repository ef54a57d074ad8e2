import { breakCalls } from '../mutant.ts'

/** No call ever ends. */
export default breakCalls('CONC-02', () => () => new Promise(() => {}))
