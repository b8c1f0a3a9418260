"""Characters that are another form of one character, and that character.

Written by tools/make_tables.py; do not edit.

Source: Unicode Character Database 15.0.0, SHA-256 of each file (unpacked):
    806e9aed65037197f1ec85e12be6e8cd870fc5608b4de0fffd990f689f376a73  UnicodeData.txt
    f2e04bae8c856fad3a16353a99d4cc2de6c72770260379f5e4974a97548aad2a  EquivalentUnifiedIdeograph.txt
    cca85d830f46aece2e7c1459ef1249993dca8f2e46d51e869255be140d7ea4b0  Scripts.txt
    3b019c0a33c3140cbc920c078f4f9af2680ba4f71869c8d4de5190667c70b6a3  CompositionExclusions.txt
"""

# Kangxi radicals to unified ideographs.
KANGXI: dict[str, str] = {
    "\u2f00": "一",  # KANGXI RADICAL ONE
    "\u2f01": "丨",  # KANGXI RADICAL LINE
    "\u2f02": "丶",  # KANGXI RADICAL DOT
    "\u2f03": "丿",  # KANGXI RADICAL SLASH
    "\u2f04": "乙",  # KANGXI RADICAL SECOND
    "\u2f05": "亅",  # KANGXI RADICAL HOOK
    "\u2f06": "二",  # KANGXI RADICAL TWO
    "\u2f07": "亠",  # KANGXI RADICAL LID
    "\u2f08": "人",  # KANGXI RADICAL MAN
    "\u2f09": "儿",  # KANGXI RADICAL LEGS
    "\u2f0a": "入",  # KANGXI RADICAL ENTER
    "\u2f0b": "八",  # KANGXI RADICAL EIGHT
    "\u2f0c": "冂",  # KANGXI RADICAL DOWN BOX
    "\u2f0d": "冖",  # KANGXI RADICAL COVER
    "\u2f0e": "冫",  # KANGXI RADICAL ICE
    "\u2f0f": "几",  # KANGXI RADICAL TABLE
    "\u2f10": "凵",  # KANGXI RADICAL OPEN BOX
    "\u2f11": "刀",  # KANGXI RADICAL KNIFE
    "\u2f12": "力",  # KANGXI RADICAL POWER
    "\u2f13": "勹",  # KANGXI RADICAL WRAP
    "\u2f14": "匕",  # KANGXI RADICAL SPOON
    "\u2f15": "匚",  # KANGXI RADICAL RIGHT OPEN BOX
    "\u2f16": "匸",  # KANGXI RADICAL HIDING ENCLOSURE
    "\u2f17": "十",  # KANGXI RADICAL TEN
    "\u2f18": "卜",  # KANGXI RADICAL DIVINATION
    "\u2f19": "卩",  # KANGXI RADICAL SEAL
    "\u2f1a": "厂",  # KANGXI RADICAL CLIFF
    "\u2f1b": "厶",  # KANGXI RADICAL PRIVATE
    "\u2f1c": "又",  # KANGXI RADICAL AGAIN
    "\u2f1d": "口",  # KANGXI RADICAL MOUTH
    "\u2f1e": "囗",  # KANGXI RADICAL ENCLOSURE
    "\u2f1f": "土",  # KANGXI RADICAL EARTH
    "\u2f20": "士",  # KANGXI RADICAL SCHOLAR
    "\u2f21": "夂",  # KANGXI RADICAL GO
    "\u2f22": "夊",  # KANGXI RADICAL GO SLOWLY
    "\u2f23": "夕",  # KANGXI RADICAL EVENING
    "\u2f24": "大",  # KANGXI RADICAL BIG
    "\u2f25": "女",  # KANGXI RADICAL WOMAN
    "\u2f26": "子",  # KANGXI RADICAL CHILD
    "\u2f27": "宀",  # KANGXI RADICAL ROOF
    "\u2f28": "寸",  # KANGXI RADICAL INCH
    "\u2f29": "小",  # KANGXI RADICAL SMALL
    "\u2f2a": "尢",  # KANGXI RADICAL LAME
    "\u2f2b": "尸",  # KANGXI RADICAL CORPSE
    "\u2f2c": "屮",  # KANGXI RADICAL SPROUT
    "\u2f2d": "山",  # KANGXI RADICAL MOUNTAIN
    "\u2f2e": "巛",  # KANGXI RADICAL RIVER
    "\u2f2f": "工",  # KANGXI RADICAL WORK
    "\u2f30": "己",  # KANGXI RADICAL ONESELF
    "\u2f31": "巾",  # KANGXI RADICAL TURBAN
    "\u2f32": "干",  # KANGXI RADICAL DRY
    "\u2f33": "幺",  # KANGXI RADICAL SHORT THREAD
    "\u2f34": "广",  # KANGXI RADICAL DOTTED CLIFF
    "\u2f35": "廴",  # KANGXI RADICAL LONG STRIDE
    "\u2f36": "廾",  # KANGXI RADICAL TWO HANDS
    "\u2f37": "弋",  # KANGXI RADICAL SHOOT
    "\u2f38": "弓",  # KANGXI RADICAL BOW
    "\u2f39": "彐",  # KANGXI RADICAL SNOUT
    "\u2f3a": "彡",  # KANGXI RADICAL BRISTLE
    "\u2f3b": "彳",  # KANGXI RADICAL STEP
    "\u2f3c": "心",  # KANGXI RADICAL HEART
    "\u2f3d": "戈",  # KANGXI RADICAL HALBERD
    "\u2f3e": "戶",  # KANGXI RADICAL DOOR
    "\u2f3f": "手",  # KANGXI RADICAL HAND
    "\u2f40": "支",  # KANGXI RADICAL BRANCH
    "\u2f41": "攴",  # KANGXI RADICAL RAP
    "\u2f42": "文",  # KANGXI RADICAL SCRIPT
    "\u2f43": "斗",  # KANGXI RADICAL DIPPER
    "\u2f44": "斤",  # KANGXI RADICAL AXE
    "\u2f45": "方",  # KANGXI RADICAL SQUARE
    "\u2f46": "无",  # KANGXI RADICAL NOT
    "\u2f47": "日",  # KANGXI RADICAL SUN
    "\u2f48": "曰",  # KANGXI RADICAL SAY
    "\u2f49": "月",  # KANGXI RADICAL MOON
    "\u2f4a": "木",  # KANGXI RADICAL TREE
    "\u2f4b": "欠",  # KANGXI RADICAL LACK
    "\u2f4c": "止",  # KANGXI RADICAL STOP
    "\u2f4d": "歹",  # KANGXI RADICAL DEATH
    "\u2f4e": "殳",  # KANGXI RADICAL WEAPON
    "\u2f4f": "毋",  # KANGXI RADICAL DO NOT
    "\u2f50": "比",  # KANGXI RADICAL COMPARE
    "\u2f51": "毛",  # KANGXI RADICAL FUR
    "\u2f52": "氏",  # KANGXI RADICAL CLAN
    "\u2f53": "气",  # KANGXI RADICAL STEAM
    "\u2f54": "水",  # KANGXI RADICAL WATER
    "\u2f55": "火",  # KANGXI RADICAL FIRE
    "\u2f56": "爪",  # KANGXI RADICAL CLAW
    "\u2f57": "父",  # KANGXI RADICAL FATHER
    "\u2f58": "爻",  # KANGXI RADICAL DOUBLE X
    "\u2f59": "爿",  # KANGXI RADICAL HALF TREE TRUNK
    "\u2f5a": "片",  # KANGXI RADICAL SLICE
    "\u2f5b": "牙",  # KANGXI RADICAL FANG
    "\u2f5c": "牛",  # KANGXI RADICAL COW
    "\u2f5d": "犬",  # KANGXI RADICAL DOG
    "\u2f5e": "玄",  # KANGXI RADICAL PROFOUND
    "\u2f5f": "玉",  # KANGXI RADICAL JADE
    "\u2f60": "瓜",  # KANGXI RADICAL MELON
    "\u2f61": "瓦",  # KANGXI RADICAL TILE
    "\u2f62": "甘",  # KANGXI RADICAL SWEET
    "\u2f63": "生",  # KANGXI RADICAL LIFE
    "\u2f64": "用",  # KANGXI RADICAL USE
    "\u2f65": "田",  # KANGXI RADICAL FIELD
    "\u2f66": "疋",  # KANGXI RADICAL BOLT OF CLOTH
    "\u2f67": "疒",  # KANGXI RADICAL SICKNESS
    "\u2f68": "癶",  # KANGXI RADICAL DOTTED TENT
    "\u2f69": "白",  # KANGXI RADICAL WHITE
    "\u2f6a": "皮",  # KANGXI RADICAL SKIN
    "\u2f6b": "皿",  # KANGXI RADICAL DISH
    "\u2f6c": "目",  # KANGXI RADICAL EYE
    "\u2f6d": "矛",  # KANGXI RADICAL SPEAR
    "\u2f6e": "矢",  # KANGXI RADICAL ARROW
    "\u2f6f": "石",  # KANGXI RADICAL STONE
    "\u2f70": "示",  # KANGXI RADICAL SPIRIT
    "\u2f71": "禸",  # KANGXI RADICAL TRACK
    "\u2f72": "禾",  # KANGXI RADICAL GRAIN
    "\u2f73": "穴",  # KANGXI RADICAL CAVE
    "\u2f74": "立",  # KANGXI RADICAL STAND
    "\u2f75": "竹",  # KANGXI RADICAL BAMBOO
    "\u2f76": "米",  # KANGXI RADICAL RICE
    "\u2f77": "糸",  # KANGXI RADICAL SILK
    "\u2f78": "缶",  # KANGXI RADICAL JAR
    "\u2f79": "网",  # KANGXI RADICAL NET
    "\u2f7a": "羊",  # KANGXI RADICAL SHEEP
    "\u2f7b": "羽",  # KANGXI RADICAL FEATHER
    "\u2f7c": "老",  # KANGXI RADICAL OLD
    "\u2f7d": "而",  # KANGXI RADICAL AND
    "\u2f7e": "耒",  # KANGXI RADICAL PLOW
    "\u2f7f": "耳",  # KANGXI RADICAL EAR
    "\u2f80": "聿",  # KANGXI RADICAL BRUSH
    "\u2f81": "肉",  # KANGXI RADICAL MEAT
    "\u2f82": "臣",  # KANGXI RADICAL MINISTER
    "\u2f83": "自",  # KANGXI RADICAL SELF
    "\u2f84": "至",  # KANGXI RADICAL ARRIVE
    "\u2f85": "臼",  # KANGXI RADICAL MORTAR
    "\u2f86": "舌",  # KANGXI RADICAL TONGUE
    "\u2f87": "舛",  # KANGXI RADICAL OPPOSE
    "\u2f88": "舟",  # KANGXI RADICAL BOAT
    "\u2f89": "艮",  # KANGXI RADICAL STOPPING
    "\u2f8a": "色",  # KANGXI RADICAL COLOR
    "\u2f8b": "艸",  # KANGXI RADICAL GRASS
    "\u2f8c": "虍",  # KANGXI RADICAL TIGER
    "\u2f8d": "虫",  # KANGXI RADICAL INSECT
    "\u2f8e": "血",  # KANGXI RADICAL BLOOD
    "\u2f8f": "行",  # KANGXI RADICAL WALK ENCLOSURE
    "\u2f90": "衣",  # KANGXI RADICAL CLOTHES
    "\u2f91": "襾",  # KANGXI RADICAL WEST
    "\u2f92": "見",  # KANGXI RADICAL SEE
    "\u2f93": "角",  # KANGXI RADICAL HORN
    "\u2f94": "言",  # KANGXI RADICAL SPEECH
    "\u2f95": "谷",  # KANGXI RADICAL VALLEY
    "\u2f96": "豆",  # KANGXI RADICAL BEAN
    "\u2f97": "豕",  # KANGXI RADICAL PIG
    "\u2f98": "豸",  # KANGXI RADICAL BADGER
    "\u2f99": "貝",  # KANGXI RADICAL SHELL
    "\u2f9a": "赤",  # KANGXI RADICAL RED
    "\u2f9b": "走",  # KANGXI RADICAL RUN
    "\u2f9c": "足",  # KANGXI RADICAL FOOT
    "\u2f9d": "身",  # KANGXI RADICAL BODY
    "\u2f9e": "車",  # KANGXI RADICAL CART
    "\u2f9f": "辛",  # KANGXI RADICAL BITTER
    "\u2fa0": "辰",  # KANGXI RADICAL MORNING
    "\u2fa1": "辵",  # KANGXI RADICAL WALK
    "\u2fa2": "邑",  # KANGXI RADICAL CITY
    "\u2fa3": "酉",  # KANGXI RADICAL WINE
    "\u2fa4": "釆",  # KANGXI RADICAL DISTINGUISH
    "\u2fa5": "里",  # KANGXI RADICAL VILLAGE
    "\u2fa6": "金",  # KANGXI RADICAL GOLD
    "\u2fa7": "長",  # KANGXI RADICAL LONG
    "\u2fa8": "門",  # KANGXI RADICAL GATE
    "\u2fa9": "阜",  # KANGXI RADICAL MOUND
    "\u2faa": "隶",  # KANGXI RADICAL SLAVE
    "\u2fab": "隹",  # KANGXI RADICAL SHORT TAILED BIRD
    "\u2fac": "雨",  # KANGXI RADICAL RAIN
    "\u2fad": "靑",  # KANGXI RADICAL BLUE
    "\u2fae": "非",  # KANGXI RADICAL WRONG
    "\u2faf": "面",  # KANGXI RADICAL FACE
    "\u2fb0": "革",  # KANGXI RADICAL LEATHER
    "\u2fb1": "韋",  # KANGXI RADICAL TANNED LEATHER
    "\u2fb2": "韭",  # KANGXI RADICAL LEEK
    "\u2fb3": "音",  # KANGXI RADICAL SOUND
    "\u2fb4": "頁",  # KANGXI RADICAL LEAF
    "\u2fb5": "風",  # KANGXI RADICAL WIND
    "\u2fb6": "飛",  # KANGXI RADICAL FLY
    "\u2fb7": "食",  # KANGXI RADICAL EAT
    "\u2fb8": "首",  # KANGXI RADICAL HEAD
    "\u2fb9": "香",  # KANGXI RADICAL FRAGRANT
    "\u2fba": "馬",  # KANGXI RADICAL HORSE
    "\u2fbb": "骨",  # KANGXI RADICAL BONE
    "\u2fbc": "高",  # KANGXI RADICAL TALL
    "\u2fbd": "髟",  # KANGXI RADICAL HAIR
    "\u2fbe": "鬥",  # KANGXI RADICAL FIGHT
    "\u2fbf": "鬯",  # KANGXI RADICAL SACRIFICIAL WINE
    "\u2fc0": "鬲",  # KANGXI RADICAL CAULDRON
    "\u2fc1": "鬼",  # KANGXI RADICAL GHOST
    "\u2fc2": "魚",  # KANGXI RADICAL FISH
    "\u2fc3": "鳥",  # KANGXI RADICAL BIRD
    "\u2fc4": "鹵",  # KANGXI RADICAL SALT
    "\u2fc5": "鹿",  # KANGXI RADICAL DEER
    "\u2fc6": "麥",  # KANGXI RADICAL WHEAT
    "\u2fc7": "麻",  # KANGXI RADICAL HEMP
    "\u2fc8": "黃",  # KANGXI RADICAL YELLOW
    "\u2fc9": "黍",  # KANGXI RADICAL MILLET
    "\u2fca": "黑",  # KANGXI RADICAL BLACK
    "\u2fcb": "黹",  # KANGXI RADICAL EMBROIDERY
    "\u2fcc": "黽",  # KANGXI RADICAL FROG
    "\u2fcd": "鼎",  # KANGXI RADICAL TRIPOD
    "\u2fce": "鼓",  # KANGXI RADICAL DRUM
    "\u2fcf": "鼠",  # KANGXI RADICAL RAT
    "\u2fd0": "鼻",  # KANGXI RADICAL NOSE
    "\u2fd1": "齊",  # KANGXI RADICAL EVEN
    "\u2fd2": "齒",  # KANGXI RADICAL TOOTH
    "\u2fd3": "龍",  # KANGXI RADICAL DRAGON
    "\u2fd4": "龜",  # KANGXI RADICAL TURTLE
    "\u2fd5": "龠",  # KANGXI RADICAL FLUTE
}

