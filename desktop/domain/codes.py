"""The field's code sets, with their words: documents, relations, ethnic groups, sexes, payments.

Codes are those of the national platform and of GB/T 4761, GB/T 3304 and GB/T 2261.1; identities
and circumstances are the law's and live with it (`desktop.policy.words`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code with its words in both languages."""

    code: str
    zh: str
    en: str

    def name(self, language: Language) -> str:
        """Return the code's word in ``language``."""
        return self.zh if language == "zh" else self.en


def _table(*rows: tuple[str, str, str]) -> dict[str, Code]:
    return {row[0]: Code(*row) for row in rows}


RESIDENT_CARD = "01"
BIRTH_CERTIFICATE = "990201"
RESIDENCE_PERMIT_HMT = "17"
DISABILITY_CARD = "09"
FOREIGN_PERMANENT = "07"

DOCUMENT_TYPES = _table(
    (RESIDENT_CARD, "居民身份证（户口簿）", "Resident identity card"),
    (BIRTH_CERTIFICATE, "医学出生证明", "Medical birth certificate"),
    ("02", "军官证", "Officer's card"),
    ("03", "武警警官证", "Armed police officer's card"),
    ("04", "港澳居民来往内地通行证（香港）", "Mainland travel permit (Hong Kong)"),
    ("05", "港澳居民来往内地通行证（澳门）", "Mainland travel permit (Macao)"),
    ("06", "台湾居民来往大陆通行证", "Mainland travel permit (Taiwan)"),
    (FOREIGN_PERMANENT, "外国人永久居留证", "Foreign permanent resident card"),
    ("08", "外国人护照", "Foreign passport"),
    (DISABILITY_CARD, "残疾人证", "Disability card"),
    ("16", "中国护照", "Chinese passport"),
    (RESIDENCE_PERMIT_HMT, "港澳台居民居住证", "Residence permit (HK, Macao, Taiwan)"),
    ("99", "其他", "Other"),
)
"""psn_cert_type; 990201 is the local extension for birth certificates."""

HEAD = "02"
SPOUSE = "10"
CHILD_CODES = frozenset({"20", "30"} | {str(n) for n in (*range(21, 28), *range(31, 38))})
PARENT_CODES = frozenset(str(n) for n in range(50, 60))

RELATIONS_SHORT = _table(
    (HEAD, "户主", "Head"),
    (SPOUSE, "配偶", "Spouse"),
    ("20", "子、婿", "Son, son-in-law"),
    ("30", "女、媳", "Daughter, daughter-in-law"),
    ("40", "孙子女", "Grandchild"),
    ("50", "父母", "Parent"),
    ("60", "祖父母", "Grandparent"),
    ("70", "兄弟姐妹", "Sibling"),
    ("80", "其他", "Other"),
)
"""The groups of GB/T 4761 that clerks use, in the order of the digit that picks them."""

RELATIONS = RELATIONS_SHORT | _table(
    ("01", "本人", "Self"),
    ("11", "夫", "Husband"),
    ("12", "妻", "Wife"),
    ("21", "独生子", "Only son"),
    ("22", "长子", "Eldest son"),
    ("23", "次子", "Second son"),
    ("24", "三子", "Third son"),
    ("25", "四子", "Fourth son"),
    ("26", "五子", "Fifth son"),
    ("27", "养子或继子", "Adopted son or stepson"),
    ("28", "女婿", "Son-in-law"),
    ("29", "其他儿子", "Other son"),
    ("31", "独生女", "Only daughter"),
    ("32", "长女", "Eldest daughter"),
    ("33", "次女", "Second daughter"),
    ("34", "三女", "Third daughter"),
    ("35", "四女", "Fourth daughter"),
    ("36", "五女", "Fifth daughter"),
    ("37", "养女或继女", "Adopted daughter or stepdaughter"),
    ("38", "儿媳", "Daughter-in-law"),
    ("39", "其他女儿", "Other daughter"),
    ("41", "孙子", "Grandson (son's son)"),
    ("42", "孙女", "Granddaughter (son's daughter)"),
    ("43", "外孙子", "Grandson (daughter's son)"),
    ("44", "外孙女", "Granddaughter (daughter's daughter)"),
    ("45", "孙媳妇或外孙媳妇", "Grandson's wife"),
    ("46", "孙女婿或外孙女婿", "Granddaughter's husband"),
    ("47", "曾孙子或外曾孙子", "Great-grandson"),
    ("48", "曾孙女或外曾孙女", "Great-granddaughter"),
    ("49", "其他孙子女", "Other grandchild"),
    ("51", "父亲", "Father"),
    ("52", "母亲", "Mother"),
    ("53", "公公", "Husband's father"),
    ("54", "婆婆", "Husband's mother"),
    ("55", "岳父", "Wife's father"),
    ("56", "岳母", "Wife's mother"),
    ("57", "继父或养父", "Stepfather or adoptive father"),
    ("58", "继母或养母", "Stepmother or adoptive mother"),
    ("59", "其他父母", "Other parent"),
    ("61", "祖父", "Father's father"),
    ("62", "祖母", "Father's mother"),
    ("63", "外祖父", "Mother's father"),
    ("64", "外祖母", "Mother's mother"),
    ("65", "配偶的祖父母或外祖父母", "Spouse's grandparent"),
    ("66", "曾祖父", "Great-grandfather"),
    ("67", "曾祖母", "Great-grandmother"),
    ("68", "配偶的曾祖父母", "Spouse's great-grandparent"),
    ("69", "其他祖父母", "Other grandparent"),
    ("71", "兄", "Elder brother"),
    ("72", "嫂", "Elder brother's wife"),
    ("73", "弟", "Younger brother"),
    ("74", "弟媳", "Younger brother's wife"),
    ("75", "姐姐", "Elder sister"),
    ("76", "姐夫", "Elder sister's husband"),
    ("77", "妹妹", "Younger sister"),
    ("78", "妹夫", "Younger sister's husband"),
    ("79", "其他兄弟姐妹", "Other sibling"),
    ("81", "伯父", "Father's elder brother"),
    ("82", "伯母", "Father's elder brother's wife"),
    ("83", "叔父", "Father's younger brother"),
    ("84", "婶母", "Father's younger brother's wife"),
    ("85", "舅父", "Mother's brother"),
    ("86", "舅母", "Mother's brother's wife"),
    ("87", "姨父", "Mother's sister's husband"),
    ("88", "姨母", "Mother's sister"),
    ("89", "姑父", "Father's sister's husband"),
    ("90", "姑母", "Father's sister"),
    ("91", "堂兄弟姐妹", "Cousin (father's brother's child)"),
    ("92", "表兄弟姐妹", "Cousin (other)"),
    ("93", "侄子", "Brother's son"),
    ("94", "侄女", "Brother's daughter"),
    ("95", "外甥", "Sister's son"),
    ("96", "外甥女", "Sister's daughter"),
    ("97", "其他亲属", "Other relative"),
    ("99", "非亲属", "Not related"),
)
"""GB/T 4761, complete; the short list first."""

