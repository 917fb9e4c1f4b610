package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// policy lets a page use our style sheet and send our forms to us; nothing
// else, from nowhere.
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// strict sets the headers that keep a page to itself.
func strict(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store") // the texts stay in the store
		next.ServeHTTP(w, r)
	})
}

// guard refuses requests whose Host header is none of ours. A page on another
// site can make its own name point at this machine (DNS rebinding), but the
// browser then sends that name.
func guard(hosts []string, next http.Handler) http.Handler {
	ours := []string{"localhost", "127.0.0.1", "::1"}
	for _, h := range hosts {
		ours = append(ours, hostName(h))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(ours, hostName(r.Host)) {
			http.Error(w, "This server does not answer to that host name. Open it as localhost or 127.0.0.1.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// hostName is a Host header without its port, in lower case.
func hostName(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
}
