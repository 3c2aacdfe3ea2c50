/** Twenty short passages by the authors of this course, written for this lab and in no training text: [opening, rest]. */
export const passagesEn: readonly (readonly [opening: string, rest: string])[] = [
  [
    "At six in the morning",
    " the baker’s window is the only light in the street. By half past, the people at the bus stop have turned round to face it.",
  ],
  [
    "The little bridge",
    " has lost one of its boards. People who cross it every day lift a foot there without looking down; visitors stop and study the water.",
  ],
  [
    "In Grandmother’s drawer",
    " there is a tin full of buttons. Whatever coat you bring her, she finds one that is nearly the right blue.",
  ],
  [
    "When the bell rang",
    " everybody ran outside. Tom stayed where he was, because a snail was halfway across the window and he wanted to see the rest.",
  ],
  [
    "My uncle mends radios,",
    " and nobody may talk while he does it. A loose wire, he says, is a thing you hear long before you see it.",
  ],
  [
    "That winter",
    " the pipes froze in the whole house. The neighbours took turns with a kettle, and towards noon the tap began to drip again.",
  ],
  [
    "In the library",
    " one book is always on the wrong shelf. Someone has put a card into it: I am lost again, please take me home.",
  ],
  [
    "The kitten",
    " had never seen snow. It put out a paw and drew it back at once, and then, after a while, put it out again and left it there.",
  ],
  [
    "Mother said",
    " the pie needed less filling. I did not believe her, and so we had soup that evening, with some pastry in it.",
  ],
  [
    "The teacher drew a circle",
    " and asked us what it was. A moon, a plate, a wheel, we said. Lucy at the back said it was a clock that had not started yet.",
  ],
  [
    "The lighthouse",
    " turns once in ten seconds. Its keeper says that he counts in his sleep, and wakes on the nights when it takes eleven.",
  ],
  [
    "A blue bicycle",
    " stood by our door for three years. The day it was gone, we found out that it had belonged to none of us.",
  ],
  [
    "There is an apple tree",
    " behind the school, and the apples are sour. The birds do not mind. They come on the same day every autumn, a day before we do.",
  ],
  [
    "Whenever it rains",
    " a man sells umbrellas outside the station. As soon as it stops he puts them away and has oranges instead, as if he had been told the hour.",
  ],
  [
    "My brother counts the stars",
    " and has to begin again at thirty-seven. He had not forgotten, he said, one of them was moving. It was an aeroplane.",
  ],
  [
    "At the market",
    " the woman with the cheese forgets nothing. She can tell you how much you took last week, and that you said it was for your sister.",
  ],
  [
    "Father’s watch",
    " is five minutes fast, so that he will not be late. We all know that it is fast, so we are late all the same.",
  ],
  [
    "In spring",
    " there were tadpoles in the pond. We looked in every day for the first legs, and of course they came on a Sunday.",
  ],
  [
    "The train was slow,",
    " and you could count the posts along the line. The old man opposite peeled an egg, gave me half of it and asked me how far I was going.",
  ],
  [
    "On the night the lights went out",
    " the whole house fell silent. Then there was a candle on the stairs, and another, and in the end we carried out our chairs.",
  ],
];
