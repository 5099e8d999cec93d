/**
 * Fingerprints of titles and requirements as workbooks of format 1 have them, in the order of the items: those
 * workbooks hold none that can be compared, and the wording has changed since.
 */
export const FIRST_PRINTS: readonly string[] = [
  // Section 1
  "5007962a 9b238a03 c1437e00 78ec7d0a 3db150f7 e4cea227",
  // Section 2
  "87fcec8c fa0e0e1e",
  // Section 3
  "a383290b",
  // Section 4
  "7b1a9880 a007e13f f74b4073 444f3263 93903208 4d109240 96fce9b9 6a370c56 244505b5 e877ebbe 7e328650",
  // Section 5
  "422d1681 de8af994 3f91ce65 de6021cf 3347cf6a 9bd7f3c3 cf1f9af6 4ad7252b",
  // Section 6
  "54c171c8 3f8d771e b0120405 92338de6 2de260d6 7749d5a1 7a1477b1",
  // Section 7
  "81c7199b 731aa89d",
  // Section 8
  "c71523ef 05a27608 b0bc3875 0c639dcb 3fdda651 a132d38d b047fa5b 7953fdd1 e6cad5dc 0e8c040c e6566150 4dd663ab cf8a70f6 29b17a80 6e93d2fa 53962aa3",
  // Section 9
  "d5a3e771 5c8cfc35 f0b37b52 3908ec1e d0f022e7 eb7e81be dfdb3c4a 4c96ac3a cb549d73 f1b6d5be 112ae1a2 f520f22a e635f2b4 0695a214 5d7059b0 d0c0198f e68ecfe9 91212669 e5d8ed04 be8a2fe2 37164779 e43d4cdc 7a7c2303 ef40e63b 6a50e56b 38a02f65 01fe9b1b ce3d18e9 f76bebeb",
  // Section 10
  "395a0c2d 05d27001",
  // Section 11
  "a514847e 818b76db f6db7d78 d7ed1e86",
  // Section 12
  "a4c2aa18 51eb6256 33d2c513 1ce9dabf 4239042f 8501db6a",
  // Section 13
  "c81107d9 7c938fc7",
  // Section 14
  "5d0cdd9c",
].flatMap((section) => section.split(" "));
