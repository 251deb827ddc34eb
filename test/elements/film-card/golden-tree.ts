// What assistive technology is told of test/fixtures/her.json, as Chromium has it: one node a line.
export const GOLDEN = String.raw`
article "Her 2013"
  link "December 16, 2013"
    time
      StaticText "December 16, 2013"
  link "0 comments"
  StaticText "By Fans"
  heading "Her 2013" level=2
    StaticText "Her"
    StaticText "2013"
  paragraph
    StaticText "Somebody to listen."
  radiogroup "Rate Her" description="No ratings yet"
    radio "1 star" checked=false
    radio "2 stars" checked=false
    radio "3 stars" checked=false
    radio "4 stars" checked=false
    radio "5 stars" checked=false
  StaticText "No ratings yet"
  generic live=polite atomic
  paragraph
    StaticText "In a Los Angeles a few years from now, a man who writes other people's letters for a living cannot finish the one he owes himself: the end of his marriage. He installs an operating system that talks, listens and learns, and the two of them become first a help, then company, then a couple."
  paragraph
    StaticText "What follows is a love story with one visible half."
  DescriptionList
    term "Release year"
    definition
      StaticText "2013"
    term "Release date"
    definition
      StaticText "December 18, 2013"
    term "Running time"
    definition
      StaticText "2 h 6 min"
    term "Certification"
    definition
      StaticText "R"
    term "Genres"
    definition
      StaticText "Drama"
      StaticText ","
      StaticText "Romance"
      StaticText ","
      StaticText "Science fiction"
    term "Director"
    definition
      StaticText "Spike Jonze"
    term "Writer"
    definition
      StaticText "Spike Jonze"
    term "Cast"
    definition
      StaticText "Joaquin Phoenix as Theodore Twombly"
      StaticText ","
      StaticText "Scarlett Johansson as Samantha (voice)"
      StaticText ","
      StaticText "Amy Adams as Amy"
      StaticText ","
      StaticText "Rooney Mara as Catherine"
      StaticText ","
      StaticText "Olivia Wilde as Blind date"
      StaticText ","
      StaticText "Chris Pratt as Paul"
      StaticText ","
      StaticText "Matt Letscher as Charles"
      StaticText ","
      StaticText "Portia Doubleday as Isabella"
    term "IMDb"
    definition
      link "7.9/10, 959 votes, as of December 16, 2013"
    term "Official website"
    definition
      link "herthemovie.com"
  heading "Technical specs" level=3
  DescriptionList
    term "Country"
    definition
      StaticText "United States"
    term "Language"
    definition
      StaticText "English"
    term "Colour"
    definition
      StaticText "Colour"
    term "Aspect ratio"
    definition
      StaticText "1.85:1"
    term "Sound mix"
    definition
      StaticText "Dolby Digital"
  heading "Did you know?" level=3
  list
    listitem level=1
      ListMarker "•"
      StaticText "Another actress, Samantha Morton, spoke Samantha's lines on the set, out of sight of the camera. Her voice was replaced only while the film was being cut."
    listitem level=1
      ListMarker "•"
      StaticText "Many views of the future Los Angeles were filmed in Shanghai, whose raised walkways have no cars beside them."
  button "Show 1 more" expanded=false
  paragraph
    link "More trivia"
  heading "Reviews" level=3
  article "Love letters at second hand"
    heading "Love letters at second hand" level=4
    StaticText "By M. Okafor"
    time
      StaticText "December 14, 2013"
    StaticText "9 out of 10"
    blockquote
      paragraph
        StaticText "The first thing Theodore Twombly does in this film is write somebody else's love letter. It is his day job, he is good at it, and he reads it out in a voice so warm that you forget for a moment that none of it is his. That is the whole film folded into one scene: feelings at second hand that turn out to be real to whoever needs them."
      paragraph
        StaticText "He buys an operating system. It calls itself Samantha, reads his mail, laughs at his jokes and wants to know what a body feels like."
        StaticText "…"
    button "Read More" description="By M. Okafor" expanded=false
    link "Read the full review on Example Film Review"
  article "By Lena"
    time
      StaticText "December 15, 2013"
    StaticText "4 out of 5"
    blockquote
      paragraph
        StaticText "Sad, funny, and the best-dressed future I have seen. Take tissues."
  paragraph
    link "More reviews"
  sectionfooter
    paragraph
      StaticText "Film facts collected by the editors of this page."
`
  .trim()
  .split('\n');
