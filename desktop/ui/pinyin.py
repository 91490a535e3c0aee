"""Pinyin initials of the characters in our own code tables, so that typing ``db`` finds 低保.

Residents' names are found through the register; this is for the few hundred characters of
codes alone, so that no dictionary is loaded before the first paint.
"""

from __future__ import annotations

_BY_INITIAL = {
    "a": "安昂澳阿",
    "b": "不伯保兵别办宝巴布本毕白簿胞表边",
    "c": "出参城成昌春曾朝村次残策",
    "d": "东代低侗傣动地多大定对度弟待德断独的等达道",
    "e": "二俄儿尔鄂额",
    "f": "付份复夫妇抚放父返非",
    "g": "仡供公古固国姑孤官工归港管规高",
    "h": "划哈回或户护核汉祜赫",
    "j": "久京军吉基姐家居救教景疾籍精级经继舅警计金",
    "k": "克卡口困扣柯",
    "l": "两伦佬傈力劳拉朗来流珞理留疗类罗陆黎龙",
    "m": "仫妹明母毛民满米苗蒙门",
    "n": "内农南女尼怒男纳能诺",
    "o": "偶",
    "p": "婆普贫配颇",
    "q": "亲全其妻期渠羌迁",
    "r": "人入",
    "s": "三丧事僳刷十叔四士失婶嫂孙实审属山撒收斯殊水生甥畲省神税萨视说身释",
    "t": "他体台听土堂塔庭特童统脱退通",
    "w": "乌五佤务吾外往微斡无未武温湾稳维",
    "x": "乡信兄刑婿媳学新现系血行西象锡香鲜",
    "y": "一业依养医员姨岳已异彝役易永瑶缘育裕言语银预",
    "z": "中主住侄助哲在壮子孜宗支政族智止照祖终职肢致藏证资重长障",
}
_INITIALS = str.maketrans({char: initial for initial, text in _BY_INITIAL.items() for char in text})


def initials(text: str) -> str:
    """Return ``text`` with each known character as its initial, other letters lower, no marks."""
    return "".join(char for char in text.lower().translate(_INITIALS) if char.isalnum())
