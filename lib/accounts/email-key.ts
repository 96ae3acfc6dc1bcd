/** The one form of an email that accounts, sign-in, throttles and recovery use: trimmed, NFC, lower-cased. It is shown as typed. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()
