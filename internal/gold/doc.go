// Package gold reads expectations about reports: what a careful person finds
// in a report, quoted from it, so that a reviewer can judge them by reading.
// Tests of the reader and the gold of the demonstration story are written in
// this notation. The package says what is expected; comparing is the caller's.
//
// A case is one txtar archive. Its comment says what the case is about; a
// missing section is not checked, an empty one means "none":
//
//	Surname only, full name one sentence before; cue after the quotation.
//	-- meta --
//	lang: en
//	published: 2026-03-04
//	-- text --
//	Finance minister Ana Ruiz met reporters on Tuesday.
//	"We will cut the tax by June," said Ruiz.
//	-- segments --
//	-- times --
//	DATE 2026-03-03 "Tuesday"
//	DATE 2026-06 "June" mod=END
//	-- statements --
//	direct commit source="Ruiz"#2 speaker="Ana Ruiz" cue="said" content="We will cut the tax by June,"
//	-- responses --
//	-- commitments --
//	obligor="Ana Ruiz" what="cut the tax" due=2026-06 state=given span="We will cut the tax by June"
//	-- contacts --
//	briefing participants="Ana Ruiz; reporters" when=2026-03-03 state=reported span="Finance minister Ana Ruiz met reporters"
//	-- incidents --
//
// # Lines
//
// A line is one object: bare words, "quoted snippets" and key=value fields in
// any order. Empty lines and lines that begin with "# " are left out. A value
// is bare (no spaces) or quoted, with the escapes \" and \\ only. Alternatives
// are joined by | in bare words and by the word or between values:
// state|claim, cue="claimed" or "has claimed". The preferred one stands first.
// A bare none is the value "there is none". The word optional marks an object
// that is right when found and no miss when not found.
//
// A line that begins with "~ " is right, but the reader is known to miss it; a
// line ~+ "snippet" is a known false find of the reader.
//
// # Snippets
//
// A snippet is a piece of the text, at whole words; a space in it stands for
// any run of white space. The form "first words … last words" reaches from one
// snippet to the next occurrence of the other, where the whole does not stand
// in the text as it is. A snippet that does not occur is an error. #N after
// the closing quotation mark is its N-th occurrence. Without it a snippet that
// occurs more than once is the occurrence nearest to the line's anchor, one on
// the same line of the text before one on another: the first content, else the
// span, else the cue, else the first snippet. Source and cue do not overlap the
// content. An ambiguous anchor is an error.
//
// # Sections
//
//	segments     CLASS "snippet" [of="Radio Velm"]; classes other than body only
//	times        TYPE VALUE "snippet" [mod=END]; VALUE ? is unknown
//	statements   [id=s1] [MODE] [ACT] [floating] [negated] source= cue= content= (may
//	             repeat; "a" or none: may be left out) speaker= grade= class= said=
//	             addressee= channel= place= parent= chain="A > B" span= insertion= cut=
//	responses    STATUS party= span= [about=] [as_of=]
//	commitments  [id=] [kind=] obligor="A; B" what= due= state= teller= asked_by=
//	             beneficiary= issuer= addressee= condition= consequence= duration=
//	             start= decided= span= evidence=s1,s2
//	contacts     [id=] FORM participants="A; B" when= where= state= span= told_by=
//	             subject= condition= evidence=
//	incidents    [id=] what= where= when= actor= actor_told_by= span= evidence=
//	             figure="killed 12 at-least \"at least 12 people\" by=\"the ministry\""
package gold
