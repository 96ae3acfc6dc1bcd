// Weeks 22 to 26, up to this week. There is a date again. It is in pencil, by choice.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const inPencil: readonly StoryAct[] = [
  simon.writes(
    [22, 'Mon', '22:10'],
    `I want to tell you something while it is only half known, which is the new rule, and I notice that it makes my hands
    damp. The physiotherapist thinks ten weeks. Paz thinks ten weeks and a stair rail. I haven’t said anything to the
    landlord. You are the first to hear it, after a man called Rodrigo who was holding my father’s foot.`,
    { shares: 'nothing', types: ['emotional'], named: 'half-known' },
  ),
  vera.replies(
    [22, 'Tue', '12:20'],
    'half-known',
    `Noted in pencil.

    I read it in the pit and hit my head on 216. Good.`,
  ),
  vera.did([22, 'Wed', '18:00'], ['experiential'], 'Drew a stair rail to scale. Sent it with a list of screws.'),
  ...kept(
    ['aloud', 22, 'Thu'],
    [22, 'Thu', '22:05'],
    [6],
    [6, 'He is out of prison, and what he asks about first is the chain.'],
  ),
  ...kept(
    ['stairs', 22, 'Sat'],
    [22, 'Sat', '19:05'],
    [6, 'Went down instead of up. It counts, we have ruled.'],
    [6, 'My knees wish to have it noted that down is not easier.'],
  ),
  ...kept(['pot', 22, 'Sun'], [22, 'Sun', '22:33'], [6, 'He put in the cumin without being told.'], [6]),
  simon.plans([22, 'Sun', '20:00'], 'rail', {
    ...{ title: 'The stair rail', on: [23, 'Fri', '15:00'], kind: 'errand', minutes: 120 },
    what: 'She reads the drawing, I hold the drill.',
    items: [
      ['Screws, six by sixty', 'simon'],
      ['Patience', 'vera'],
    ],
  }),

  vera.writes(
    [23, 'Tue', '15:40'],
    `Passed. They write it on a form with a box for “remarks”. Remarks: none.

    Fonseca shook my hand, then checked whether it was clean.`,
    { types: ['intellectual'], shares: 'nothing', named: 'passed' },
  ),
  simon.replies(
    [23, 'Tue', '14:30'],
    'passed',
    `I read it out to my father, and he made me get the good glasses. Then he said to the glass, slowly, because it was in
    your language, and he had been practising it for a week in case: “Who is driving? She is.”`,
  ),
  vera.writes(
    [23, 'Tue', '22:10'],
    `Read that about eleven times. The flat is very loud tonight, in a good way. It’s me.`,
    { types: ['emotional'] },
  ),
  simon.logs(
    [23, 'Wed', '19:00'],
    ['emotional', 'intellectual'],
    'Toasted the form. “Remarks: none” is going to be framed.',
  ),
  vera.remembers([23, 'Fri', '22:00'], 'rail', 6, 'It is level. I heard it was level.'),
  simon.remembers(
    [23, 'Fri', '18:40'],
    'rail',
    6,
    '“Stop. Now listen to the screw.” Nobody had ever told me to listen to a screw.',
  ),
  ...kept(
    ['pot', 23, 'Sun'],
    [23, 'Sun', '22:37'],
    [6, 'Lentils, the small brown ones. A year ago I’d have called it a repeat. It is a reprise.'],
    [7, 'Lautaro cooked. I was allowed to hold the telephone.'],
  ),

  vera.did([24, 'Mon', '12:50'], ['emotional'], 'Thanked him for the thing with the flame. The exact thing.'),
  simon.did(
    [24, 'Tue', '21:00'],
    ['intellectual'],
    'Sent her twelve seconds of a chord that is wrong. She found the string.',
  ),
  ...kept(
    ['aloud', 24, 'Thu'],
    [24, 'Thu', '22:08'],
    [6, 'He asked to hear the last line again. I’d wanted to read it again.'],
    [6],
  ),
  vera.answersTheVoice(
    [24, 'Fri', '20:50'],
    {
      voice: `When he is back there will be nothing to mend, and then he will see.`,
      answer: `Nothing has been broken for three weeks. He still comes on Sundays. I’m looking forward to being seen.`,
      step: `Tell him this one. Start to finish.`,
      before: 30,
      after: 10,
    },
    { types: ['emotional'], shares: 'listen', parts: ['answer', 'step', 'voice'], named: 'to-mend' },
  ),
  simon.replies(
    [24, 'Fri', '22:30'],
    'to-mend',
    `I hear a small person holding a lamp very still. I would like to take it from her and hang it up, so that she has
    both hands free and can stay in the workshop all the same.

    For the record: the jug leaks, the bed will consider again, and I mean to break a great many things.`,
  ),
  vera.replies(
    [24, 'Sat', '10:15'],
    'to-mend',
    'I have both hands free. It took me a while to find the keys for that sentence.',
  ),
  ...kept(
    ['stairs', 24, 'Sat'],
    [24, 'Sat', '19:00'],
    [7, 'He had me on the loudspeaker. Lautaro did the first nine steps with us. With a rail.'],
    [7, 'Nine. He turned round at the ninth and waved at the telephone.'],
  ),
  ...kept(
    ['pot', 24, 'Sun'],
    [24, 'Sun', '22:29'],
    [6],
    [6, 'The recipe said “serves two”, and I was so pleased with it.'],
  ),

  vera.plans([25, 'Tue', '20:30'], 'home', {
    ...{ title: 'Simón comes home', on: [34, 'Sun', '12:40'], types: ['physical', 'emotional'], minutes: 1440 },
    what: 'In pencil. Rodrigo agrees, Paz agrees, the rail agrees.',
    place: 'Platform of line 18',
    items: [['Ring the bell', 'vera']],
  }),
  simon.adds([25, 'Tue', '18:50'], 'home', 'Bring the B flat', 'simon'),
  vera.writes(
    [25, 'Tue', '20:45'],
    `He asked me before he asked the airline. Then we looked at the seats together like people choosing a cabbage. 23A.

    Wrote it on the calendar. Pencil. I pressed rather hard.`,
    { types: ['emotional'], shares: 'nothing', named: 'cabbage' },
  ),
  simon.replies([25, 'Tue', '19:10'], 'cabbage', 'I can feel it from this side of the paper.'),
  vera.logs(
    [25, 'Wed', '21:30'],
    ['emotional', 'physical'],
    'Made plans for a kitchen table. He wants it near the window. I want it where it fits. It fits near the window.',
  ),
  simon.logs(
    [25, 'Fri', '18:30'],
    ['spiritual'],
    'Listened to the noon bell from both towns, one after the other. Said nothing for a minute.',
  ),
  vera.did([25, 'Sat', '15:10'], ['experiential'], 'Cleared his half of the bench. It had become my half.'),
  ...kept(
    ['pot', 25, 'Sun'],
    [25, 'Sun', '22:31'],
    [6, 'Cabbage, in honour of 23A.'],
    [6, 'When I salted it you said “you’re humming”. So it does come through.'],
  ),

  simon.did(
    [26, 'Mon', '19:20'],
    ['intellectual'],
    'Found the surveyor’s real map in the library. The error is exactly where she said.',
  ),
  simon.changes([26, 'Mon', '20:00'], ['aloud', 26, 'Thu'], { what: 'The last but one. You do the horse.' }),
  simon.adds([26, 'Mon', '20:05'], ['stairs', 26, 'Sat'], 'A waistcoat pocket for the telephone', 'simon'),
  vera.did([26, 'Tue', '13:10'], ['emotional'], 'Asked Lautaro for his ships. He is dictating, I am typing.'),
  ...kept(
    ['aloud', 26, 'Thu'],
    [26, 'Thu', '22:05'],
    [6, 'One chapter left. We looked at it and closed the book.'],
    [7],
  ),
  ...kept(
    ['stairs', 26, 'Sat'],
    [26, 'Sat', '19:05'],
    [6],
    [6, 'Twelve steps now, with the telephone in his waistcoat.'],
  ),
  ...kept(['pot', 26, 'Sun'], [26, 'Sun', '22:31'], [6], [6]),
]
