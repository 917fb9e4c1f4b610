package readout

// Grain is how exact a Date is.
type Grain string

const (
	GrainTime     Grain = "time"
	GrainDay      Grain = "day"
	GrainWeek     Grain = "week"
	GrainMonth    Grain = "month"
	GrainQuarter  Grain = "quarter"
	GrainYear     Grain = "year"
	GrainInterval Grain = "interval"
)

// Date is a point or stretch of time in EDTF (ISO 8601-2): "2025-03-13",
// "2025-03", "2025-07-28/2025-08-03", "../2026-01-29" (on or before). An empty
// Value is unknown; Weekday then keeps a weekday whose week is not known.
// Basis shows the calculation in one line; Phrase is where the text says it.
type Date struct {
	Value   string `json:"value,omitempty"`
	Grain   Grain  `json:"grain,omitempty"`
	Basis   string `json:"basis,omitempty"`
	Weekday string `json:"weekday,omitempty"`
	Phrase  *Span  `json:"phrase,omitempty"`
}

// Known reports whether the date has a value.
func (d *Date) Known() bool { return d != nil && d.Value != "" }
