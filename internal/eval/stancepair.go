package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	claim "readout/internal/eval/stance"
)

// stancePair is a line of a stance corpus: a claim, a headline, and where the
// headline stands towards the claim; then its gold, its claim's fold and how it
// was judged.
type stancePair struct {
	ID       int    `json:"id"`
	ClaimID  int    `json:"claim_id"`
	Claim    string `json:"claim"`
	Headline string `json:"article_headline"`
	Stance   string `json:"stance"`

	gold claim.Value
	fold int
	got  claim.Verdict
}

var stanceValues = []claim.Value{claim.For, claim.Against, claim.Observing}

// stancePairs reads the files of a pattern and puts their claims into folds.
func stancePairs(pattern string) ([]*stancePair, error) {
	files, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	var out []*stancePair
	for _, file := range files {
		if out, err = appendStances(out, file); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	foldClaims(out)
	return out, nil
}

func appendStances(dst []*stancePair, file string) ([]*stancePair, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		p := &stancePair{}
		if err := json.Unmarshal(lines.Bytes(), p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		i := slices.IndexFunc(stanceValues, func(v claim.Value) bool { return v.String() == p.Stance })
		if i < 0 {
			return nil, fmt.Errorf("line %d: %q is no stance; there is: %v", n, p.Stance, stanceValues)
		}
		p.gold = stanceValues[i]
		dst = append(dst, p)
	}
	return dst, lines.Err()
}

// foldClaims takes the claims in an order that is the same every time, and puts
// all pairs of each into the fold that has fewest.
func foldClaims(pairs []*stancePair) {
	of := map[int][]*stancePair{}
	for _, p := range pairs {
		of[p.ClaimID] = append(of[p.ClaimID], p)
	}
	claims := sortedKeys(of)
	r := rand.New(rand.NewPCG(6, 1))
	r.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
	var size [folds]int
	for _, c := range claims {
		k := slices.Index(size[:], slices.Min(size[:]))
		size[k] += len(of[c])
		for _, p := range of[c] {
			p.fold = k
		}
	}
}
