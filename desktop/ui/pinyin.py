"""Pinyin initials of the characters in our own code tables, so that typing ``db`` finds 低保.

Residents' names are found through the register; this is for the few hundred characters of
codes alone, so that no dictionary is loaded before the first paint.
"""

from __future__ import annotations

_BY_INITIAL = {
    "a": "安按昂澳阿",
    "b": "不伯保兵别办包宝巴布把本标毕白簿胞补表边部",
    "c": "产出参城成措昌春曾朝村次残测程策财采除",
    "d": "东代低侗傣动单地多大定对度弟当待德担断档独的等达道",
    "e": "二俄儿尔鄂额",
    "f": "付份分否复夫妇抚放方服父范费返非",
    "g": "个仡供公古各固国姑孤官工归港管规该过高",
    "h": "何划合后和哈回孩或户护核汉祜赫",
    "j": "久京件军吉基姐家居救教景疾监籍精级经结绝继缴舅解警计金集",
    "k": "克卡口可困开扣昆柯",
    "l": "两了伦佬傈列力劳拉朗来流珞理留疗类罗陆黎龄龙",
    "m": "仫免妹明母毛民没满米苗蒙门",
    "n": "内农南哪女尼年怒男纳能诺难",
    "o": "偶",
    "p": "婆普贫配颇",
    "q": "亲全其前区取妻期清渠确羌请迁",
    "r": "人入如日认",
    "s": (
        "三丧事僳刷十双叔受四士失始婶嫂孙实审属山岁市式所撒收数斯施是束殊水生甥畲省神税算"
        "萨视说身适释"
    ),
    "t": "他体台听土堂塔天庭提条特童统脱退通",
    "w": "乌五位佤务吾围外往微文斡无未武温湾稳维问",
    "x": "下乡信兄兴刑县婿媳学序性效新校现系血行西象选锡限项香鲜",
    "y": "一业于依养医又员央姨岳已应异彝役易月有永渝瑶用缘育裕言语遇银院预",
    "z": (
        "中主之住作侄准制助只周哲在壮子孜宗州择振支政族早智止治注照直祖种终职肢自致藏证资"
        "足载这追重镇长障"
    ),
}
_INITIALS = str.maketrans({char: initial for initial, text in _BY_INITIAL.items() for char in text})


def initials(text: str) -> str:
    """Return ``text`` with each known character as its initial, other letters lower, no marks."""
    return "".join(char for char in text.lower().translate(_INITIALS) if char.isalnum())
