/**
 * Normalises an email for accounts, sign-in, throttles and recovery: trimmed, NFC, lower case. Screens show it as
 * typed.
 */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()
