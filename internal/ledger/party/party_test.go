package party_test

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/ledger/party"
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
	for _, p := range f.All() {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("no party %s", id)
	return readout.Party{}
}

func TestSurnameJoinsTheOnlyBearer(t *testing.T) {
	f := party.New(nil)
	f.Add([]readout.Party{person("p-ruiz", "Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ruiz" {
		t.Errorf("alone: %s", got)
	}
	f.Add([]readout.Party{person("p-ana", "Ana Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ana" {
		t.Errorf("one bearer: %s", got)
	}
	f.Add([]readout.Party{person("p-luis", "Luis Ruiz")})
	if got := f.Canonical("p-ruiz"); got != "p-ruiz" {
		t.Errorf("two bearers: %s", got)
	}
}

func TestSurnameOfACompanyIsNoPerson(t *testing.T) {
	f := party.New(nil)
	f.Add([]readout.Party{{ID: "p-brant-co", Name: "Brant", Kind: readout.Institution}, person("p-brant", "Iva Brant")})
	if got := f.Canonical("p-brant-co"); got != "p-brant-co" {
		t.Errorf("a company became %s", got)
	}
}

func TestNameIsTheMostFrequent(t *testing.T) {
	f := party.New(nil)
	for _, name := range []string{"Ana M. Ruiz", "Ana Ruiz", "Ana Ruiz"} {
		f.Add([]readout.Party{person("p-ana", name)})
	}
	p := find(t, f, "p-ana")
	if p.Name != "Ana Ruiz" || !slices.Equal(p.Aliases, []string{"Ana M. Ruiz"}) {
		t.Errorf("name %q, aliases %q", p.Name, p.Aliases)
	}
}

func TestTitlesGiveThePlace(t *testing.T) {
	f := party.New(nil)
	f.Add([]readout.Party{
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
	f := party.New(nil)
	f.Add([]readout.Party{velmar, person("p-ana", "Ana Ruiz", "Velmaran president"), person("p-jon", "Jon Aske", "prime minister of Velmar")})
	if got := find(t, f, "p-velmar").Principal; got != "" {
		t.Errorf("principal %q", got)
	}
}

func TestWhatTheReportsSayGoesBeforeTitles(t *testing.T) {
	f := party.New(nil)
	said := velmar
	said.Principal = "p-jon"
	f.Add([]readout.Party{said, person("p-ana", "Ana Ruiz", "Velmaran president"), person("p-jon", "Jon Aske")})
	if got := find(t, f, "p-velmar").Principal; got != "p-jon" {
		t.Errorf("principal %q", got)
	}
}

func TestFold(t *testing.T) {
	f := party.New(map[string]string{"Ostric": "Ostra"})
	f.Add([]readout.Party{
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