MALE = "1"
FEMALE = "2"

SEXES = _table(
    (MALE, "男", "Male"),
    (FEMALE, "女", "Female"),
    ("9", "未说明", "Not stated"),
)
"""GB/T 2261.1 without 0, which no form offers."""

MALE_RELATIONS = frozenset(
    "11 21 22 23 24 25 26 27 28 29 41 43 46 47 51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 "
    "93 95".split()
)
FEMALE_RELATIONS = frozenset(
    "12 31 32 33 34 35 36 37 38 39 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 "
    "94 96".split()
)
"""Relations that say a person's sex: a warning when the document says another."""

_ETHNIC = (
    "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 "
    "哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 "
    "达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 "
    "乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 "
    "门巴族 珞巴族 基诺族"
).split()
_ETHNIC_ROMAN = (
    "Han Mongol Hui Tibetan Uygur Miao Yi Zhuang Buyei Korean Manchu Dong Yao Bai Tujia Hani "
    "Kazak Dai Li Lisu Va She Gaoshan Lahu Sui Dongxiang Naxi Jingpo Kirgiz Tu "
    "Daur Mulao Qiang Blang Salar Maonan Gelao Xibe Achang Pumi Tajik Nu Uzbek "
    "Russian Ewenki Deang Bonan Yugur Gin Tatar Derung Oroqen Hezhen Monba Lhoba Jino"
).split()

ETHNIC_GROUPS = _table(
    *(
        (f"{place:02d}", zh, en)
        for place, (zh, en) in enumerate(zip(_ETHNIC, _ETHNIC_ROMAN, strict=True), start=1)
    ),
    ("97", "其他", "Other"),
    ("98", "外国血统中国籍人士", "Chinese citizen of foreign descent"),
)
"""GB/T 3304."""

PAYMENT_METHODS = _table(
    ("cash", "现金", "Cash"),
    ("pos", "POS 刷卡", "Card terminal"),
    ("wechat", "微信", "WeChat Pay"),
    ("alipay", "支付宝", "Alipay"),
    ("bank", "银行代扣", "Bank deduction"),
    ("tax", "税务渠道", "Tax channel"),
    ("assisted", "全额资助", "Fully assisted"),
)

ROLES = _table(
    ("clerk", "经办员", "Clerk"),
    ("collector", "村级代办员", "Collector"),
    ("supervisor", "复核", "Supervisor"),
    ("policy", "政策管理员", "Policy administrator"),
    ("auditor", "审计员", "Auditor"),
    ("it", "系统管理员", "IT"),
)

OTHER_SCHEMES = _table(
    ("employee", "职工医保", "Employee scheme"),
    ("military", "军人保障", "Military cover"),
    ("resident_elsewhere", "异地居民医保", "Resident scheme elsewhere"),
)

COVER_STATUSES = _table(
    ("active", "在保", "Active"),
    ("waiting", "等待期（预参保）", "Waiting there"),
    ("ended", "已终止", "Ended"),
)


def relation_name(code: str, language: Language = "zh") -> str:
    """Return the word for a relation code; the code itself if it is not in GB/T 4761."""
    found = RELATIONS.get(code)
    return found.name(language) if found else code


DEATH = "death"
MOVED_AWAY = "moved_away"
EMPLOYEE_COVER = "employee"
REFUSED = "refused"

NOT_ENROLLED_REASONS = _table(
    (EMPLOYEE_COVER, "已参加职工医保", "Insured as an employee"),
    ("resident_elsewhere", "已在异地参加居民医保", "Resident cover elsewhere"),
    ("student_elsewhere", "在学籍地参保", "Enrolled where they study"),
    (DEATH, "死亡", "Died"),
    (MOVED_AWAY, "户口注销或迁出", "Moved away"),
    ("military", "参军服役", "Military service"),
    ("prison", "服刑", "In prison"),
    ("missing", "失踪", "Missing"),
    ("unreachable", "无法联系", "Cannot be reached"),
    ("abroad", "出国（境）", "Abroad"),
    (REFUSED, "自愿放弃", "Refuses"),
    ("hardship", "经济困难", "Cannot afford it"),
    ("other", "其他", "Other"),
)
"""Why somebody is not enrolled (未参保原因), as counties' ledgers list it."""
