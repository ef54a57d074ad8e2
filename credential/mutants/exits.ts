import { breakCalls } from '../mutant.ts'

/** A call ends the process. */
export default breakCalls('CONC-02', () => () => process.exit(0))
