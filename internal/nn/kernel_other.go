//go:build !amd64

package nn

// kernels are the ways that this machine can run, fastest first.
var kernels = []*kernel{&plain}
