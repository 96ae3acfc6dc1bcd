export default {
  signIn: 'Sign in',
  title: 'A journal each of you keeps alone, and a ritual you keep together.',
  lead: 'For two people, in one home or nine time zones apart. It shows which of five kinds of closeness you two have been feeding.',
  start: 'Start writing',
  join: 'I have an invitation',
  bloomLabel:
    'An example of Lately. Emotional: both a lot. Physical: one a little, one a lot. Intellectual: one often, one a little. Experiential: one a lot, one often. Spiritual: one a lot, one a little.',
  noor: 'Noor',
  elias: 'Elias',
  bloomCaption: 'An example. A fuller petal means more days.',
  ritual: 'Cook the same soup, on a call',
  ritualHers: '22:30 Lisbon',
  ritualHis: '17:30 Montréal',
  privateTitle: 'What is private, and from whom',
  own: 'Only you can read the pages you keep to yourself.',
  shared: 'Only the two of you can read the pages you share.',
  do: {
    title: 'What the two of you do here',
    examples: 'Each with an example, drawn as your own will be.',
    week: 'Each week, you plan it together',
    weekText:
      'One page of the coming week, the same for both. You see each other’s changes as they happen, each on your own clock.',
    weekLabel:
      'An example of a week: plans on Monday, Wednesday, Thursday and Saturday. On Thursday, cook the same soup, on a call, at 22:30 in Lisbon and 17:30 in Montréal.',
    checkIn: 'How close did the week feel?',
    checkInText:
      'Each of you answers alone, and how close you would like it. The answers show once you have both given yours.',
    month: 'Once a month, you look back',
    monthText:
      'How close it felt, what you kept, three notes each, and one small thing to change. You read it side by side.',
  },
}
