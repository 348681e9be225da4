package ingesttest

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
)

// fileKey encrypts the streams of test files; ownerPassword would lift their restrictions.
var fileKey = bytes.Repeat([]byte{0x5a, 0xc3}, 16)

const ownerPassword = "harbour master"

// encryption writes the dictionary of the standard security handler in its
// revision 6 (ISO 32000-2, 7.6.4).
func encryption(password string) string {
	user, owner := []byte(password), []byte(ownerPassword)
	check, unlock := []byte("usercheck"[:8]), []byte("userunlock"[:8])
	u := join(hardened(user, check, nil), check, unlock)
	ue := cbc(hardened(user, unlock, nil), make([]byte, 16), fileKey)
	check, unlock = []byte("ownerchk"), []byte("ownerkey")
	o := join(hardened(owner, check, u), check, unlock)
	oe := cbc(hardened(owner, unlock, u), make([]byte, 16), fileKey)
	const rights = -3904 // neither printing nor copying
	perms := join([]byte{rights & 0xff, rights >> 8 & 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, []byte("Tadb"), []byte("seed"))
	return fmt.Sprintf("<</Filter /Standard /V 5 /R 6 /Length 256 /P %d /U <%x> /UE <%x> /O <%x> /OE <%x> /Perms <%x> "+
		"/CF <</StdCF <</AuthEvent /DocOpen /CFM /AESV3 /Length 32>>>> /StmF /StdCF /StrF /StdCF>>",
		rights, u, ue, o, oe, cbc(fileKey, make([]byte, 16), perms))
}

// hardened is the hash of a password (algorithm 2.B).
func hardened(password, salt, user []byte) []byte {
	first := sha256.Sum256(join(password, salt, user))
	key := first[:]
	for round := 0; ; round++ {
		e := cbc(key[:16], key[16:32], bytes.Repeat(join(password, key, user), 64))
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		h := []func() hash.Hash{sha256.New, sha512.New384, sha512.New}[sum%3]()
		h.Write(e)
		key = h.Sum(nil)
		if round >= 63 && int(e[len(e)-1]) <= round-31 {
			return key[:32]
		}
	}
}

// encrypted encrypts a stream under the key of the file.
func encrypted(data []byte) []byte {
	pad := 16 - len(data)%16
	vector := []byte("a vector of tests"[:16])
	return join(vector, cbc(fileKey, vector, join(data, bytes.Repeat([]byte{byte(pad)}, pad))))
}

// cbc encrypts whole blocks of AES in a chain.
func cbc(key, vector, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	out := make([]byte, len(data))
	cipher.NewCBCEncrypter(block, vector).CryptBlocks(out, data)
	return out
}

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
