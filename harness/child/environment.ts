/** Variables that would change what a credential does, or let it out: a run must not depend on whose machine it is on. */
const LEFT_OUT =
  /^(AZURE_|MSAL_|IDENTITY_|IMDS_|MSI_|NODE_|SSL_CERT_|(HTTPS?|ALL|NO|FTP)_PROXY$|REQUESTS_CA_BUNDLE$|REGION_NAME$|VITEST|TSX_)/i

/** The environment of a child: that of the harness, less what speaks to credentials, proxies and Node itself. */
export function childEnvironment(
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(own).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !LEFT_OUT.test(entry[0]),
    ),
  )
}
