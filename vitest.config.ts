// Vitest 5 reads no workspace file by itself; this line is how it finds ours.
export { default } from './vitest.workspace.ts'
