"""Pinyin initials of the characters in our own code tables, so that typing ``db`` finds 低保.

Residents' names are found through the register; this is for the few hundred characters of
codes alone, so that no dictionary is loaded before the first paint.
"""

from __future__ import annotations

_BY_INITIAL = {
    "a": "安按昂澳阿",
    "b": "不伯保八兵别办包宝巴布本标毕白簿胞补表边部",
    "c": "出参城存成措昌春曾朝村楚次残测策财采",
    "d": "东代低侗傣动单地多大定对度弟待得德担断档段独的第等读达道",
    "e": "二俄儿尔鄂额",
    "f": "付份分发否复夫妇抚放服法父范费返非",
    "g": "个仡供公古各固国姑孤官工归港管规该过高",
    "h": "划号合后哈回孩或户护核汉祜赫",
    "j": "久九京件军吉基姐家居据救教景疾监籍精级经结绝继缴舅警计金集",
    "k": "克卡口可困开扣昆柯",
    "l": "两了伦佬傈六力劳拉朗来流珞理留疗类罗落陆黎龄龙",
    "m": "仫名妹明末母毛民没满米苗蒙门",
    "n": "内农南女尼年怒男纳能诺难",
    "o": "偶",
    "p": "婆普贫配颇",
    "q": "七亲全其前区取妻期渠羌迁",
    "r": "人入日认",
    "s": (
        "三丧事僳刷十双叔受四士失始婶嫂孙实审尚属山岁市撒收数斯施是束殊水生甥畲省神税算萨"
        "视设说身适释"
    ),
    "t": "他体台听土堂塔天庭提条特童统脱退通",
    "w": "乌五位佤务吾围外尾往微文斡无未武温湾稳维",
    "x": "下乡信兄先兴写刑县型婿媳学性效新校现系血行西象选锡限险须香鲜",
    "y": "一业予于以依养医员央姨岳已应异彝役易月有永渝瑶用缘育裕言语遇银院预",
    "z": (
        "中主之住侄准制助只周哲在增壮子孜宗州征择振支政族早智止治注照直祖种终职肢自致藏证资重镇长障"
    ),
}
_INITIALS = str.maketrans({char: initial for initial, text in _BY_INITIAL.items() for char in text})


def initials(text: str) -> str:
    """Return ``text`` with each known character as its initial, other letters lower, no marks."""
    return "".join(char for char in text.lower().translate(_INITIALS) if char.isalnum())