# Radicals of the supplement to unified ideographs, safe or not.
RADICALS_SUPPLEMENT: dict[str, str] = {
    "\u2e81": "厂",  # CJK RADICAL CLIFF
    "\u2e82": "乛",  # CJK RADICAL SECOND ONE
    "\u2e83": "乚",  # CJK RADICAL SECOND TWO
    "\u2e84": "乙",  # CJK RADICAL SECOND THREE
    "\u2e85": "亻",  # CJK RADICAL PERSON
    "\u2e86": "冂",  # CJK RADICAL BOX
    "\u2e87": "𠘨",  # CJK RADICAL TABLE
    "\u2e88": "刀",  # CJK RADICAL KNIFE ONE
    "\u2e89": "刂",  # CJK RADICAL KNIFE TWO
    "\u2e8a": "卜",  # CJK RADICAL DIVINATION
    "\u2e8b": "㔾",  # CJK RADICAL SEAL
    "\u2e8c": "小",  # CJK RADICAL SMALL ONE
    "\u2e8d": "小",  # CJK RADICAL SMALL TWO
    "\u2e8e": "兀",  # CJK RADICAL LAME ONE
    "\u2e8f": "尣",  # CJK RADICAL LAME TWO
    "\u2e90": "尢",  # CJK RADICAL LAME THREE
    "\u2e91": "𡯂",  # CJK RADICAL LAME FOUR
    "\u2e92": "巳",  # CJK RADICAL SNAKE
    "\u2e93": "幺",  # CJK RADICAL THREAD
    "\u2e94": "彑",  # CJK RADICAL SNOUT ONE
    "\u2e95": "𫜹",  # CJK RADICAL SNOUT TWO
    "\u2e96": "忄",  # CJK RADICAL HEART ONE
    "\u2e97": "心",  # CJK RADICAL HEART TWO
    "\u2e98": "扌",  # CJK RADICAL HAND
    "\u2e99": "攵",  # CJK RADICAL RAP
    "\u2e9b": "旡",  # CJK RADICAL CHOKE
    "\u2e9c": "日",  # CJK RADICAL SUN
    "\u2e9d": "月",  # CJK RADICAL MOON
    "\u2e9e": "歺",  # CJK RADICAL DEATH
    "\u2e9f": "母",  # CJK RADICAL MOTHER
    "\u2ea0": "民",  # CJK RADICAL CIVILIAN
    "\u2ea1": "氵",  # CJK RADICAL WATER ONE
    "\u2ea2": "氺",  # CJK RADICAL WATER TWO
    "\u2ea3": "灬",  # CJK RADICAL FIRE
    "\u2ea4": "爫",  # CJK RADICAL PAW ONE
    "\u2ea5": "爫",  # CJK RADICAL PAW TWO
    "\u2ea6": "丬",  # CJK RADICAL SIMPLIFIED HALF TREE TRUNK
    "\u2ea7": "牛",  # CJK RADICAL COW
    "\u2ea8": "犭",  # CJK RADICAL DOG
    "\u2ea9": "王",  # CJK RADICAL JADE
    "\u2eaa": "𤴔",  # CJK RADICAL BOLT OF CLOTH
    "\u2eab": "目",  # CJK RADICAL EYE
    "\u2eac": "示",  # CJK RADICAL SPIRIT ONE
    "\u2ead": "礻",  # CJK RADICAL SPIRIT TWO
    "\u2eae": "𥫗",  # CJK RADICAL BAMBOO
    "\u2eaf": "糹",  # CJK RADICAL SILK
    "\u2eb0": "纟",  # CJK RADICAL C-SIMPLIFIED SILK
    "\u2eb1": "罓",  # CJK RADICAL NET ONE
    "\u2eb2": "罒",  # CJK RADICAL NET TWO
    "\u2eb3": "㓁",  # CJK RADICAL NET THREE
    "\u2eb4": "冗",  # CJK RADICAL NET FOUR
    "\u2eb5": "𦉫",  # CJK RADICAL MESH
    "\u2eb6": "羊",  # CJK RADICAL SHEEP
    "\u2eb7": "𦍌",  # CJK RADICAL RAM
    "\u2eb8": "𦍋",  # CJK RADICAL EWE
    "\u2eb9": "耂",  # CJK RADICAL OLD
    "\u2eba": "肀",  # CJK RADICAL BRUSH ONE
    "\u2ebb": "聿",  # CJK RADICAL BRUSH TWO
    "\u2ebc": "肉",  # CJK RADICAL MEAT
    "\u2ebd": "𦥑",  # CJK RADICAL MORTAR
    "\u2ebe": "艹",  # CJK RADICAL GRASS ONE
    "\u2ebf": "艹",  # CJK RADICAL GRASS TWO
    "\u2ec0": "艹",  # CJK RADICAL GRASS THREE
    "\u2ec1": "虎",  # CJK RADICAL TIGER
    "\u2ec2": "衤",  # CJK RADICAL CLOTHES
    "\u2ec3": "覀",  # CJK RADICAL WEST ONE
    "\u2ec4": "西",  # CJK RADICAL WEST TWO
    "\u2ec5": "见",  # CJK RADICAL C-SIMPLIFIED SEE
    "\u2ec6": "角",  # CJK RADICAL SIMPLIFIED HORN
    "\u2ec7": "𧢲",  # CJK RADICAL HORN
    "\u2ec8": "讠",  # CJK RADICAL C-SIMPLIFIED SPEECH
    "\u2ec9": "贝",  # CJK RADICAL C-SIMPLIFIED SHELL
    "\u2eca": "𧾷",  # CJK RADICAL FOOT
    "\u2ecb": "车",  # CJK RADICAL C-SIMPLIFIED CART
    "\u2ecc": "辶",  # CJK RADICAL SIMPLIFIED WALK
    "\u2ecd": "辶",  # CJK RADICAL WALK ONE
    "\u2ece": "辶",  # CJK RADICAL WALK TWO
    "\u2ecf": "邑",  # CJK RADICAL CITY
    "\u2ed0": "钅",  # CJK RADICAL C-SIMPLIFIED GOLD
    "\u2ed1": "長",  # CJK RADICAL LONG ONE
    "\u2ed2": "镸",  # CJK RADICAL LONG TWO
    "\u2ed3": "长",  # CJK RADICAL C-SIMPLIFIED LONG
    "\u2ed4": "门",  # CJK RADICAL C-SIMPLIFIED GATE
    "\u2ed5": "𨸏",  # CJK RADICAL MOUND ONE
    "\u2ed6": "阝",  # CJK RADICAL MOUND TWO
    "\u2ed7": "雨",  # CJK RADICAL RAIN
    "\u2ed8": "青",  # CJK RADICAL BLUE
    "\u2ed9": "韦",  # CJK RADICAL C-SIMPLIFIED TANNED LEATHER
    "\u2eda": "页",  # CJK RADICAL C-SIMPLIFIED LEAF
    "\u2edb": "风",  # CJK RADICAL C-SIMPLIFIED WIND
    "\u2edc": "飞",  # CJK RADICAL C-SIMPLIFIED FLY
    "\u2edd": "食",  # CJK RADICAL EAT ONE
    "\u2ede": "𩙿",  # CJK RADICAL EAT TWO
    "\u2edf": "飠",  # CJK RADICAL EAT THREE
    "\u2ee0": "饣",  # CJK RADICAL C-SIMPLIFIED EAT
    "\u2ee1": "𩠐",  # CJK RADICAL HEAD
    "\u2ee2": "马",  # CJK RADICAL C-SIMPLIFIED HORSE
    "\u2ee3": "骨",  # CJK RADICAL BONE
    "\u2ee4": "鬼",  # CJK RADICAL GHOST
    "\u2ee5": "鱼",  # CJK RADICAL C-SIMPLIFIED FISH
    "\u2ee6": "鸟",  # CJK RADICAL C-SIMPLIFIED BIRD
    "\u2ee7": "卤",  # CJK RADICAL C-SIMPLIFIED SALT
    "\u2ee8": "麦",  # CJK RADICAL SIMPLIFIED WHEAT
    "\u2ee9": "黄",  # CJK RADICAL SIMPLIFIED YELLOW
    "\u2eea": "黾",  # CJK RADICAL C-SIMPLIFIED FROG
    "\u2eeb": "斉",  # CJK RADICAL J-SIMPLIFIED EVEN
    "\u2eec": "齐",  # CJK RADICAL C-SIMPLIFIED EVEN
    "\u2eed": "歯",  # CJK RADICAL J-SIMPLIFIED TOOTH
    "\u2eee": "齿",  # CJK RADICAL C-SIMPLIFIED TOOTH
    "\u2eef": "竜",  # CJK RADICAL J-SIMPLIFIED DRAGON
    "\u2ef0": "龙",  # CJK RADICAL C-SIMPLIFIED DRAGON
    "\u2ef1": "龜",  # CJK RADICAL TURTLE
    "\u2ef2": "亀",  # CJK RADICAL J-SIMPLIFIED TURTLE
    "\u2ef3": "龟",  # CJK RADICAL C-SIMPLIFIED TURTLE
}

