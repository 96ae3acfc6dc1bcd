/** A file of lib/messages/<language> as a module whose messages are parsed. */
export default function compileMessages(source: string): Promise<string>
