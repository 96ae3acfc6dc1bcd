/** How far a person, or the server, can read something; each is a key of the catalogue of /privacy. */
export type ReadAccess = 'yes' | 'no' | 'sizeTime' | 'onceBoth' | 'hash' | 'hashDay' | 'sealed' | 'half' | 'inviteBoth'

type KeptLine = Readonly<{
  /** The key of its name in the catalogue. */
  key: KeptKey
  you: ReadAccess
  partner: ReadAccess
  server: ReadAccess
  /** The database columns that this line covers, as `Model.field`, or `Model.*` for the rest of a table. */
  columns: readonly string[]
}>

type KeptKey =
  | 'pages'
  | 'pagesAbout'
  | 'drafts'
  | 'sealedUse'
  | 'hopes'
  | 'checkIns'
  | 'monthNotes'
  | 'monthNotesAbout'
  | 'monthHelps'
  | 'shared'
  | 'sharedAbout'
  | 'replies'
  | 'repliesAbout'
  | 'moments'
  | 'momentsAbout'
  | 'rituals'
  | 'meanings'
  | 'takingPart'
  | 'plans'
  | 'weekReady'
  | 'felt'
  | 'planLines'
  | 'monthChanges'
  | 'monthClosings'
  | 'couple'
  | 'person'
  | 'publicKeys'
  | 'email'
  | 'phrase'
  | 'proofs'
  | 'keyring'
  | 'sparePage'
  | 'sessions'
  | 'deviceKey'
  | 'knownDevice'
  | 'invites'
  | 'attempts'

export type KeptGroup = Readonly<{ key: 'own' | 'ours' | 'account'; lines: readonly KeptLine[] }>

const line = (
  key: KeptKey,
  you: ReadAccess,
  partner: ReadAccess,
  server: ReadAccess,
  ...columns: readonly string[]
): KeptLine => ({
  key,
  you,
  partner,
  server,
  columns,
})

/** Everything that is stored and who can read it. A test compares it with the database's columns, both ways. */
export const kept: readonly KeptGroup[] = [
  {
    key: 'own',
    lines: [
      line('pages', 'yes', 'no', 'sizeTime', 'PrivateEntry.*'),
      line('pagesAbout', 'yes', 'no', 'no'),
      line('drafts', 'yes', 'no', 'no'),
      line('sealedUse', 'yes', 'no', 'sizeTime', 'SealedUse.*'),
      line('hopes', 'yes', 'onceBoth', 'yes', 'Hope.*'),
      line('checkIns', 'yes', 'onceBoth', 'yes', 'CheckIn.*'),
      line('felt', 'yes', 'onceBoth', 'yes', 'Felt.*'),
      line('monthNotes', 'yes', 'onceBoth', 'sizeTime', 'MonthNote.sealed', 'MonthNote.rev', 'MonthNote.writtenAt'),
      line('monthNotesAbout', 'yes', 'onceBoth', 'yes', 'MonthNote.*'),
      line('monthHelps', 'yes', 'onceBoth', 'yes', 'MonthHelp.*'),
    ],
  },
  {
    key: 'ours',
    lines: [
      line(
        'shared',
        'yes',
        'yes',
        'sizeTime',
        'SharedEntry.sealed',
        'SharedEntry.rev',
        'SharedEntry.addedAt',
        'SharedEntry.writtenAt',
      ),
      line('sharedAbout', 'yes', 'yes', 'yes', 'SharedEntry.*'),
      line('replies', 'yes', 'yes', 'sizeTime', 'Reply.sealed', 'Reply.rev', 'Reply.addedAt', 'Reply.writtenAt'),
      line('repliesAbout', 'yes', 'yes', 'yes', 'Reply.*'),
      line('moments', 'yes', 'yes', 'sizeTime', 'Moment.sealed', 'Moment.rev', 'Moment.addedAt', 'Moment.writtenAt'),
      line('momentsAbout', 'yes', 'yes', 'yes', 'Moment.*', 'MomentPart.*'),
      line(
        'rituals',
        'yes',
        'yes',
        'yes',
        'Ritual.*',
        'RitualTerms.*',
        'Agreement.*',
        'TermsClosing.*',
        'RitualPause.*',
      ),
      line('meanings', 'yes', 'yes', 'sizeTime', 'Meaning.*'),
      line('plans', 'yes', 'yes', 'yes', 'Plan.*', 'PlanItem.*'),
      line('weekReady', 'yes', 'yes', 'yes', 'WeekReady.*'),
      line('takingPart', 'yes', 'yes', 'yes', 'TakingPart.*'),
      line('planLines', 'yes', 'yes', 'sizeTime', 'PlanLine.*'),
      line('monthChanges', 'yes', 'yes', 'sizeTime', 'MonthChange.*'),
      line('monthClosings', 'yes', 'yes', 'yes', 'MonthClosing.*'),
      line('couple', 'yes', 'yes', 'yes', 'Couple.*', 'Membership.*'),
    ],
  },
  {
    key: 'account',
    lines: [
      line('person', 'yes', 'yes', 'yes', 'Person.id', 'Person.name', 'Person.zone'),
      line('publicKeys', 'yes', 'yes', 'yes', 'Person.bundle'),
      line(
        'email',
        'yes',
        'no',
        'yes',
        'Account.personId',
        'Account.email',
        'Account.emailKey',
        'Account.locale',
        'Account.zonesBefore',
      ),
      line('phrase', 'yes', 'no', 'no'),
      line('proofs', 'no', 'no', 'hash', 'Account.kdf', 'Account.salt', 'Account.authHash', 'Account.recoveryHash'),
      line('keyring', 'yes', 'no', 'sealed', 'Account.vkPw', 'Account.vkRec', 'Account.keyring', 'Account.keyringRev'),
      line('sparePage', 'yes', 'no', 'yes', 'Account.sparePageSavedOn'),
      line(
        'sessions',
        'yes',
        'no',
        'yes',
        'Session.id',
        'Session.personId',
        'Session.secretHash',
        'Session.onlyMe',
        'Session.label',
        'Session.signedInOn',
        'Session.lastUsedOn',
        'Session.expiresAt',
        'Session.knownDeviceId',
      ),
      line('deviceKey', 'half', 'no', 'half', 'Session.deviceKey'),
      line('knownDevice', 'yes', 'no', 'hash', 'KnownDevice.*'),
      line('invites', 'yes', 'inviteBoth', 'yes', 'Invite.*'),
      line('attempts', 'no', 'no', 'hashDay', 'Throttle.*'),
    ],
  },
]