# Those printed otherwise than their target, with the reason.
UNSAFE_RADICALS: frozenset[str] = frozenset(
    {
        "\u2e81",  # CJK RADICAL CLIFF: slanted
        "\u2e84",  # CJK RADICAL SECOND THREE: hook
        "\u2e86",  # CJK RADICAL BOX: slanted
        "\u2e88",  # CJK RADICAL KNIFE ONE: top
        "\u2e8a",  # CJK RADICAL DIVINATION: top
        "\u2e8c",  # CJK RADICAL SMALL ONE: top
        "\u2e8d",  # CJK RADICAL SMALL TWO: top
        "\u2e90",  # CJK RADICAL LAME THREE: enclosing
        "\u2e93",  # CJK RADICAL THREAD: variant
        "\u2e97",  # CJK RADICAL HEART TWO: bottom
        "\u2e9c",  # CJK RADICAL SUN: hat
        "\u2e9d",  # CJK RADICAL MOON: dotted
        "\u2ea4",  # CJK RADICAL PAW ONE: shared
        "\u2ea5",  # CJK RADICAL PAW TWO: shared
        "\u2ea7",  # CJK RADICAL COW: top
        "\u2ea9",  # CJK RADICAL JADE: left
        "\u2eab",  # CJK RADICAL EYE: top
        "\u2eac",  # CJK RADICAL SPIRIT ONE: left
        "\u2eb4",  # CJK RADICAL NET FOUR: lookalike
        "\u2eb6",  # CJK RADICAL SHEEP: left
        "\u2ebb",  # CJK RADICAL BRUSH TWO: top
        "\u2ebc",  # CJK RADICAL MEAT: moonlike
        "\u2ebe",  # CJK RADICAL GRASS ONE: shared
        "\u2ebf",  # CJK RADICAL GRASS TWO: shared
        "\u2ec0",  # CJK RADICAL GRASS THREE: shared
        "\u2ecd",  # CJK RADICAL WALK ONE: shared
        "\u2ece",  # CJK RADICAL WALK TWO: shared
        "\u2ecf",  # CJK RADICAL CITY: right
        "\u2ed7",  # CJK RADICAL RAIN: top
    }
)

