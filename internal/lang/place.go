package lang

import "strings"

// Places are the states of the world and the seats that stand for them.
type Places struct {
	States     map[string]string // any name of a state → its usual name
	Capitals   map[string]string // seat of government → state
	Adjectives map[string]string // "Danish" → state
	Seats      map[string]Seat   // "White House" → what it is
}

// Seat is a house or office that stands for a body.
type Seat struct {
	Name   string
	Kind   string // a readout.PartyKind
	PartOf string // usual name of a state or another seat, or ""
}

// places reads "Name | other; names | capitals | adjectives" and
// "Seat | kind | part of".
func (l *Language) places() Places {
	p := Places{
		States: map[string]string{}, Capitals: map[string]string{},
		Adjectives: map[string]string{}, Seats: map[string]Seat{},
	}
	for _, line := range l.Lines("states") {
		f := columns(line, 4)
		p.States[f[0]] = f[0]
		for column, m := range map[int]map[string]string{1: p.States, 2: p.Capitals, 3: p.Adjectives} {
			for _, name := range strings.Split(f[column], ";") {
				if name = strings.TrimSpace(name); name != "" && m[name] == "" {
					m[name] = f[0]
				}
			}
		}
	}
	for _, line := range l.Lines("seats") {
		f := columns(line, 3)
		p.Seats[f[0]] = Seat{Name: f[0], Kind: f[1], PartOf: f[2]}
	}
	return p
}

func columns(line string, n int) []string {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}
