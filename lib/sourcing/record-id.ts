const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A segment of an address that can be asked for at all; anything else is not found without a query. */
export function isRecordId(text: string): boolean {
  return UUID.test(text);
}