_COMPATIBILITY = (
    "\uf900豈\uf901更\uf902車\uf903賈\uf904滑\uf905串\uf906句\uf907龜\uf908龜\uf909契\uf90a金\uf90b喇\uf90c奈\uf90d懶\uf90e癩"
    "\uf90f羅\uf910蘿\uf911螺\uf912裸\uf913邏\uf914樂\uf915洛\uf916烙\uf917珞\uf918落\uf919酪\uf91a駱\uf91b亂\uf91c卵\uf91d欄"
    "\uf91e爛\uf91f蘭\uf920鸞\uf921嵐\uf922濫\uf923藍\uf924襤\uf925拉\uf926臘\uf927蠟\uf928廊\uf929朗\uf92a浪\uf92b狼\uf92c郎"
    "\uf92d來\uf92e冷\uf92f勞\uf930擄\uf931櫓\uf932爐\uf933盧\uf934老\uf935蘆\uf936虜\uf937路\uf938露\uf939魯\uf93a鷺\uf93b碌"
    "\uf93c祿\uf93d綠\uf93e菉\uf93f錄\uf940鹿\uf941論\uf942壟\uf943弄\uf944籠\uf945聾\uf946牢\uf947磊\uf948賂\uf949雷\uf94a壘"
    "\uf94b屢\uf94c樓\uf94d淚\uf94e漏\uf94f累\uf950縷\uf951陋\uf952勒\uf953肋\uf954凜\uf955凌\uf956稜\uf957綾\uf958菱\uf959陵"
    "\uf95a讀\uf95b拏\uf95c樂\uf95d諾\uf95e丹\uf95f寧\uf960怒\uf961率\uf962異\uf963北\uf964磻\uf965便\uf966復\uf967不\uf968泌"
    "\uf969數\uf96a索\uf96b參\uf96c塞\uf96d省\uf96e葉\uf96f說\uf970殺\uf971辰\uf972沈\uf973拾\uf974若\uf975掠\uf976略\uf977亮"
    "\uf978兩\uf979凉\uf97a梁\uf97b糧\uf97c良\uf97d諒\uf97e量\uf97f勵\uf980呂\uf981女\uf982廬\uf983旅\uf984濾\uf985礪\uf986閭"
    "\uf987驪\uf988麗\uf989黎\uf98a力\uf98b曆\uf98c歷\uf98d轢\uf98e年\uf98f憐\uf990戀\uf991撚\uf992漣\uf993煉\uf994璉\uf995秊"
    "\uf996練\uf997聯\uf998輦\uf999蓮\uf99a連\uf99b鍊\uf99c列\uf99d劣\uf99e咽\uf99f烈\uf9a0裂\uf9a1說\uf9a2廉\uf9a3念\uf9a4捻"
    "\uf9a5殮\uf9a6簾\uf9a7獵\uf9a8令\uf9a9囹\uf9aa寧\uf9ab嶺\uf9ac怜\uf9ad玲\uf9ae瑩\uf9af羚\uf9b0聆\uf9b1鈴\uf9b2零\uf9b3靈"
    "\uf9b4領\uf9b5例\uf9b6禮\uf9b7醴\uf9b8隸\uf9b9惡\uf9ba了\uf9bb僚\uf9bc寮\uf9bd尿\uf9be料\uf9bf樂\uf9c0燎\uf9c1療\uf9c2蓼"
    "\uf9c3遼\uf9c4龍\uf9c5暈\uf9c6阮\uf9c7劉\uf9c8杻\uf9c9柳\uf9ca流\uf9cb溜\uf9cc琉\uf9cd留\uf9ce硫\uf9cf紐\uf9d0類\uf9d1六"
    "\uf9d2戮\uf9d3陸\uf9d4倫\uf9d5崙\uf9d6淪\uf9d7輪\uf9d8律\uf9d9慄\uf9da栗\uf9db率\uf9dc隆\uf9dd利\uf9de吏\uf9df履\uf9e0易"
    "\uf9e1李\uf9e2梨\uf9e3泥\uf9e4理\uf9e5痢\uf9e6罹\uf9e7裏\uf9e8裡\uf9e9里\uf9ea離\uf9eb匿\uf9ec溺\uf9ed吝\uf9ee燐\uf9ef璘"
    "\uf9f0藺\uf9f1隣\uf9f2鱗\uf9f3麟\uf9f4林\uf9f5淋\uf9f6臨\uf9f7立\uf9f8笠\uf9f9粒\uf9fa狀\uf9fb炙\uf9fc識\uf9fd什\uf9fe茶"
    "\uf9ff刺\ufa00切\ufa01度\ufa02拓\ufa03糖\ufa04宅\ufa05洞\ufa06暴\ufa07輻\ufa08行\ufa09降\ufa0a見\ufa0b廓\ufa0c兀\ufa0d嗀"
    "\ufa10塚\ufa12晴\ufa15凞\ufa16猪\ufa17益\ufa18礼\ufa19神\ufa1a祥\ufa1b福\ufa1c靖\ufa1d精\ufa1e羽\ufa20蘒\ufa22諸\ufa25逸"
    "\ufa26都\ufa2a飯\ufa2b飼\ufa2c館\ufa2d鶴\ufa2e郞\ufa2f隷\ufa30侮\ufa31僧\ufa32免\ufa33勉\ufa34勤\ufa35卑\ufa36喝\ufa37嘆"
    "\ufa38器\ufa39塀\ufa3a墨\ufa3b層\ufa3c屮\ufa3d悔\ufa3e慨\ufa3f憎\ufa40懲\ufa41敏\ufa42既\ufa43暑\ufa44梅\ufa45海\ufa46渚"
    "\ufa47漢\ufa48煮\ufa49爫\ufa4a琢\ufa4b碑\ufa4c社\ufa4d祉\ufa4e祈\ufa4f祐\ufa50祖\ufa51祝\ufa52禍\ufa53禎\ufa54穀\ufa55突"
    "\ufa56節\ufa57練\ufa58縉\ufa59繁\ufa5a署\ufa5b者\ufa5c臭\ufa5d艹\ufa5e艹\ufa5f著\ufa60褐\ufa61視\ufa62謁\ufa63謹\ufa64賓"
    "\ufa65贈\ufa66辶\ufa67逸\ufa68難\ufa69響\ufa6a頻\ufa6b恵\ufa6c𤋮\ufa6d舘\ufa70並\ufa71况\ufa72全\ufa73侀\ufa74充\ufa75冀"
    "\ufa76勇\ufa77勺\ufa78喝\ufa79啕\ufa7a喙\ufa7b嗢\ufa7c塚\ufa7d墳\ufa7e奄\ufa7f奔\ufa80婢\ufa81嬨\ufa82廒\ufa83廙\ufa84彩"
    "\ufa85徭\ufa86惘\ufa87慎\ufa88愈\ufa89憎\ufa8a慠\ufa8b懲\ufa8c戴\ufa8d揄\ufa8e搜\ufa8f摒\ufa90敖\ufa91晴\ufa92朗\ufa93望"
    "\ufa94杖\ufa95歹\ufa96殺\ufa97流\ufa98滛\ufa99滋\ufa9a漢\ufa9b瀞\ufa9c煮\ufa9d瞧\ufa9e爵\ufa9f犯\ufaa0猪\ufaa1瑱\ufaa2甆"
    "\ufaa3画\ufaa4瘝\ufaa5瘟\ufaa6益\ufaa7盛\ufaa8直\ufaa9睊\ufaaa着\ufaab磌\ufaac窱\ufaad節\ufaae类\ufaaf絛\ufab0練\ufab1缾"
    "\ufab2者\ufab3荒\ufab4華\ufab5蝹\ufab6襁\ufab7覆\ufab8視\ufab9調\ufaba諸\ufabb請\ufabc謁\ufabd諾\ufabe諭\ufabf謹\ufac0變"
    "\ufac1贈\ufac2輸\ufac3遲\ufac4醙\ufac5鉶\ufac6陼\ufac7難\ufac8靖\ufac9韛\ufaca響\ufacb頋\ufacc頻\ufacd鬒\uface龜\ufacf𢡊"
    "\ufad0𢡄\ufad1𣏕\ufad2㮝\ufad3䀘\ufad4䀹\ufad5𥉉\ufad6𥳐\ufad7𧻓\ufad8齃\ufad9龎\U0002f800丽\U0002f801丸\U0002f802乁"
    "\U0002f803𠄢\U0002f804你\U0002f805侮\U0002f806侻\U0002f807倂\U0002f808偺\U0002f809備\U0002f80a僧\U0002f80b像\U0002f80c㒞"
    "\U0002f80d𠘺\U0002f80e免\U0002f80f兔\U0002f810兤\U0002f811具\U0002f812𠔜\U0002f813㒹\U0002f814內\U0002f815再\U0002f816𠕋"
    "\U0002f817冗\U0002f818冤\U0002f819仌\U0002f81a冬\U0002f81b况\U0002f81c𩇟\U0002f81d凵\U0002f81e刃\U0002f81f㓟\U0002f820刻"
    "\U0002f821剆\U0002f822割\U0002f823剷\U0002f824㔕\U0002f825勇\U0002f826勉\U0002f827勤\U0002f828勺\U0002f829包\U0002f82a匆"
    "\U0002f82b北\U0002f82c卉\U0002f82d卑\U0002f82e博\U0002f82f即\U0002f830卽\U0002f831卿\U0002f832卿\U0002f833卿\U0002f834𠨬"
    "\U0002f835灰\U0002f836及\U0002f837叟\U0002f838𠭣\U0002f839叫\U0002f83a叱\U0002f83b吆\U0002f83c咞\U0002f83d吸\U0002f83e呈"
    "\U0002f83f周\U0002f840咢\U0002f841哶\U0002f842唐\U0002f843啓\U0002f844啣\U0002f845善\U0002f846善\U0002f847喙\U0002f848喫"
    "\U0002f849喳\U0002f84a嗂\U0002f84b圖\U0002f84c嘆\U0002f84d圗\U0002f84e噑\U0002f84f噴\U0002f850切\U0002f851壮\U0002f852城"
    "\U0002f853埴\U0002f854堍\U0002f855型\U0002f856堲\U0002f857報\U0002f858墬\U0002f859𡓤\U0002f85a売\U0002f85b壷\U0002f85c夆"
    "\U0002f85d多\U0002f85e夢\U0002f85f奢\U0002f860𡚨\U0002f861𡛪\U0002f862姬\U0002f863娛\U0002f864娧\U0002f865姘\U0002f866婦"
    "\U0002f867㛮\U0002f868㛼\U0002f869嬈\U0002f86a嬾\U0002f86b嬾\U0002f86c𡧈\U0002f86d寃\U0002f86e寘\U0002f86f寧\U0002f870寳"
    "\U0002f871𡬘\U0002f872寿\U0002f873将\U0002f874当\U0002f875尢\U0002f876㞁\U0002f877屠\U0002f878屮\U0002f879峀\U0002f87a岍"
    "\U0002f87b𡷤\U0002f87c嵃\U0002f87d𡷦\U0002f87e嵮\U0002f87f嵫\U0002f880嵼\U0002f881巡\U0002f882巢\U0002f883㠯\U0002f884巽"
    "\U0002f885帨\U0002f886帽\U0002f887幩\U0002f888㡢\U0002f889𢆃\U0002f88a㡼\U0002f88b庰\U0002f88c庳\U0002f88d庶\U0002f88e廊"
    "\U0002f88f𪎒\U0002f890廾\U0002f891𢌱\U0002f892𢌱\U0002f893舁\U0002f894弢\U0002f895弢\U0002f896㣇\U0002f897𣊸\U0002f898𦇚"
    "\U0002f899形\U0002f89a彫\U0002f89b㣣\U0002f89c徚\U0002f89d忍\U0002f89e志\U0002f89f忹\U0002f8a0悁\U0002f8a1㤺\U0002f8a2㤜"
    "\U0002f8a3悔\U0002f8a4𢛔\U0002f8a5惇\U0002f8a6慈\U0002f8a7慌\U0002f8a8慎\U0002f8a9慌\U0002f8aa慺\U0002f8ab憎\U0002f8ac憲"
    "\U0002f8ad憤\U0002f8ae憯\U0002f8af懞\U0002f8b0懲\U0002f8b1懶\U0002f8b2成\U0002f8b3戛\U0002f8b4扝\U0002f8b5抱\U0002f8b6拔"
    "\U0002f8b7捐\U0002f8b8𢬌\U0002f8b9挽\U0002f8ba拼\U0002f8bb捨\U0002f8bc掃\U0002f8bd揤\U0002f8be𢯱\U0002f8bf搢\U0002f8c0揅"
    "\U0002f8c1掩\U0002f8c2㨮\U0002f8c3摩\U0002f8c4摾\U0002f8c5撝\U0002f8c6摷\U0002f8c7㩬\U0002f8c8敏\U0002f8c9敬\U0002f8ca𣀊"
    "\U0002f8cb旣\U0002f8cc書\U0002f8cd晉\U0002f8ce㬙\U0002f8cf暑\U0002f8d0㬈\U0002f8d1㫤\U0002f8d2冒\U0002f8d3冕\U0002f8d4最"
    "\U0002f8d5暜\U0002f8d6肭\U0002f8d7䏙\U0002f8d8朗\U0002f8d9望\U0002f8da朡\U0002f8db杞\U0002f8dc杓\U0002f8dd𣏃\U0002f8de㭉"
    "\U0002f8df柺\U0002f8e0枅\U0002f8e1桒\U0002f8e2梅\U0002f8e3𣑭\U0002f8e4梎\U0002f8e5栟\U0002f8e6椔\U0002f8e7㮝\U0002f8e8楂"
    "\U0002f8e9榣\U0002f8ea槪\U0002f8eb檨\U0002f8ec𣚣\U0002f8ed櫛\U0002f8ee㰘\U0002f8ef次\U0002f8f0𣢧\U0002f8f1歔\U0002f8f2㱎"
    "\U0002f8f3歲\U0002f8f4殟\U0002f8f5殺\U0002f8f6殻\U0002f8f7𣪍\U0002f8f8𡴋\U0002f8f9𣫺\U0002f8fa汎\U0002f8fb𣲼\U0002f8fc沿"
    "\U0002f8fd泍\U0002f8fe汧\U0002f8ff洖\U0002f900派\U0002f901海\U0002f902流\U0002f903浩\U0002f904浸\U0002f905涅\U0002f906𣴞"
    "\U0002f907洴\U0002f908港\U0002f909湮\U0002f90a㴳\U0002f90b滋\U0002f90c滇\U0002f90d𣻑\U0002f90e淹\U0002f90f潮\U0002f910𣽞"
    "\U0002f911𣾎\U0002f912濆\U0002f913瀹\U0002f914瀞\U0002f915瀛\U0002f916㶖\U0002f917灊\U0002f918災\U0002f919灷\U0002f91a炭"
    "\U0002f91b𠔥\U0002f91c煅\U0002f91d𤉣\U0002f91e熜\U0002f91f𤎫\U0002f920爨\U0002f921爵\U0002f922牐\U0002f923𤘈\U0002f924犀"
    "\U0002f925犕\U0002f926𤜵\U0002f927𤠔\U0002f928獺\U0002f929王\U0002f92a㺬\U0002f92b玥\U0002f92c㺸\U0002f92d㺸\U0002f92e瑇"
    "\U0002f92f瑜\U0002f930瑱\U0002f931璅\U0002f932瓊\U0002f933㼛\U0002f934甤\U0002f935𤰶\U0002f936甾\U0002f937𤲒\U0002f938異"
    "\U0002f939𢆟\U0002f93a瘐\U0002f93b𤾡\U0002f93c𤾸\U0002f93d𥁄\U0002f93e㿼\U0002f93f䀈\U0002f940直\U0002f941𥃳\U0002f942𥃲"
    "\U0002f943𥄙\U0002f944𥄳\U0002f945眞\U0002f946真\U0002f947真\U0002f948睊\U0002f949䀹\U0002f94a瞋\U0002f94b䁆\U0002f94c䂖"
    "\U0002f94d𥐝\U0002f94e硎\U0002f94f碌\U0002f950磌\U0002f951䃣\U0002f952𥘦\U0002f953祖\U0002f954𥚚\U0002f955𥛅\U0002f956福"
    "\U0002f957秫\U0002f958䄯\U0002f959穀\U0002f95a穊\U0002f95b穏\U0002f95c𥥼\U0002f95d𥪧\U0002f95e𥪧\U0002f95f竮\U0002f960䈂"
    "\U0002f961𥮫\U0002f962篆\U0002f963築\U0002f964䈧\U0002f965𥲀\U0002f966糒\U0002f967䊠\U0002f968糨\U0002f969糣\U0002f96a紀"
    "\U0002f96b𥾆\U0002f96c絣\U0002f96d䌁\U0002f96e緇\U0002f96f縂\U0002f970繅\U0002f971䌴\U0002f972𦈨\U0002f973𦉇\U0002f974䍙"
    "\U0002f975𦋙\U0002f976罺\U0002f977𦌾\U0002f978羕\U0002f979翺\U0002f97a者\U0002f97b𦓚\U0002f97c𦔣\U0002f97d聠\U0002f97e𦖨"
    "\U0002f97f聰\U0002f980𣍟\U0002f981䏕\U0002f982育\U0002f983脃\U0002f984䐋\U0002f985脾\U0002f986媵\U0002f987𦞧\U0002f988𦞵"
    "\U0002f989𣎓\U0002f98a𣎜\U0002f98b舁\U0002f98c舄\U0002f98d辞\U0002f98e䑫\U0002f98f芑\U0002f990芋\U0002f991芝\U0002f992劳"
    "\U0002f993花\U0002f994芳\U0002f995芽\U0002f996苦\U0002f997𦬼\U0002f998若\U0002f999茝\U0002f99a荣\U0002f99b莭\U0002f99c茣"
    "\U0002f99d莽\U0002f99e菧\U0002f99f著\U0002f9a0荓\U0002f9a1菊\U0002f9a2菌\U0002f9a3菜\U0002f9a4𦰶\U0002f9a5𦵫\U0002f9a6𦳕"
    "\U0002f9a7䔫\U0002f9a8蓱\U0002f9a9蓳\U0002f9aa蔖\U0002f9ab𧏊\U0002f9ac蕤\U0002f9ad𦼬\U0002f9ae䕝\U0002f9af䕡\U0002f9b0𦾱"
    "\U0002f9b1𧃒\U0002f9b2䕫\U0002f9b3虐\U0002f9b4虜\U0002f9b5虧\U0002f9b6虩\U0002f9b7蚩\U0002f9b8蚈\U0002f9b9蜎\U0002f9ba蛢"
    "\U0002f9bb蝹\U0002f9bc蜨\U0002f9bd蝫\U0002f9be螆\U0002f9bf䗗\U0002f9c0蟡\U0002f9c1蠁\U0002f9c2䗹\U0002f9c3衠\U0002f9c4衣"
    "\U0002f9c5𧙧\U0002f9c6裗\U0002f9c7裞\U0002f9c8䘵\U0002f9c9裺\U0002f9ca㒻\U0002f9cb𧢮\U0002f9cc𧥦\U0002f9cd䚾\U0002f9ce䛇"
    "\U0002f9cf誠\U0002f9d0諭\U0002f9d1變\U0002f9d2豕\U0002f9d3𧲨\U0002f9d4貫\U0002f9d5賁\U0002f9d6贛\U0002f9d7起\U0002f9d8𧼯"
    "\U0002f9d9𠠄\U0002f9da跋\U0002f9db趼\U0002f9dc跰\U0002f9dd𠣞\U0002f9de軔\U0002f9df輸\U0002f9e0𨗒\U0002f9e1𨗭\U0002f9e2邔"
    "\U0002f9e3郱\U0002f9e4鄑\U0002f9e5𨜮\U0002f9e6鄛\U0002f9e7鈸\U0002f9e8鋗\U0002f9e9鋘\U0002f9ea鉼\U0002f9eb鏹\U0002f9ec鐕"
    "\U0002f9ed𨯺\U0002f9ee開\U0002f9ef䦕\U0002f9f0閷\U0002f9f1𨵷\U0002f9f2䧦\U0002f9f3雃\U0002f9f4嶲\U0002f9f5霣\U0002f9f6𩅅"
    "\U0002f9f7𩈚\U0002f9f8䩮\U0002f9f9䩶\U0002f9fa韠\U0002f9fb𩐊\U0002f9fc䪲\U0002f9fd𩒖\U0002f9fe頋\U0002f9ff頋\U0002fa00頩"
    "\U0002fa01𩖶\U0002fa02飢\U0002fa03䬳\U0002fa04餩\U0002fa05馧\U0002fa06駂\U0002fa07駾\U0002fa08䯎\U0002fa09𩬰\U0002fa0a鬒"
    "\U0002fa0b鱀\U0002fa0c鳽\U0002fa0d䳎\U0002fa0e䳭\U0002fa0f鵧\U0002fa10𪃎\U0002fa11䳸\U0002fa12𪄅\U0002fa13𪈎\U0002fa14𪊑"
    "\U0002fa15麻\U0002fa16䵖\U0002fa17黹\U0002fa18黾\U0002fa19鼅\U0002fa1a鼏\U0002fa1b鼖\U0002fa1c鼻\U0002fa1d𪘀"
)
# Compatibility ideographs to unified ideographs, by canonical decomposition.
COMPATIBILITY: dict[str, str] = {
    _COMPATIBILITY[i]: _COMPATIBILITY[i + 1] for i in range(0, len(_COMPATIBILITY), 2)
}

