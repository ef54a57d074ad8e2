// A subject as a bare function: the smallest credential there is. It keeps nothing, so it is not conformant.
export default ({ tenantId, clientId, getAssertion }) => ({
  async getToken(scopes) {
    const response = await fetch(
      `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          scope: [scopes].flat().join(' '),
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await getAssertion(),
        }),
      },
    )
    const answer = await response.json()
    if (!response.ok)
      throw Object.assign(new Error(answer.error_description), { name: 'AuthenticationError' })
    return {
      token: answer.access_token,
      expiresOnTimestamp: Date.now() + answer.expires_in * 1000,
    }
  },
})
