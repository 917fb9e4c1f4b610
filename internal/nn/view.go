package nn

import "unsafe"

// littleEndian says how this machine stores numbers: tensors are read in place.
var littleEndian = *(*uint8)(unsafe.Pointer(&[]uint16{1}[0])) == 1

// view is the text of a string or of bytes without a copy. The bytes must not
// change any more.
func view[T string | []byte](data T) string {
	switch d := any(data).(type) {
	case string:
		return d
	case []byte:
		return unsafe.String(unsafe.SliceData(d), len(d))
	}
	return ""
}

// cast sees the bytes of a tensor as numbers. Nothing promises that an embedded
// string starts at a multiple of the number's size; the machines that Go runs on
// and that are little-endian load from any address.
func cast[E int8 | int32 | float32](s string) []E {
	var e E
	return unsafe.Slice((*E)(unsafe.Pointer(unsafe.StringData(s))), len(s)/int(unsafe.Sizeof(e)))
}

// aligned is a slice of at least n numbers that starts at a multiple of 64 bytes,
// so that vector loads of a scratch row do not cross cache lines.
func aligned[E uint8 | int16 | int32 | float32](n int) []E {
	var e E
	size := int(unsafe.Sizeof(e))
	s := make([]E, n+alignment/size)
	skip := int(-uintptr(unsafe.Pointer(unsafe.SliceData(s)))&(alignment-1)) / size
	return s[skip : skip+n : skip+n]
}