# Vertical forms of marks to horizontal Chinese marks; no dashes, no low lines.
VERTICAL: dict[str, str] = {
    "\ufe10": "，",  # PRESENTATION FORM FOR VERTICAL COMMA
    "\ufe11": "、",  # PRESENTATION FORM FOR VERTICAL IDEOGRAPHIC COMMA
    "\ufe12": "。",  # PRESENTATION FORM FOR VERTICAL IDEOGRAPHIC FULL STOP
    "\ufe13": "：",  # PRESENTATION FORM FOR VERTICAL COLON
    "\ufe14": "；",  # PRESENTATION FORM FOR VERTICAL SEMICOLON
    "\ufe15": "！",  # PRESENTATION FORM FOR VERTICAL EXCLAMATION MARK
    "\ufe16": "？",  # PRESENTATION FORM FOR VERTICAL QUESTION MARK
    "\ufe17": "〖",  # PRESENTATION FORM FOR VERTICAL LEFT WHITE LENTICULAR BRACKET
    "\ufe18": "〗",  # PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRAKCET
    "\ufe19": "\u2026",  # PRESENTATION FORM FOR VERTICAL HORIZONTAL ELLIPSIS
    "\ufe35": "（",  # PRESENTATION FORM FOR VERTICAL LEFT PARENTHESIS
    "\ufe36": "）",  # PRESENTATION FORM FOR VERTICAL RIGHT PARENTHESIS
    "\ufe37": "｛",  # PRESENTATION FORM FOR VERTICAL LEFT CURLY BRACKET
    "\ufe38": "｝",  # PRESENTATION FORM FOR VERTICAL RIGHT CURLY BRACKET
    "\ufe39": "〔",  # PRESENTATION FORM FOR VERTICAL LEFT TORTOISE SHELL BRACKET
    "\ufe3a": "〕",  # PRESENTATION FORM FOR VERTICAL RIGHT TORTOISE SHELL BRACKET
    "\ufe3b": "【",  # PRESENTATION FORM FOR VERTICAL LEFT BLACK LENTICULAR BRACKET
    "\ufe3c": "】",  # PRESENTATION FORM FOR VERTICAL RIGHT BLACK LENTICULAR BRACKET
    "\ufe3d": "《",  # PRESENTATION FORM FOR VERTICAL LEFT DOUBLE ANGLE BRACKET
    "\ufe3e": "》",  # PRESENTATION FORM FOR VERTICAL RIGHT DOUBLE ANGLE BRACKET
    "\ufe3f": "〈",  # PRESENTATION FORM FOR VERTICAL LEFT ANGLE BRACKET
    "\ufe40": "〉",  # PRESENTATION FORM FOR VERTICAL RIGHT ANGLE BRACKET
    "\ufe41": "「",  # PRESENTATION FORM FOR VERTICAL LEFT CORNER BRACKET
    "\ufe42": "」",  # PRESENTATION FORM FOR VERTICAL RIGHT CORNER BRACKET
    "\ufe43": "『",  # PRESENTATION FORM FOR VERTICAL LEFT WHITE CORNER BRACKET
    "\ufe44": "』",  # PRESENTATION FORM FOR VERTICAL RIGHT WHITE CORNER BRACKET
    "\ufe47": "［",  # PRESENTATION FORM FOR VERTICAL LEFT SQUARE BRACKET
    "\ufe48": "］",  # PRESENTATION FORM FOR VERTICAL RIGHT SQUARE BRACKET
}

