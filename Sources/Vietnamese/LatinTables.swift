/// What each letter of the Latin blocks is, one ASCII byte for each code point.
///
/// Made from the Unicode names and canonical decompositions; `LatinTableTests` proves the tables
/// against Foundation's. They are `StaticString`s so that they cost nothing at start.
///
/// `folds`: the letter without marks in lower case. A capital stands for two letters
/// (``pair(for:)``), a space for a sign that is no letter, a full stop for a letter kept as it is.
///
/// `letters`: the letter of the alphabet, with `1`…`7` for ă â đ ê ô ơ ư.
///
/// `tones`: `a`…`f` for level, huyền, hỏi, ngã, sắc, nặng and `g` for a foreign mark; a capital
/// letter has a capital tone.
enum LatinTables {
  /// Bounds of the first block, Latin-1 letters to Latin Extended-B: U+00C0..<U+0250.
  static let latin: Range<UInt32> = 0xC0..<0x250

  /// Bounds of the second block, Latin Extended Additional: U+1E00..<U+1F00.
  static let additional: Range<UInt32> = 0x1E00..<0x1F00

  /// The two letters a capital in `folds` stands for.
  static func pair(for code: UInt8) -> (UInt8, UInt8) {
    switch code {
    case UInt8(ascii: "A"): (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case UInt8(ascii: "D"): (UInt8(ascii: "d"), UInt8(ascii: "z"))
    case UInt8(ascii: "H"): (UInt8(ascii: "h"), UInt8(ascii: "v"))
    case UInt8(ascii: "I"): (UInt8(ascii: "i"), UInt8(ascii: "j"))
    case UInt8(ascii: "L"): (UInt8(ascii: "l"), UInt8(ascii: "j"))
    case UInt8(ascii: "N"): (UInt8(ascii: "n"), UInt8(ascii: "j"))
    case UInt8(ascii: "O"): (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case UInt8(ascii: "S"): (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case UInt8(ascii: "T"): (UInt8(ascii: "t"), UInt8(ascii: "h"))
    default: (UInt8(ascii: "o"), UInt8(ascii: "u"))
    }
  }

  static let latinFolds: StaticString = """
    aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
    lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb..occdddd.eeeffg...ikkl.mnnooo..pp.....ttttuu.vyyzz.........\
    ....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooo..jDDDggHwnnaaAAoo\
    aaaaeeeeiiiioooorrrruuuusstt..hhndUUzzaaeeooooooooyylntj..acclts\
    z..b..eejj.qrryy
    """

  static let additionalFolds: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy
    """

  static let latinLetters: StaticString = """
    aa2aaaAcee4eiiii3noo5oo ouuuuyTSaa2aaaAcee4eiiii3noo5oo ouuuuyTy\
    aa11aaccccccccdd33eeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll\
    lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    bbbb..occdddd.eeeffg...ikkl.mnno66..pp.....tttt77.vyyzz.........\
    ....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooo..jDDDggHwnnaaAAoo\
    aaaaeeeeiiiioooorrrruuuusstt..hhndUUzzaaeeooooooooyylntj..acclts\
    z..b..eejj.qrryy
    """

  static let additionalLetters: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaa22222222221111111111eeeeee44\
    44444444iiiioooo55555555556666666666uuuu7777777777yyyyyyyy....yy
    """

  static let latinTones: StaticString = """
    BEADGGGGBEAGBEGGADBEADGaGBEGGEGgbeadggggbeagbeggadbeadgagbeggegg\
    GgAaGgEeGgGgGgGgAaGgGgGgGgGgGgGgGgGgGgGgDdGgGgGgGaGgGgGggEeGgGgG\
    gGgEeGgGggGgGgGgGgGgEeGgGgEeGgGgGgGgGgGgDdGgGgGgGgGgGgGgGEeGgGgg\
    gGGgaaGGgGGGgaGGGGgGaaaGGggaGGgGAaaaGgaaaaagGgGAaaGGgGgaaaaaaaaa\
    aaaaGGgGGgGGgGgGgGgGgGgEeGgBbgGgGgGgGgGgGgGgGgaagGGgEeGGBbEeEeEe\
    GgGgGgGgGgGgGgGgGgGgGgGgGgGgaaGgGgGgGgGgGgGgDdGgGgGgggggaaGGgGGg\
    gaaGaaGgGgagGgGg
    """

  static let additionalTones: StaticString = """
    GgGgFfGgEeGgFfGgGgGgBbEeGgGgGgGgGgGgFfGgGgGgGgEeEeFfGgFfFfGgGgEe\
    GgFfGgFfGgGgDdDdBbEeEeGgGgFfFfGgGgFfEeGgFfGgFfGgGgGgGgGgDdGgDdFf\
    BbEeGgGgFfGgGgGgGgFfGgggggggggGaFfCcEeBbCcDdFfEeBbCcDdFfFfCcDdEe\
    BbCcDdFfCcFfFfCcEeBbCcDdFfEeBbCcDdFfFfCcEeBbCcDdFfBbFfCcDdaaaaGg
    """
}
