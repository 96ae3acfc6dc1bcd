const ASCII = /^[ -~]*$/
const HOST = /^[\p{L}\p{N}\p{M}.\u3002-]+$/u

/** The number of the rule below. Increase it with every change: then the next start makes all keys again. */
export const EMAIL_KEY_RULE = 3

/**
 * The key of an email for accounts, sign-in, throttles and recovery, so that every way of typing it is one: NFKC,
 * without characters that show nothing, trimmed, lower case, and the domain in its ASCII form (UTS 46, as browsers and
 * `domainToASCII` of Node write it), without the dot of the root at its end. Screens show an email as it was typed.
 */
export const emailKey = (email: string): string => keyWithRoot(email).replace(/(@.*[^.\s])[.\s]+$/, '$1')

function keyWithRoot(email: string): string {
  const plain = email
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase()
    .normalize('NFKC')
  const domainAfter = plain.lastIndexOf('@') + 1
  return plain.slice(0, domainAfter) + asciiDomain(plain.slice(domainAfter))
}

/**
 * The keys by the former rules, oldest first: accounts that the rule above would give one key to still have their keys by
 * these.
 */
export const formerEmailKeys = (email: string): readonly string[] => [
  email.trim().normalize('NFC').toLowerCase(),
  keyWithRoot(email),
]

function asciiDomain(domain: string): string {
  if (ASCII.test(domain) || !HOST.test(domain)) return domain
  const address = new URL('ws://none.invalid')
  address.hostname = domain // does nothing if it can't be a host
  return address.hostname === 'none.invalid' ? domain : address.hostname
}
