package nn

// kernel is one way of doing the heavy operations. All kernels round alike: for
// the same arguments they write the same bytes.
type kernel struct {
	name string

	// quantise rounds rows x [rows][k] to bytes q = round(x·127/m) + 128, where m
	// is the largest magnitude of the row (at least 1e-20), and writes scale m/127;
	// k is a multiple of 16, rows is len(scale).
	quantise func(q []uint8, scale, x []float32, k int)

	// quantise16 does so to words q = round(x·4095/m) with scale m/4095.
	quantise16 func(q []int16, scale, x []float32, k int)

	// multiply computes 48 columns of a linear layer: for each of len(scale) rows,
	// a multiple of 8, of q [rows][k], dst[r·stride+c] = float(correction + Σ q·w) ·
	// columnScale · scale[r] + bias, the last two steps fused. The correction is
	// -128·Σw, so that the sum is that of (q-128)·w; no w is -128.
	multiply func(dst []float32, stride int, q []uint8, k int, scale []float32, panel []int8, column []int32)

	// product computes 8 rows of C = A·B from words whose sums fit in 32 bits, each
	// times column[j], then times row[r]. A is [8][2·pairs] at stride lda, B is
	// [pairs][n][2] at stride ldb (in pairs), C is [8][n] at stride ldc, n is
	// len(column), a multiple of 16.
	product func(c []float32, ldc int, a []int16, lda int, b []int16, ldb, pairs int, row, column []float32)

	// soften turns 8 rows of n = len(values) scores, which it overwrites, into the
	// weights p of the values to be summed: see softenPlain. n is a multiple of 16,
	// most is the largest of values.
	soften func(p []int16, scores, values []float32, most float32, scale []float32)

	// pair writes the words of two rows in turn; their length is a multiple of 16.
	pair func(dst, upper, lower []int16)

	// turn transposes a matrix src [rows][columns][2] of pairs of words at stride
	// lds to dst [columns][rows][2] at stride ldd, both strides in pairs; rows and
	// columns are multiples of 16.
	turn func(dst []int16, ldd int, src []int16, lds, rows, columns int)

	// gelu replaces numbers by x·Φ(x); their count is a multiple of 16.
	gelu func(x []float32)

	// normalise computes rows of LayerNorm(x + residual)·gain + bias, width
	// len(gain), a multiple of 16. dst may be x or residual.
	normalise func(dst, x, residual, gain, bias []float32)
}
