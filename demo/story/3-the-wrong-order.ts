// Weeks 8 to 13, the hard ones. The father falls ill, the return is put off, and Vera hears it from somebody else.
import { kept, simon, vera, type StoryAct } from '../acts.ts'

export const theWrongOrder: readonly StoryAct[] = [
  simon.writes(
    [8, 'Tue', '06:30'],
    `He has a fever. It came in the night, and he was polite about it, which frightened me more than the number did. Paz
    is bringing the car.`,
    { shares: 'comfort', types: ['emotional'], named: 'fever' },
  ),
  vera.replies(
    [8, 'Tue', '12:05'],
    'fever',
    'I am at the bench all day with the telephone on the vice. Ring whenever. You don’t need to have anything to say.',
  ),
  vera.did(
    [8, 'Tue', '22:40'],
    ['emotional'],
    'Stayed on the line in the corridor. Neither of us talked. There was a trolley with a bad wheel.',
  ),
  simon.skips([8, 'Thu', '10:00'], ['aloud', 8, 'Thu']),
  simon.writes(
    [8, 'Thu', '23:55'],
    `It is in both lungs. They say the word that everybody says about a man of eighty, which is “stable”, as if he were a
    shelf.

    I sat by him and did what I do with an instrument I don’t know yet, I didn’t touch anything, I listened for what still
    answered. The left hand answers. It looked for my sleeve and found it and held on.`,
    { shares: 'listen', types: ['emotional', 'spiritual'], named: 'shelf' },
  ),
  vera.replies(
    [8, 'Fri', '06:10'],
    'shelf',
    'I care, and I am not going to tell you anything about shelves. Give him my hand on top of yours.',
  ),
  simon.skips([8, 'Sat', '08:00'], ['stairs', 8, 'Sat']),
  simon.skips([8, 'Sun', '09:00'], ['pot', 8, 'Sun']),
  vera.writes(
    [8, 'Sun', '20:20'],
    `Cooked the pot anyway. Ate at the counter. He was meant to fly home in five weeks. I have it on the calendar in ink.`,
  ),

  simon.did([9, 'Mon', '07:30'], ['emotional'], 'Sent her the first good number: thirty-seven eight.'),
  vera.writes(
    [9, 'Wed', '19:40'],
    `Paz rang about the parcel. She said, “At least now that he’s staying on till the end, you can send the heavier coat.”

    I said yes. I asked about the parcel. I wrote down the weight.

    Staying on. He has told Paz. He has told the landlord of the room, because Paz has seen the paper. It is a
    sensible decision. I would have made it. I would have liked to be in the room where it was made, or to hear the door.`,
    { types: ['emotional'] },
  ),
  vera.skips([9, 'Thu', '12:00'], ['aloud', 9, 'Thu']),
  vera.answersTheVoice(
    [9, 'Thu', '22:20'],
    {
      voice: `You see. You are told last because you are the part that keeps running. One doesn’t inform the motor.`,
      origin: `Being the one who didn’t make a fuss. I was praised for it until I couldn’t stop.`,
      answer: `He sat in a corridor for nine days. He told the people who were in the corridor. It was wrong and it was not
      about what I am worth.`,
      effect: `I have not rung. I tell myself he needs quiet. I am being a closed valve.`,
      before: 90,
      after: 75,
    },
    { types: ['emotional'] },
  ),
  simon.writes(
    [9, 'Fri', '22:15'],
    `She skipped our chapter with no word, and she is the one who sends a word when she is going to be four minutes late.
    I know what it is. I have known since Wednesday, when Paz said, rather brightly, that she’d had a good talk with Vera.
    I was going to tell her on Sunday, over the pot, properly. I was arranging it. One can go on arranging a thing until
    there is nobody left in the hall.`,
    { types: ['emotional'] },
  ),
  simon.skips([9, 'Sun', '08:30'], ['pot', 9, 'Sun']),

  simon.writes(
    [10, 'Mon', '21:30'],
    `I told it in the wrong order. That is the whole of it, and the rest is explaining, which I do too well, so I will do
    only a little.

    The doctor said four months at the least before he can be alone, and I heard myself say to Paz, then I will stay, and
    it was so plain that I didn’t notice I was deciding something of yours. Then I had to sign for the room. Then I wanted
    to tell you when I could do it beautifully. I think I was afraid that you would say “of course” and mean it, and that
    I would hear what it cost.

    You don’t owe me an of course.`,
    { shares: 'listen', types: ['emotional'], named: 'wrong-order' },
  ),
  vera.replies([10, 'Tue', '20:50'], 'wrong-order', 'I read it. Not yet.'),
  vera.writes(
    [10, 'Wed', '21:15'],
    `Things I have said to him this week: the boiler man came, the boiler man went. Things I have not said: the calendar.

    Took the ink off with a blade. It leaves a shiny place.`,
  ),
  simon.skips([10, 'Thu', '14:00'], ['aloud', 10, 'Thu']),
  simon.did([10, 'Thu', '20:00'], ['emotional'], 'Wrote a letter on paper. Did not explain anything in it.'),
  vera.skips([10, 'Sat', '10:00'], ['stairs', 10, 'Sat']),
  vera.writes(
    [10, 'Sat', '17:45'],
    `Went up the stairs alone, at our hour. I was not going to, then it was ten to and I had my boots on. At the top I did
    not ring. I looked at the bridge for as long as we usually talk.`,
    { types: ['spiritual'] },
  ),
  simon.skips([10, 'Sun', '08:30'], ['pot', 10, 'Sun']),

  simon.writes(
    [11, 'Tue', '23:20'],
    `He is home. He asked where the other one was. I said which other one, and he looked at me the way he used to look at
    a boy who was holding the ladder badly.`,
    { types: ['emotional'] },
  ),
  vera.answersTheVoice(
    [11, 'Wed', '21:50'],
    {
      voice: `You only make it worse by being angry at a man with a sick father. Be useful or be quiet.`,
      answer: `I can be sorry for him and angry with him. I have run two circuits off one supply for twenty years.`,
      step: `Say it to him on Sunday. Out loud. Before the onions.`,
      before: 75,
      after: 55,
    },
    { types: ['emotional'], shares: 'listen', parts: ['answer', 'step'], named: 'two-circuits' },
  ),
  simon.replies([11, 'Wed', '20:05'], 'two-circuits', 'Before the onions. I will be there with an unpeeled one.'),
  ...kept(
    ['pot', 11, 'Sun'],
    [11, 'Sun', '22:50'],
    [3, 'I said it. He did not explain. The onions are still there.'],
    [4, 'You said “I had it in ink.” I will not forget it, and I don’t want to.'],
  ),

  vera.logs([12, 'Tue', '23:30'], ['emotional'], 'Three hours. I shouted once. He stayed in the room, both rooms.'),
  simon.writes(
    [12, 'Wed', '09:40'],
    `I slept six hours. After you had shouted, and we had both been so surprised, there was a moment when you laughed, only
    through the nose, at the thing about the boiler man, and I went out and stood by the lemon tree and was simply glad of
    the dark.

    You asked what I want, and I made fog, so here it is with the flame turned off: I want to be here till he can be
    alone. I want to be asked when I’m coming home by somebody who would rather I were there. And I want to be told when I
    arrange.`,
    { shares: 'nothing', types: ['emotional'], named: 'flame' },
  ),
  vera.replies(
    [12, 'Wed', '20:20'],
    'flame',
    `You’re arranging.

    (You are not. I wanted to try it.)

    When are you coming home?`,
  ),
  vera.did([12, 'Thu', '07:00'], ['emotional'], 'Sent the heavier coat. Put the good pear-knife in the pocket.'),
  ...kept(
    ['aloud', 12, 'Thu'],
    [12, 'Thu', '23:10'],
    [5, 'We had both read ahead without saying. Forgiven on both sides.'],
    [5, 'Six chapters late, and nobody in the book had noticed.'],
  ),
  ...kept(
    ['stairs', 12, 'Sat'],
    [12, 'Sat', '19:10'],
    [5, 'Talked on the way up for once. No breath for anything but the truth.'],
    [6],
  ),
  vera.plans([12, 'Sun', '18:20'], 'going', {
    ...{ title: 'Vera comes', on: [14, 'Mon', '06:40'], types: ['physical', 'experiential'] },
    ...{
      minutes: 1440,
      what: 'Eleven nights. I have leave that nobody has ever asked about.',
      place: 'The gate in B flat',
    },
    items: [
      ['Somebody for line 18', 'vera'],
      ['A bed that does not consider things', 'simon'],
    ],
  }),
  ...kept(
    ['pot', 12, 'Sun'],
    [12, 'Sun', '22:41'],
    [5],
    [6, 'You told me between the garlic and the oil. I had to sit down on the step.'],
  ),

  simon.writes(
    [13, 'Mon', '22:50'],
    `She is coming, and I have become a person who looks at ceilings. There is a crack over the bed like the coast from
    here to Arica. I have washed a curtain. My father has asked to be shaved on the Sunday, “for the engineer”.`,
    { types: ['emotional'] },
  ),
  vera.answersTheVoice(
    [13, 'Tue', '21:30'],
    {
      voice: `You are going because you were hurt, so that he has to look after you as well.`,
      answer: `I am going because I want to put my forehead between his shoulder blades. He can go on washing up.`,
      before: 60,
      after: 40,
    },
    { types: ['emotional', 'physical'] },
  ),
  simon.did([13, 'Wed', '16:00'], ['experiential'], 'Oiled the gate, then put the B flat back with a file.'),
  vera.lets([13, 'Thu', '12:30'], 'aloud', [16, 'Mon']),
  vera.isSet([13, 'Sun', '21:00'], 14),
  ...kept(
    ['pot', 13, 'Sun'],
    [13, 'Sun', '22:20'],
    [6, 'Last one in two kitchens for a while. Toast. I was packing.'],
    [6, 'I made far too much, to be in practice.'],
  ),
]
