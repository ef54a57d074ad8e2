export default {}
throw new Error('no configuration found')
