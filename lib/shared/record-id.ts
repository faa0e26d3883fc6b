const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what can be a record's id: anything else in an address is simply not found. */
export function isRecordId(text: string): boolean {
  return UUID.test(text);
}
