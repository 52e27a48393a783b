package read

// accent is a mark that LaTeX puts on a letter.
type accent struct {
	mark rune
	// composed are letters, each followed by the same one with the mark.
	composed string
}

// accents are the commands for marks: \'e, \"{o}, \c{c}.
var accents = map[rune]accent{
	'\'': {'\u0301', "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźıíÆǼæǽØǾøǿ"},
	'`':  {'\u0300', "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳıì"},
	'^':  {'\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑıî"},
	'"':  {'\u0308', "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿıï"},
	'~':  {'\u0303', "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹıĩ"},
	'=':  {'\u0304', "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳıīÆǢæǣ"},
	'.':  {'\u0307', "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"},
	'u':  {'\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭıĭ"},
	'v':  {'\u030c', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžıǐ"},
	'H':  {'\u030b', "OŐUŰoőuű"},
	'c':  {'\u0327', "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"},
	'k':  {'\u0328', "AĄEĘIĮOǪUŲaąeęiįoǫuųıį"},
	'd':  {'\u0323', "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓıị"},
	'b':  {'\u0331', "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"},
	'r':  {'\u030a', "AÅUŮaåuůwẘyẙ"},
	't':  {'\u0361', ""},
}

// symbols are commands that stand for characters.
var symbols = map[string]string{
	"ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
	"i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
	"P": "¶", "S": "§", "copyright": "©", "textcopyright": "©", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
	"textregistered": "®", "texttrademark": "™", "textdegree": "°", "textordfeminine": "ª", "textordmasculine": "º",
	"dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textbullet": "•", "cdot": "·",
	"textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„",
	"quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“",
	"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<",
	"textgreater": ">", "slash": "/", "lq": "‘", "rq": "’", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "quad": " ", "space": " ",
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι",
	"kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
	"phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
	"Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "times": "×", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
	"rightarrow": "→", "to": "→", "leftarrow": "←", "infty": "∞", "sim": "∼", "approx": "≈", "circ": "°", "hamza": "ʾ", "ain": "ʿ",
}

// switches are commands without an argument that change how text looks, and mean nothing here.
var switches = map[string]bool{
	"em": true, "it": true, "bf": true, "sc": true, "rm": true, "tt": true, "sf": true, "sl": true, "up": true, "md": true, "tiny": true,
	"small": true, "footnotesize": true, "large": true, "Large": true, "normalsize": true, "itshape": true, "bfseries": true, "scshape": true,
	"upshape": true, "rmfamily": true, "ttfamily": true, "sffamily": true, "normalfont": true, "relax": true, "protect": true,
	"noindent": true, "par": true, "newline": true, "linebreak": true, "left": true, "right": true, "displaystyle": true, "RL": true, "LR": true,
	"selectlanguage": true, "hfill": true, "break": true, "allowbreak": true, "nobreak": true,
}

// firstDropped are commands with two arguments of which only the second is text.
var firstDropped = map[string]bool{"href": true, "foreignlanguage": true, "textcolor": true, "textlang": true, "hspace*": true}

// dropped are commands whose argument is not text.
var dropped = map[string]bool{"noopsort": true, "label": true, "hspace": true, "vspace": true, "cite": true, "index": true, "SortNoop": true}
