package head

import "math"

// CRF is a linear chain over K labels: Start[K] and Trans[K·K] (from, to), with
// very low numbers for what may not be.
type CRF struct{ Start, Trans []float32 }

// Best is the best path over scores [words][K], as label numbers, and the
// marginal probability of every label at every word, [words][K].
func (c CRF) Best(scores []float32) (path []int, marginal []float64) {
	k := len(c.Start)
	n := len(scores) / k
	if n == 0 {
		return nil, nil
	}
	return c.viterbi(scores, n, k), c.marginals(scores, n, k)
}

func (c CRF) viterbi(scores []float32, n, k int) []int {
	best, next, back := make([]float64, k), make([]float64, k), make([]int, n*k)
	for j := range k {
		best[j] = float64(c.Start[j]) + float64(scores[j])
	}
	for t := 1; t < n; t++ {
		for j := range k {
			from := 0
			for i := 1; i < k; i++ {
				if best[i]+float64(c.Trans[i*k+j]) > best[from]+float64(c.Trans[from*k+j]) {
					from = i
				}
			}
			back[t*k+j], next[j] = from, best[from]+float64(c.Trans[from*k+j])+float64(scores[t*k+j])
		}
		best, next = next, best
	}
	path := make([]int, n)
	for j := range k {
		if best[j] > best[path[n-1]] {
			path[n-1] = j
		}
	}
	for t := n - 1; t > 0; t-- {
		path[t-1] = back[t*k+path[t]]
	}
	return path
}

// marginals runs the scaled forward-backward recursion in float64.
func (c CRF) marginals(scores []float32, n, k int) []float64 {
	trans, x := make([]float64, k*k), make([]float64, n*k)
	for i, v := range c.Trans {
		trans[i] = math.Exp(float64(v))
	}
	for i, v := range scores {
		x[i] = math.Exp(float64(v) - peak(scores[i/k*k:][:k]))
	}
	alpha, scale := make([]float64, n*k), make([]float64, n)
	for t := range n {
		for j := range k {
			a := math.Exp(float64(c.Start[j]))
			if t > 0 {
				a = 0
				for i := range k {
					a += alpha[(t-1)*k+i] * trans[i*k+j]
				}
			}
			alpha[t*k+j] = a * x[t*k+j]
			scale[t] += alpha[t*k+j]
		}
		divide(alpha[t*k:][:k], scale[t])
	}
	beta, before := make([]float64, k), make([]float64, k)
	for j := range beta {
		beta[j] = 1
	}
	for t := n - 1; t >= 0; t-- {
		for i := range k {
			before[i] = 0
			for j := range k {
				if t > 0 {
					before[i] += trans[i*k+j] * x[t*k+j] * beta[j] / scale[t]
				}
			}
		}
		sum := 0.0
		for j := range k {
			alpha[t*k+j] *= beta[j]
			sum += alpha[t*k+j]
		}
		divide(alpha[t*k:][:k], sum) // 1 but for what rounding has gathered
		beta, before = before, beta
	}
	return alpha
}

func peak(row []float32) float64 {
	m := row[0]
	for _, v := range row[1:] {
		m = max(m, v)
	}
	return float64(m)
}

func divide(row []float64, by float64) {
	for i := range row {
		row[i] /= by
	}
}
