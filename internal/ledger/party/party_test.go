package party_test

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/ledger/party"
	"readout/internal/ledger/shelf"
)

func person(id, name string, titles ...string) readout.Party {
	p := readout.Party{ID: id, Name: name, Kind: readout.Person}
	for _, t := range titles {
		p.Offices = append(p.Offices, readout.Office{Title: t})
	}
	return p
}

var velmar = readout.Party{ID: "p-velmar", Name: "Velmar", Kind: readout.State, Aliases: []string{"Tormouth"}}

func find(t *testing.T, f *party.File, id string) readout.Party {
	t.Helper()
	put, _, _, _ := f.Changed()
	if shown[f] == nil {
		shown[f] = map[string]readout.Party{}
	}
	for _, p := range put {
		shown[f][p.Group.ID] = p.Group
	}
	p, ok := shown[f][id]
	if !ok {
		t.Fatalf("no party %s", id)
	}
	return p
}

// shown is what the files of the tests have shown so far.
var shown = map[*party.File]map[string]readout.Party{}

func TestSurnameJoinsTheOnlyBearer(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{person("p-ruiz", "Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ruiz" {
		t.Errorf("alone: %s", got)
	}
	f.Add("2026-05-04", []readout.Party{person("p-ana", "Ana Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ana" {
		t.Errorf("one bearer: %s", got)
	}
	f.Add("2026-05-04", []readout.Party{person("p-luis", "Luis Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ruiz" {
		t.Errorf("two bearers: %s", got)
	}
}

// What is asked of a person is asked no more when a name turns out to be a
// company's.
func TestASurnameThatIsNoneIsAskedNoMore(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	brant := person("p-brant", "Brant")
	f.Add("2026-05-04", []readout.Party{brant, person("p-iva", "Iva Brant"), person("p-ole", "Ole Brant")})
	if _, near, _, _ := f.Changed(); len(near) != 2 {
		t.Errorf("candidates %+v", near)
	}
	brant.Kind = readout.Institution
	f.Add("2026-05-05", []readout.Party{brant, brant})
	if _, near, gone, _ := f.Changed(); len(near) != 0 || len(gone) != 2 {
		t.Errorf("candidates %+v, gone %v", near, gone)
	}
}

func TestSurnameOfACompanyIsNoPerson(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{{ID: "p-brant-co", Name: "Brant", Kind: readout.Institution}, person("p-brant", "Iva Brant")})
	if got := f.Canonical("p-brant-co"); got != "p-brant-co" {
		t.Errorf("a company became %s", got)
	}
}

func TestNameIsTheMostFrequent(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	for _, name := range []string{"Ana M. Ruiz", "Ana Ruiz", "Ana Ruiz"} {
		f.Add("2026-05-04", []readout.Party{person("p-ana", name)})
	}
	p := find(t, f, "p-ana")
	if p.Name != "Ana Ruiz" || !slices.Equal(p.Aliases, []string{"Ana M. Ruiz"}) {
		t.Errorf("name %q, aliases %q", p.Name, p.Aliases)
	}
}

func TestTitlesGiveThePlace(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{
		velmar,
		{ID: "p-lines", Name: "Brant Lines", Kind: readout.Institution},
		person("p-ana", "Ana Ruiz", "Velmaran president"),
		person("p-oda", "Oda Lind", "Velmaran foreign minister"),
		person("p-ex", "Per Holm", "former president of Velmar"),
		person("p-boss", "Kit Moor", "chief executive of Brant Lines"),
	})
	if got := find(t, f, "p-velmar").Principal; got != "p-ana" {
		t.Errorf("principal of the state: %q", got)
	}
	if got := find(t, f, "p-lines").Principal; got != "p-boss" {
		t.Errorf("principal of the company: %q", got)
	}
	if got := find(t, f, "p-oda"); got.SpeaksFor != "p-velmar" || got.PartOf != "p-velmar" {
		t.Errorf("the minister speaks for %q, is part of %q", got.SpeaksFor, got.PartOf)
	}
	if got := find(t, f, "p-ex").SpeaksFor; got != "" {
		t.Errorf("the former president speaks for %q", got)
	}
}

func TestTwoHoldersAreNoPrincipal(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{velmar, person("p-ana", "Ana Ruiz", "Velmaran president"), person("p-jon", "Jon Aske", "prime minister of Velmar")})
	if got := find(t, f, "p-velmar").Principal; got != "" {
		t.Errorf("principal %q", got)
	}
}

func TestWhatTheReportsSayGoesBeforeTitles(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	said := velmar
	said.Principal = "p-jon"
	f.Add("2026-05-04", []readout.Party{said, person("p-ana", "Ana Ruiz", "Velmaran president"), person("p-jon", "Jon Aske")})
	if got := find(t, f, "p-velmar").Principal; got != "p-jon" {
		t.Errorf("principal %q", got)
	}
}

func TestFold(t *testing.T) {
	f := party.New(shelf.New(nil), nil, map[string]string{"Ostric": "Ostra"})
	f.Add("2026-05-04", []readout.Party{
		velmar, {ID: "p-ostra", Name: "Ostra", Kind: readout.State},
		person("p-ana", "Ana Ruiz"), person("p-jon", "Jon Aske"), person("p-eva", "Eva Aske"),
		{ID: "p-un", Name: "officials", Kind: readout.Unnamed}, {ID: "p-it", Name: "IT", Kind: readout.Institution},
	})
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"Velmaran ships left Tormouth", []string{"@p-velmar", "ships", "left", "@p-velmar"}},
		{"Ostric officials met Ms Ruiz", []string{"@p-ostra", "officials", "met", "ms", "@p-ana"}},
		{"Ana Ruiz and Aske", []string{"@p-ana", "and", "aske"}},
		{"It fell on IT", []string{"it", "fell", "on", "@p-it"}},
		{"a velmar of words", []string{"a", "velmar", "of", "words"}},
	} {
		if got := f.Fold(tc.text); !slices.Equal(got, tc.want) {
			t.Errorf("Fold(%q) = %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestSpellingsAndInitials(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{person("p-1", "Oleh Marchenkiy"), person("p-2", "Oleh Marchenkyy"), person("p-3", "O. Marchenky"), person("p-4", "Marchenky")})
	for _, id := range []string{"p-2", "p-3", "p-4"} {
		if got := f.Canonical(id); got != "p-1" {
			t.Errorf("%s is %s", id, got)
		}
	}
	f.Add("2026-05-04", []readout.Party{person("p-5", "Anton Marchenky"), person("p-6", "Oleh R. Marchenky"), person("p-7", "Oleh Anton Marchenky"), person("p-8", "A. Marchenky")})
	for id, want := range map[string]string{"p-3": "p-3", "p-4": "p-4", "p-5": "p-5", "p-6": "p-1", "p-7": "p-7", "p-8": "p-5"} {
		if got := f.Canonical(id); got != want {
			t.Errorf("among several, %s is %s, want %s", id, got, want)
		}
	}
	if _, got, _, _ := f.Changed(); len(got) != 3 || got[0].Group.B != "p-4" {
		t.Errorf("candidates %+v", got)
	}
}

func TestAnOfficeIsItsOnlyHolder(t *testing.T) {
	office := func(id, name string) readout.Party {
		return readout.Party{ID: id, Name: name, Kind: readout.OfficeKind}
	}
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{velmar, person("p-ana", "Ana Ruiz", "president of Velmar"), person("p-cole", "Ida Cole", "chief executive")})
	f.Add("2026-05-04", []readout.Party{velmar, office("p-o1", "Velmaran president"), office("p-o2", "CEO")})
	f.Add("2026-05-04", []readout.Party{person("p-hale", "Jon Hale", "chief executive"), office("p-o3", "CEO")})
	for id, want := range map[string]string{"p-o1": "p-ana", "p-o2": "p-o2", "p-o3": "p-hale"} {
		if got := f.Canonical(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	f.Add("2026-05-04", []readout.Party{velmar, person("p-luis", "Luis Ruiz", "Velmaran president"), office("p-o4", "Velmar's president")})
	if got := f.Canonical("p-o4"); got != "p-o4" {
		t.Errorf("one of two holders was taken: %s", got)
	}
}

func TestBodiesOfAState(t *testing.T) {
	body := func(id, name string) readout.Party {
		return readout.Party{ID: id, Name: name, Kind: readout.Institution}
	}
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{velmar, body("p-fm", "Velmaran Foreign Ministry"), body("p-navy", "Velmaran navy"), body("p-post", "Velmaran Post")})
	f.Add("2026-05-04", []readout.Party{body("p-navy2", "Velmar's navy")})
	if p := find(t, f, "p-fm"); p.PartOf != "p-velmar" || p.SpeaksFor != "p-velmar" {
		t.Errorf("the foreign ministry: %+v", p)
	}
	if p := find(t, f, "p-navy"); p.PartOf != "p-velmar" || p.SpeaksFor != "" || !slices.Contains(p.Aliases, "Velmar's navy") {
		t.Errorf("the navy: %+v", p)
	}
	if p := find(t, f, "p-post"); p.PartOf != "" {
		t.Errorf("a newspaper is part of the state: %+v", p)
	}
	if got := f.Canonical("p-navy2"); got != "p-navy" {
		t.Errorf("another spelling of the navy is %s", got)
	}
}

func TestWhoRelays(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	f.Add("2026-05-04", []readout.Party{
		{ID: "p-wire", Name: "Tide Wire", Kind: readout.Agency}, person("p-holm", "Per Holm"),
		{ID: "p-aide", Name: "Eva Lind", Kind: readout.Person, SpeaksFor: "p-holm"},
	})
	if !f.Relays("p-wire", "p-holm") || !f.Relays("p-aide", "p-holm") || f.Relays("p-holm", "p-aide") || f.Relays("", "p-holm") {
		t.Error("an agency and a spokeswoman relay, a party that is told of does not")
	}
}

// A title has the days between which reports give it, and of a former one when
// it was past.
func TestOfficesAreHeldForATime(t *testing.T) {
	f := party.New(shelf.New(nil), nil, nil)
	for _, r := range []struct{ day, title string }{
		{"2026-05-09", "mayor of Tormouth"}, {"2026-05-04", "Mayor of Tormouth"}, {"2026-06-02", "former mayor of Tormouth"}, {"2026-06-20", "ex-mayor of Tormouth"},
		{"2026-06-20", "former pilot"}, {"", "harbour master"},
	} {
		f.Add(r.day, []readout.Party{person("p-lind", "Una Lind", r.title)})
	}
	want := []readout.Office{
		{Title: "mayor of Tormouth", From: "../2026-05-04", To: "2026-05-09/2026-06-02"}, {Title: "pilot", To: "../2026-06-20"}, {Title: "harbour master"},
	}
	if got := find(t, f, "p-lind").Offices; !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	f.Add("2026-07-01", []readout.Party{person("p-lind", "Una Lind", "mayor of Tormouth")})
	if got := find(t, f, "p-lind").Offices[0]; got.To != "" {
		t.Errorf("in office again: %+v", got)
	}
}