# Small forms of marks to full-width Chinese marks; no dash.
SMALL: dict[str, str] = {
    "\ufe50": "，",  # SMALL COMMA
    "\ufe51": "、",  # SMALL IDEOGRAPHIC COMMA
    "\ufe52": "．",  # SMALL FULL STOP
    "\ufe54": "；",  # SMALL SEMICOLON
    "\ufe55": "：",  # SMALL COLON
    "\ufe56": "？",  # SMALL QUESTION MARK
    "\ufe57": "！",  # SMALL EXCLAMATION MARK
    "\ufe59": "（",  # SMALL LEFT PARENTHESIS
    "\ufe5a": "）",  # SMALL RIGHT PARENTHESIS
    "\ufe5b": "｛",  # SMALL LEFT CURLY BRACKET
    "\ufe5c": "｝",  # SMALL RIGHT CURLY BRACKET
    "\ufe5d": "〔",  # SMALL LEFT TORTOISE SHELL BRACKET
    "\ufe5e": "〕",  # SMALL RIGHT TORTOISE SHELL BRACKET
    "\ufe5f": "＃",  # SMALL NUMBER SIGN
    "\ufe60": "＆",  # SMALL AMPERSAND
    "\ufe61": "＊",  # SMALL ASTERISK
    "\ufe62": "＋",  # SMALL PLUS SIGN
    "\ufe63": "－",  # SMALL HYPHEN-MINUS
    "\ufe64": "＜",  # SMALL LESS-THAN SIGN
    "\ufe65": "＞",  # SMALL GREATER-THAN SIGN
    "\ufe66": "＝",  # SMALL EQUALS SIGN
    "\ufe68": "＼",  # SMALL REVERSE SOLIDUS
    "\ufe69": "＄",  # SMALL DOLLAR SIGN
    "\ufe6a": "％",  # SMALL PERCENT SIGN
    "\ufe6b": "＠",  # SMALL COMMERCIAL AT
}

# Full-width digits and letters to ASCII.
FULLWIDTH: dict[str, str] = {
    "\uff10": "0",  # FULLWIDTH DIGIT ZERO
    "\uff11": "1",  # FULLWIDTH DIGIT ONE
    "\uff12": "2",  # FULLWIDTH DIGIT TWO
    "\uff13": "3",  # FULLWIDTH DIGIT THREE
    "\uff14": "4",  # FULLWIDTH DIGIT FOUR
    "\uff15": "5",  # FULLWIDTH DIGIT FIVE
    "\uff16": "6",  # FULLWIDTH DIGIT SIX
    "\uff17": "7",  # FULLWIDTH DIGIT SEVEN
    "\uff18": "8",  # FULLWIDTH DIGIT EIGHT
    "\uff19": "9",  # FULLWIDTH DIGIT NINE
    "\uff21": "A",  # FULLWIDTH LATIN CAPITAL LETTER A
    "\uff22": "B",  # FULLWIDTH LATIN CAPITAL LETTER B
    "\uff23": "C",  # FULLWIDTH LATIN CAPITAL LETTER C
    "\uff24": "D",  # FULLWIDTH LATIN CAPITAL LETTER D
    "\uff25": "E",  # FULLWIDTH LATIN CAPITAL LETTER E
    "\uff26": "F",  # FULLWIDTH LATIN CAPITAL LETTER F
    "\uff27": "G",  # FULLWIDTH LATIN CAPITAL LETTER G
    "\uff28": "H",  # FULLWIDTH LATIN CAPITAL LETTER H
    "\uff29": "I",  # FULLWIDTH LATIN CAPITAL LETTER I
    "\uff2a": "J",  # FULLWIDTH LATIN CAPITAL LETTER J
    "\uff2b": "K",  # FULLWIDTH LATIN CAPITAL LETTER K
    "\uff2c": "L",  # FULLWIDTH LATIN CAPITAL LETTER L
    "\uff2d": "M",  # FULLWIDTH LATIN CAPITAL LETTER M
    "\uff2e": "N",  # FULLWIDTH LATIN CAPITAL LETTER N
    "\uff2f": "O",  # FULLWIDTH LATIN CAPITAL LETTER O
    "\uff30": "P",  # FULLWIDTH LATIN CAPITAL LETTER P
    "\uff31": "Q",  # FULLWIDTH LATIN CAPITAL LETTER Q
    "\uff32": "R",  # FULLWIDTH LATIN CAPITAL LETTER R
    "\uff33": "S",  # FULLWIDTH LATIN CAPITAL LETTER S
    "\uff34": "T",  # FULLWIDTH LATIN CAPITAL LETTER T
    "\uff35": "U",  # FULLWIDTH LATIN CAPITAL LETTER U
    "\uff36": "V",  # FULLWIDTH LATIN CAPITAL LETTER V
    "\uff37": "W",  # FULLWIDTH LATIN CAPITAL LETTER W
    "\uff38": "X",  # FULLWIDTH LATIN CAPITAL LETTER X
    "\uff39": "Y",  # FULLWIDTH LATIN CAPITAL LETTER Y
    "\uff3a": "Z",  # FULLWIDTH LATIN CAPITAL LETTER Z
    "\uff41": "a",  # FULLWIDTH LATIN SMALL LETTER A
    "\uff42": "b",  # FULLWIDTH LATIN SMALL LETTER B
    "\uff43": "c",  # FULLWIDTH LATIN SMALL LETTER C
    "\uff44": "d",  # FULLWIDTH LATIN SMALL LETTER D
    "\uff45": "e",  # FULLWIDTH LATIN SMALL LETTER E
    "\uff46": "f",  # FULLWIDTH LATIN SMALL LETTER F
    "\uff47": "g",  # FULLWIDTH LATIN SMALL LETTER G
    "\uff48": "h",  # FULLWIDTH LATIN SMALL LETTER H
    "\uff49": "i",  # FULLWIDTH LATIN SMALL LETTER I
    "\uff4a": "j",  # FULLWIDTH LATIN SMALL LETTER J
    "\uff4b": "k",  # FULLWIDTH LATIN SMALL LETTER K
    "\uff4c": "l",  # FULLWIDTH LATIN SMALL LETTER L
    "\uff4d": "m",  # FULLWIDTH LATIN SMALL LETTER M
    "\uff4e": "n",  # FULLWIDTH LATIN SMALL LETTER N
    "\uff4f": "o",  # FULLWIDTH LATIN SMALL LETTER O
    "\uff50": "p",  # FULLWIDTH LATIN SMALL LETTER P
    "\uff51": "q",  # FULLWIDTH LATIN SMALL LETTER Q
    "\uff52": "r",  # FULLWIDTH LATIN SMALL LETTER R
    "\uff53": "s",  # FULLWIDTH LATIN SMALL LETTER S
    "\uff54": "t",  # FULLWIDTH LATIN SMALL LETTER T
    "\uff55": "u",  # FULLWIDTH LATIN SMALL LETTER U
    "\uff56": "v",  # FULLWIDTH LATIN SMALL LETTER V
    "\uff57": "w",  # FULLWIDTH LATIN SMALL LETTER W
    "\uff58": "x",  # FULLWIDTH LATIN SMALL LETTER X
    "\uff59": "y",  # FULLWIDTH LATIN SMALL LETTER Y
    "\uff5a": "z",  # FULLWIDTH LATIN SMALL LETTER Z
}

# Latin ligatures to letters.
LIGATURES: dict[str, str] = {
    "\ufb00": "ff",  # LATIN SMALL LIGATURE FF
    "\ufb01": "fi",  # LATIN SMALL LIGATURE FI
    "\ufb02": "fl",  # LATIN SMALL LIGATURE FL
    "\ufb03": "ffi",  # LATIN SMALL LIGATURE FFI
    "\ufb04": "ffl",  # LATIN SMALL LIGATURE FFL
    "\ufb05": "\u017ft",  # LATIN SMALL LIGATURE LONG S T
    "\ufb06": "st",  # LATIN SMALL LIGATURE ST
}

