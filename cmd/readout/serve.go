package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/serve/query"
	"readout/internal/serve/web"
)

// address is where the pages are, if nobody says otherwise: this machine only.
const address = "127.0.0.1:8707"

func (p *program) serveCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the record as pages in a browser",
		Long: `Show the record as pages for a browser on this machine, until Ctrl-C. Nobody is
asked for a password: think before giving an address that others can reach.`,
		Args: func(c *cobra.Command, args []string) error {
			return errors.Join(cobra.NoArgs(c, args), checkAddress(addr))
		},
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error { return p.serve(c.Context(), e, addr) })
		},
	}
	addressFlag(c, &addr)
	return c
}

func addressFlag(c *cobra.Command, addr *string) {
	c.Flags().StringVar(addr, "addr", address, "`address` and port; port 0 takes a free one")
}

// checkAddress wants one address: pages answer only to the name by which they
// were asked for, so that of "everywhere" must be known.
func checkAddress(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("--addr %s: write address:port, as %s", addr, address)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		return fmt.Errorf("--addr %s: name one address of this machine", addr)
	}
	return nil
}

// serve shows the pages until ctx ends, which is the usual end and no error.
func (p *program) serve(ctx context.Context, e *query.Engine, addr string) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return hinted(err, "another program may have the port; --addr 127.0.0.1:0 takes a free one")
	}
	host, _, _ := net.SplitHostPort(addr)
	server := &http.Server{
		Handler:           web.Handler(e, host),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	if at, ok := listener.Addr().(*net.TCPAddr); ok && !at.IP.IsLoopback() {
		p.note("others on the network can read the record at %s; there is no password", listener.Addr())
	}
	p.out.printf("http://%s/\n", listener.Addr())
	if err := p.out.flush(); err != nil {
		return errors.Join(err, listener.Close())
	}
	p.note("Ctrl-C ends it")
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil { // somebody is slow: hang up
		return server.Close()
	}
	return nil
}
