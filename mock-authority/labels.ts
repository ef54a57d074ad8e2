/** Names the secrets of one run, so that no raw value reaches a record. */
export interface Labels {
  /** From now on `secret` is called `label`. A secret keeps its first label. Returns the label in force. */
  name(secret: string, label: string): string
  /** The label of exactly this value. */
  labelOf(value: string): string | undefined
  /**
   * Replaces every secret, in plain, URL-, base64- and JSON-escaped form, and every fragment of one that has 16 or more
   * characters, by its label.
   */
  redact(text: string): string
  /** The labels whose secret, or a fragment of 16 or more characters of it, stands in the text. */
  leaks(text: string): readonly string[]
}
