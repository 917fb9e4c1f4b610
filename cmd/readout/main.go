// Command readout keeps the record of a developing story from news reports:
// who said what, on whose word, who has answered and who has not, what was
// promised by when.
//
// The program only wires: a command parses its flags, asks the packages under
// internal/, and prints the answer. Standard output is data, standard error is
// talk. No text of a report reaches a terminal with a control character in it.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
