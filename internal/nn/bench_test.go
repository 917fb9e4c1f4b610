package nn

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkEncode measures word pieces a second on random weights of the shape
// that is trained: batch x length, by layers and kernel.
func BenchmarkEncode(b *testing.B) {
	for _, layers := range []int{6, 12} {
		m := model{layers: layers, hidden: 384, wide: 1536, pieces: 1000, positions: 512}
		e := m.encoder(1)
		for _, name := range Kernels() {
			for _, shape := range [][2]int{{1, 64}, {4, 64}, {1, 256}} {
				b.Run(fmt.Sprintf("layers=%d/%s/%dx%d", layers, name, shape[0], shape[1]), func(b *testing.B) {
					s, err := NewScratch(name)
					if err != nil {
						b.Fatal(err)
					}
					r := rand.New(rand.NewPCG(1, 1))
					var batch []Sequence
					for range shape[0] {
						batch = append(batch, m.sequence(r, shape[1]))
					}
					for b.Loop() {
						e.Encode(s, batch)
					}
					pieces := float64(shape[0]*shape[1]) * float64(b.N)
					b.ReportMetric(pieces/b.Elapsed().Seconds(), "pieces/s")
				})
			}
		}
	}
}