_COMPOSE = (
    "A\u0300\xc0A\u0301\xc1A\u0302\xc2A\u0303\xc3A\u0308\xc4A\u030a\xc5C\u0327\xc7E\u0300\xc8E\u0301\xc9E\u0302\xca"
    "E\u0308\xcbI\u0300\xccI\u0301\xcdI\u0302\xceI\u0308\xcfN\u0303\xd1O\u0300\xd2O\u0301\xd3O\u0302\xd4O\u0303\xd5"
    "O\u0308\xd6U\u0300\xd9U\u0301\xdaU\u0302\xdbU\u0308\xdcY\u0301\xdda\u0300\xe0a\u0301\xe1a\u0302\xe2a\u0303\xe3"
    "a\u0308\xe4a\u030a\xe5c\u0327\xe7e\u0300\xe8e\u0301\xe9e\u0302\xeae\u0308\xebi\u0300\xeci\u0301\xedi\u0302\xee"
    "i\u0308\xefn\u0303\xf1o\u0300\xf2o\u0301\xf3o\u0302\xf4o\u0303\xf5o\u0308\xf6u\u0300\xf9u\u0301\xfau\u0302\xfb"
    "u\u0308\xfcy\u0301\xfdy\u0308\xffA\u0304\u0100a\u0304\u0101A\u0306\u0102a\u0306\u0103A\u0328\u0104"
    "a\u0328\u0105C\u0301\u0106c\u0301\u0107C\u0302\u0108c\u0302\u0109C\u0307\u010ac\u0307\u010bC\u030c\u010c"
    "c\u030c\u010dD\u030c\u010ed\u030c\u010fE\u0304\u0112e\u0304\u0113E\u0306\u0114e\u0306\u0115E\u0307\u0116"
    "e\u0307\u0117E\u0328\u0118e\u0328\u0119E\u030c\u011ae\u030c\u011bG\u0302\u011cg\u0302\u011dG\u0306\u011e"
    "g\u0306\u011fG\u0307\u0120g\u0307\u0121G\u0327\u0122g\u0327\u0123H\u0302\u0124h\u0302\u0125I\u0303\u0128"
    "i\u0303\u0129I\u0304\u012ai\u0304\u012bI\u0306\u012ci\u0306\u012dI\u0328\u012ei\u0328\u012fI\u0307\u0130"
    "J\u0302\u0134j\u0302\u0135K\u0327\u0136k\u0327\u0137L\u0301\u0139l\u0301\u013aL\u0327\u013bl\u0327\u013c"
    "L\u030c\u013dl\u030c\u013eN\u0301\u0143n\u0301\u0144N\u0327\u0145n\u0327\u0146N\u030c\u0147n\u030c\u0148"
    "O\u0304\u014co\u0304\u014dO\u0306\u014eo\u0306\u014fO\u030b\u0150o\u030b\u0151R\u0301\u0154r\u0301\u0155"
    "R\u0327\u0156r\u0327\u0157R\u030c\u0158r\u030c\u0159S\u0301\u015as\u0301\u015bS\u0302\u015cs\u0302\u015d"
    "S\u0327\u015es\u0327\u015fS\u030c\u0160s\u030c\u0161T\u0327\u0162t\u0327\u0163T\u030c\u0164t\u030c\u0165"
    "U\u0303\u0168u\u0303\u0169U\u0304\u016au\u0304\u016bU\u0306\u016cu\u0306\u016dU\u030a\u016eu\u030a\u016f"
    "U\u030b\u0170u\u030b\u0171U\u0328\u0172u\u0328\u0173W\u0302\u0174w\u0302\u0175Y\u0302\u0176y\u0302\u0177"
    "Y\u0308\u0178Z\u0301\u0179z\u0301\u017aZ\u0307\u017bz\u0307\u017cZ\u030c\u017dz\u030c\u017eO\u031b\u01a0"
    "o\u031b\u01a1U\u031b\u01afu\u031b\u01b0A\u030c\u01cda\u030c\u01ceI\u030c\u01cfi\u030c\u01d0O\u030c\u01d1"
    "o\u030c\u01d2U\u030c\u01d3u\u030c\u01d4\xdc\u0304\u01d5\xfc\u0304\u01d6\xdc\u0301\u01d7\xfc\u0301\u01d8"
    "\xdc\u030c\u01d9\xfc\u030c\u01da\xdc\u0300\u01db\xfc\u0300\u01dc\xc4\u0304\u01de\xe4\u0304\u01df"
    "\u0226\u0304\u01e0\u0227\u0304\u01e1\xc6\u0304\u01e2\xe6\u0304\u01e3G\u030c\u01e6g\u030c\u01e7K\u030c\u01e8"
    "k\u030c\u01e9O\u0328\u01eao\u0328\u01eb\u01ea\u0304\u01ec\u01eb\u0304\u01ed\u01b7\u030c\u01ee"
    "\u0292\u030c\u01efj\u030c\u01f0G\u0301\u01f4g\u0301\u01f5N\u0300\u01f8n\u0300\u01f9\xc5\u0301\u01fa"
    "\xe5\u0301\u01fb\xc6\u0301\u01fc\xe6\u0301\u01fd\xd8\u0301\u01fe\xf8\u0301\u01ffA\u030f\u0200a\u030f\u0201"
    "A\u0311\u0202a\u0311\u0203E\u030f\u0204e\u030f\u0205E\u0311\u0206e\u0311\u0207I\u030f\u0208i\u030f\u0209"
    "I\u0311\u020ai\u0311\u020bO\u030f\u020co\u030f\u020dO\u0311\u020eo\u0311\u020fR\u030f\u0210r\u030f\u0211"
    "R\u0311\u0212r\u0311\u0213U\u030f\u0214u\u030f\u0215U\u0311\u0216u\u0311\u0217S\u0326\u0218s\u0326\u0219"
    "T\u0326\u021at\u0326\u021bH\u030c\u021eh\u030c\u021fA\u0307\u0226a\u0307\u0227E\u0327\u0228e\u0327\u0229"
    "\xd6\u0304\u022a\xf6\u0304\u022b\xd5\u0304\u022c\xf5\u0304\u022dO\u0307\u022eo\u0307\u022f\u022e\u0304\u0230"
    "\u022f\u0304\u0231Y\u0304\u0232y\u0304\u0233\u0391\u0301\u0386\u0395\u0301\u0388\u0397\u0301\u0389"
    "\u0399\u0301\u038a\u039f\u0301\u038c\u03a5\u0301\u038e\u03a9\u0301\u038f\u03ca\u0301\u0390\u0399\u0308\u03aa"
    "\u03a5\u0308\u03ab\u03b1\u0301\u03ac\u03b5\u0301\u03ad\u03b7\u0301\u03ae\u03b9\u0301\u03af\u03cb\u0301\u03b0"
    "\u03b9\u0308\u03ca\u03c5\u0308\u03cb\u03bf\u0301\u03cc\u03c5\u0301\u03cd\u03c9\u0301\u03ce\u03d2\u0301\u03d3"
    "\u03d2\u0308\u03d4\u0415\u0300\u0400\u0415\u0308\u0401\u0413\u0301\u0403\u0406\u0308\u0407\u041a\u0301\u040c"
    "\u0418\u0300\u040d\u0423\u0306\u040e\u0418\u0306\u0419\u0438\u0306\u0439\u0435\u0300\u0450\u0435\u0308\u0451"
    "\u0433\u0301\u0453\u0456\u0308\u0457\u043a\u0301\u045c\u0438\u0300\u045d\u0443\u0306\u045e\u0474\u030f\u0476"
    "\u0475\u030f\u0477\u0416\u0306\u04c1\u0436\u0306\u04c2\u0410\u0306\u04d0\u0430\u0306\u04d1\u0410\u0308\u04d2"
    "\u0430\u0308\u04d3\u0415\u0306\u04d6\u0435\u0306\u04d7\u04d8\u0308\u04da\u04d9\u0308\u04db\u0416\u0308\u04dc"
    "\u0436\u0308\u04dd\u0417\u0308\u04de\u0437\u0308\u04df\u0418\u0304\u04e2\u0438\u0304\u04e3\u0418\u0308\u04e4"
    "\u0438\u0308\u04e5\u041e\u0308\u04e6\u043e\u0308\u04e7\u04e8\u0308\u04ea\u04e9\u0308\u04eb\u042d\u0308\u04ec"
    "\u044d\u0308\u04ed\u0423\u0304\u04ee\u0443\u0304\u04ef\u0423\u0308\u04f0\u0443\u0308\u04f1\u0423\u030b\u04f2"
    "\u0443\u030b\u04f3\u0427\u0308\u04f4\u0447\u0308\u04f5\u042b\u0308\u04f8\u044b\u0308\u04f9A\u0325\u1e00"
    "a\u0325\u1e01B\u0307\u1e02b\u0307\u1e03B\u0323\u1e04b\u0323\u1e05B\u0331\u1e06b\u0331\u1e07\xc7\u0301\u1e08"
    "\xe7\u0301\u1e09D\u0307\u1e0ad\u0307\u1e0bD\u0323\u1e0cd\u0323\u1e0dD\u0331\u1e0ed\u0331\u1e0fD\u0327\u1e10"
    "d\u0327\u1e11D\u032d\u1e12d\u032d\u1e13\u0112\u0300\u1e14\u0113\u0300\u1e15\u0112\u0301\u1e16"
    "\u0113\u0301\u1e17E\u032d\u1e18e\u032d\u1e19E\u0330\u1e1ae\u0330\u1e1b\u0228\u0306\u1e1c\u0229\u0306\u1e1d"
    "F\u0307\u1e1ef\u0307\u1e1fG\u0304\u1e20g\u0304\u1e21H\u0307\u1e22h\u0307\u1e23H\u0323\u1e24h\u0323\u1e25"
    "H\u0308\u1e26h\u0308\u1e27H\u0327\u1e28h\u0327\u1e29H\u032e\u1e2ah\u032e\u1e2bI\u0330\u1e2ci\u0330\u1e2d"
    "\xcf\u0301\u1e2e\xef\u0301\u1e2fK\u0301\u1e30k\u0301\u1e31K\u0323\u1e32k\u0323\u1e33K\u0331\u1e34k\u0331\u1e35"
    "L\u0323\u1e36l\u0323\u1e37\u1e36\u0304\u1e38\u1e37\u0304\u1e39L\u0331\u1e3al\u0331\u1e3bL\u032d\u1e3c"
    "l\u032d\u1e3dM\u0301\u1e3em\u0301\u1e3fM\u0307\u1e40m\u0307\u1e41M\u0323\u1e42m\u0323\u1e43N\u0307\u1e44"
    "n\u0307\u1e45N\u0323\u1e46n\u0323\u1e47N\u0331\u1e48n\u0331\u1e49N\u032d\u1e4an\u032d\u1e4b\xd5\u0301\u1e4c"
    "\xf5\u0301\u1e4d\xd5\u0308\u1e4e\xf5\u0308\u1e4f\u014c\u0300\u1e50\u014d\u0300\u1e51\u014c\u0301\u1e52"
    "\u014d\u0301\u1e53P\u0301\u1e54p\u0301\u1e55P\u0307\u1e56p\u0307\u1e57R\u0307\u1e58r\u0307\u1e59R\u0323\u1e5a"
    "r\u0323\u1e5b\u1e5a\u0304\u1e5c\u1e5b\u0304\u1e5dR\u0331\u1e5er\u0331\u1e5fS\u0307\u1e60s\u0307\u1e61"
    "S\u0323\u1e62s\u0323\u1e63\u015a\u0307\u1e64\u015b\u0307\u1e65\u0160\u0307\u1e66\u0161\u0307\u1e67"
    "\u1e62\u0307\u1e68\u1e63\u0307\u1e69T\u0307\u1e6at\u0307\u1e6bT\u0323\u1e6ct\u0323\u1e6dT\u0331\u1e6e"
    "t\u0331\u1e6fT\u032d\u1e70t\u032d\u1e71U\u0324\u1e72u\u0324\u1e73U\u0330\u1e74u\u0330\u1e75U\u032d\u1e76"
    "u\u032d\u1e77\u0168\u0301\u1e78\u0169\u0301\u1e79\u016a\u0308\u1e7a\u016b\u0308\u1e7bV\u0303\u1e7c"
    "v\u0303\u1e7dV\u0323\u1e7ev\u0323\u1e7fW\u0300\u1e80w\u0300\u1e81W\u0301\u1e82w\u0301\u1e83W\u0308\u1e84"
    "w\u0308\u1e85W\u0307\u1e86w\u0307\u1e87W\u0323\u1e88w\u0323\u1e89X\u0307\u1e8ax\u0307\u1e8bX\u0308\u1e8c"
    "x\u0308\u1e8dY\u0307\u1e8ey\u0307\u1e8fZ\u0302\u1e90z\u0302\u1e91Z\u0323\u1e92z\u0323\u1e93Z\u0331\u1e94"
    "z\u0331\u1e95h\u0331\u1e96t\u0308\u1e97w\u030a\u1e98y\u030a\u1e99\u017f\u0307\u1e9bA\u0323\u1ea0a\u0323\u1ea1"
    "A\u0309\u1ea2a\u0309\u1ea3\xc2\u0301\u1ea4\xe2\u0301\u1ea5\xc2\u0300\u1ea6\xe2\u0300\u1ea7\xc2\u0309\u1ea8"
    "\xe2\u0309\u1ea9\xc2\u0303\u1eaa\xe2\u0303\u1eab\u1ea0\u0302\u1eac\u1ea1\u0302\u1ead\u0102\u0301\u1eae"
    "\u0103\u0301\u1eaf\u0102\u0300\u1eb0\u0103\u0300\u1eb1\u0102\u0309\u1eb2\u0103\u0309\u1eb3\u0102\u0303\u1eb4"
    "\u0103\u0303\u1eb5\u1ea0\u0306\u1eb6\u1ea1\u0306\u1eb7E\u0323\u1eb8e\u0323\u1eb9E\u0309\u1ebae\u0309\u1ebb"
    "E\u0303\u1ebce\u0303\u1ebd\xca\u0301\u1ebe\xea\u0301\u1ebf\xca\u0300\u1ec0\xea\u0300\u1ec1\xca\u0309\u1ec2"
    "\xea\u0309\u1ec3\xca\u0303\u1ec4\xea\u0303\u1ec5\u1eb8\u0302\u1ec6\u1eb9\u0302\u1ec7I\u0309\u1ec8i\u0309\u1ec9"
    "I\u0323\u1ecai\u0323\u1ecbO\u0323\u1ecco\u0323\u1ecdO\u0309\u1eceo\u0309\u1ecf\xd4\u0301\u1ed0\xf4\u0301\u1ed1"
    "\xd4\u0300\u1ed2\xf4\u0300\u1ed3\xd4\u0309\u1ed4\xf4\u0309\u1ed5\xd4\u0303\u1ed6\xf4\u0303\u1ed7"
    "\u1ecc\u0302\u1ed8\u1ecd\u0302\u1ed9\u01a0\u0301\u1eda\u01a1\u0301\u1edb\u01a0\u0300\u1edc\u01a1\u0300\u1edd"
    "\u01a0\u0309\u1ede\u01a1\u0309\u1edf\u01a0\u0303\u1ee0\u01a1\u0303\u1ee1\u01a0\u0323\u1ee2\u01a1\u0323\u1ee3"
    "U\u0323\u1ee4u\u0323\u1ee5U\u0309\u1ee6u\u0309\u1ee7\u01af\u0301\u1ee8\u01b0\u0301\u1ee9\u01af\u0300\u1eea"
    "\u01b0\u0300\u1eeb\u01af\u0309\u1eec\u01b0\u0309\u1eed\u01af\u0303\u1eee\u01b0\u0303\u1eef\u01af\u0323\u1ef0"
    "\u01b0\u0323\u1ef1Y\u0300\u1ef2y\u0300\u1ef3Y\u0323\u1ef4y\u0323\u1ef5Y\u0309\u1ef6y\u0309\u1ef7Y\u0303\u1ef8"
    "y\u0303\u1ef9\u03b1\u0313\u1f00\u03b1\u0314\u1f01\u1f00\u0300\u1f02\u1f01\u0300\u1f03\u1f00\u0301\u1f04"
    "\u1f01\u0301\u1f05\u1f00\u0342\u1f06\u1f01\u0342\u1f07\u0391\u0313\u1f08\u0391\u0314\u1f09\u1f08\u0300\u1f0a"
    "\u1f09\u0300\u1f0b\u1f08\u0301\u1f0c\u1f09\u0301\u1f0d\u1f08\u0342\u1f0e\u1f09\u0342\u1f0f\u03b5\u0313\u1f10"
    "\u03b5\u0314\u1f11\u1f10\u0300\u1f12\u1f11\u0300\u1f13\u1f10\u0301\u1f14\u1f11\u0301\u1f15\u0395\u0313\u1f18"
    "\u0395\u0314\u1f19\u1f18\u0300\u1f1a\u1f19\u0300\u1f1b\u1f18\u0301\u1f1c\u1f19\u0301\u1f1d\u03b7\u0313\u1f20"
    "\u03b7\u0314\u1f21\u1f20\u0300\u1f22\u1f21\u0300\u1f23\u1f20\u0301\u1f24\u1f21\u0301\u1f25\u1f20\u0342\u1f26"
    "\u1f21\u0342\u1f27\u0397\u0313\u1f28\u0397\u0314\u1f29\u1f28\u0300\u1f2a\u1f29\u0300\u1f2b\u1f28\u0301\u1f2c"
    "\u1f29\u0301\u1f2d\u1f28\u0342\u1f2e\u1f29\u0342\u1f2f\u03b9\u0313\u1f30\u03b9\u0314\u1f31\u1f30\u0300\u1f32"
    "\u1f31\u0300\u1f33\u1f30\u0301\u1f34\u1f31\u0301\u1f35\u1f30\u0342\u1f36\u1f31\u0342\u1f37\u0399\u0313\u1f38"
    "\u0399\u0314\u1f39\u1f38\u0300\u1f3a\u1f39\u0300\u1f3b\u1f38\u0301\u1f3c\u1f39\u0301\u1f3d\u1f38\u0342\u1f3e"
    "\u1f39\u0342\u1f3f\u03bf\u0313\u1f40\u03bf\u0314\u1f41\u1f40\u0300\u1f42\u1f41\u0300\u1f43\u1f40\u0301\u1f44"
    "\u1f41\u0301\u1f45\u039f\u0313\u1f48\u039f\u0314\u1f49\u1f48\u0300\u1f4a\u1f49\u0300\u1f4b\u1f48\u0301\u1f4c"
    "\u1f49\u0301\u1f4d\u03c5\u0313\u1f50\u03c5\u0314\u1f51\u1f50\u0300\u1f52\u1f51\u0300\u1f53\u1f50\u0301\u1f54"
    "\u1f51\u0301\u1f55\u1f50\u0342\u1f56\u1f51\u0342\u1f57\u03a5\u0314\u1f59\u1f59\u0300\u1f5b\u1f59\u0301\u1f5d"
    "\u1f59\u0342\u1f5f\u03c9\u0313\u1f60\u03c9\u0314\u1f61\u1f60\u0300\u1f62\u1f61\u0300\u1f63\u1f60\u0301\u1f64"
    "\u1f61\u0301\u1f65\u1f60\u0342\u1f66\u1f61\u0342\u1f67\u03a9\u0313\u1f68\u03a9\u0314\u1f69\u1f68\u0300\u1f6a"
    "\u1f69\u0300\u1f6b\u1f68\u0301\u1f6c\u1f69\u0301\u1f6d\u1f68\u0342\u1f6e\u1f69\u0342\u1f6f\u03b1\u0300\u1f70"
    "\u03b5\u0300\u1f72\u03b7\u0300\u1f74\u03b9\u0300\u1f76\u03bf\u0300\u1f78\u03c5\u0300\u1f7a\u03c9\u0300\u1f7c"
    "\u1f00\u0345\u1f80\u1f01\u0345\u1f81\u1f02\u0345\u1f82\u1f03\u0345\u1f83\u1f04\u0345\u1f84\u1f05\u0345\u1f85"
    "\u1f06\u0345\u1f86\u1f07\u0345\u1f87\u1f08\u0345\u1f88\u1f09\u0345\u1f89\u1f0a\u0345\u1f8a\u1f0b\u0345\u1f8b"
    "\u1f0c\u0345\u1f8c\u1f0d\u0345\u1f8d\u1f0e\u0345\u1f8e\u1f0f\u0345\u1f8f\u1f20\u0345\u1f90\u1f21\u0345\u1f91"
    "\u1f22\u0345\u1f92\u1f23\u0345\u1f93\u1f24\u0345\u1f94\u1f25\u0345\u1f95\u1f26\u0345\u1f96\u1f27\u0345\u1f97"
    "\u1f28\u0345\u1f98\u1f29\u0345\u1f99\u1f2a\u0345\u1f9a\u1f2b\u0345\u1f9b\u1f2c\u0345\u1f9c\u1f2d\u0345\u1f9d"
    "\u1f2e\u0345\u1f9e\u1f2f\u0345\u1f9f\u1f60\u0345\u1fa0\u1f61\u0345\u1fa1\u1f62\u0345\u1fa2\u1f63\u0345\u1fa3"
    "\u1f64\u0345\u1fa4\u1f65\u0345\u1fa5\u1f66\u0345\u1fa6\u1f67\u0345\u1fa7\u1f68\u0345\u1fa8\u1f69\u0345\u1fa9"
    "\u1f6a\u0345\u1faa\u1f6b\u0345\u1fab\u1f6c\u0345\u1fac\u1f6d\u0345\u1fad\u1f6e\u0345\u1fae\u1f6f\u0345\u1faf"
    "\u03b1\u0306\u1fb0\u03b1\u0304\u1fb1\u1f70\u0345\u1fb2\u03b1\u0345\u1fb3\u03ac\u0345\u1fb4\u03b1\u0342\u1fb6"
    "\u1fb6\u0345\u1fb7\u0391\u0306\u1fb8\u0391\u0304\u1fb9\u0391\u0300\u1fba\u0391\u0345\u1fbc\u1f74\u0345\u1fc2"
    "\u03b7\u0345\u1fc3\u03ae\u0345\u1fc4\u03b7\u0342\u1fc6\u1fc6\u0345\u1fc7\u0395\u0300\u1fc8\u0397\u0300\u1fca"
    "\u0397\u0345\u1fcc\u03b9\u0306\u1fd0\u03b9\u0304\u1fd1\u03ca\u0300\u1fd2\u03b9\u0342\u1fd6\u03ca\u0342\u1fd7"
    "\u0399\u0306\u1fd8\u0399\u0304\u1fd9\u0399\u0300\u1fda\u03c5\u0306\u1fe0\u03c5\u0304\u1fe1\u03cb\u0300\u1fe2"
    "\u03c1\u0313\u1fe4\u03c1\u0314\u1fe5\u03c5\u0342\u1fe6\u03cb\u0342\u1fe7\u03a5\u0306\u1fe8\u03a5\u0304\u1fe9"
    "\u03a5\u0300\u1fea\u03a1\u0314\u1fec\u1f7c\u0345\u1ff2\u03c9\u0345\u1ff3\u03ce\u0345\u1ff4\u03c9\u0342\u1ff6"
    "\u1ff6\u0345\u1ff7\u039f\u0300\u1ff8\u03a9\u0300\u1ffa\u03a9\u0345\u1ffc"
)
# Latin, Greek, Cyrillic letter and mark to one letter; one step, marks are not reordered.
COMPOSE: dict[str, str] = {
    _COMPOSE[i : i + 2]: _COMPOSE[i + 2] for i in range(0, len(_COMPOSE), 3)
}
