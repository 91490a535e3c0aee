"""What a list may tell of a person, by the headers it goes by, and which fields each kind needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.domain.list_facts import ListKind

What = Literal["number", "name", "day", "phone", "text"]


@dataclass(frozen=True, slots=True)
class ListField:
    """One thing a column may hold."""

    name: str
    what: What
    zh: str
    en: str
    headers: tuple[str, ...]


def _field(name: str, what: What, words: str, headers: str) -> ListField:
    zh, _, en = words.partition("/")
    return ListField(name, what, zh, en, (zh, *headers.split()))


_FIELDS = (
    _field(
        "number",
        "number",
        "身份证号码/Identity number",
        "身份证号 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 证件号码 "
        "证件号 身份证 身份号码 本人身份证号 对象身份证号 参保人身份证号 学生身份证号 "
        "学生身份证件号 身份证件号 死者身份证号 身份證號碼 身分證號 idno certno id_number "
        "document_number idcard",
    ),
    _field(
        "name",
        "name",
        "姓名/Name",
        "名字 人员姓名 对象姓名 保障对象姓名 救助对象姓名 成员姓名 参保人姓名 学生姓名 "
        "残疾人姓名 优抚对象姓名 死者姓名 死亡人员姓名 本人姓名 家庭成员姓名 职工姓名 name",
    ),
    _field(
        "identity",
        "text",
        "身份类别/Identity",
        "人员类别 救助类别 保障类别 医疗救助身份 资助参保身份 对象类别 对象类型 人员属性 "
        "特殊人员身份类别 特殊身份 优抚类别 优抚对象类别 身份 户类型 户属性 监测对象类别 "
        "监测类别 困难类型 困难类别 计生类别 奖扶类别 救助对象类别 低保类别 保障类型 代缴类别 "
        "资助类别 类别 人员类型 身份類別 救助類別 identity identities psn_idet_type",
    ),
    _field("area", "text", "城乡/Urban or rural", "城乡类别 城乡属性 城乡类型 城乡标识 area"),
    _field(
        "recognised_on",
        "day",
        "认定日期/Recognised on",
        "认定时间 纳入时间 纳入日期 纳入资助时间 识别时间 识别日期 批准时间 批准日期 审批时间 "
        "审批日期 享受开始时间 享受时间 发证日期 发证时间 办证日期 评残日期 认定年月 纳入年月 "
        "開始日期 認定時間 起始时间 recognised_on begntime",
    ),
    _field(
        "valid_to",
        "day",
        "有效期至/Valid to",
        "终止时间 终止日期 有效期止 截止日期 截止时间 结束时间 结束日期 停发时间 退出时间 "
        "退出日期 取消时间 身份取消时间 到期时间 到期日期 valid_to endtime",
    ),
    _field(
        "evidence",
        "text",
        "证书编号/Evidence",
        "证书号 证书号码 低保证号 低保证编号 特困证号 残疾证号 残疾人证号 残疾证编号 优抚证号 "
        "优抚证编号 救助证号 救助证编号 光荣证号 独生子女证号 批准文号 evidence",
    ),
    _field("kind", "text", "残疾类别/Disability", "残疾类型 残疾种类 disability_kind"),
    _field("grade", "text", "残疾等级/Grade", "残疾级别 残疾程度 等级 grade"),
    _field(
        "township",
        "text",
        "乡镇/Township",
        "镇街 乡镇街道 所属乡镇 街道 乡 镇 乡镇名称 所在乡镇 镇乡 镇(街道) 鄉鎮 township",
    ),
    _field(
        "village",
        "text",
        "村（社区）/Village",
        "村居 村 社区 行政村 村委会 居委会 村名 村社区 所属村 所在村 村居名称 户籍村 village",
    ),
    _field("group", "text", "组/Group", "村民小组 小组 组别 组名 自然村"),
    _field(
        "division",
        "text",
        "区划代码/Division code",
        "行政区划代码 村代码 区划编码 村居代码 division",
    ),
    _field(
        "address", "text", "住址/Address", "家庭住址 地址 户籍地址 家庭地址 现住址 住所 address"
    ),
    _field("phone", "phone", "联系电话/Phone", "手机 手机号 手机号码 电话 联系方式 电话号码 phone"),
    _field("sex", "text", "性别/Sex", "性別 sex gender"),
    _field("birth_date", "day", "出生日期/Born", "出生年月 出生年月日 生日 出生 birth_date"),
    _field("ethnic_group", "text", "民族/Ethnic group", "ethnic_group"),
    _field(
        "household",
        "text",
        "户号/Household number",
        "户编号 家庭编号 户籍号 户主编号 家庭号 household",
    ),
    _field("head", "name", "户主姓名/Head", "户主 户主名称 head"),
    _field(
        "head_number",
        "number",
        "户主身份证号/Head's number",
        "户主身份证 户主身份证号码 户主证件号码 户主证件号",
    ),
    _field("relation", "text", "与户主关系/Relation", "关系 家庭关系 与户主的关系 relation"),
    _field(
        "died_on",
        "day",
        "死亡日期/Died on",
        "死亡时间 去世日期 去世时间 火化日期 注销日期 死亡年月 died_on",
    ),
    _field("unit", "text", "单位/Employer", "参保单位 工作单位 单位名称 缴费单位 employer"),
    _field("covered_from", "day", "参保日期/Covered from", "参保时间 职工参保时间 首次参保日期"),
    _field("school", "text", "学校/School", "学校名称 就读学校 school"),
    _field("class", "text", "班级/Class", "班 年级班级 所在班级"),
    _field("note", "text", "备注/Note", "说明 备 備註 note"),
    _field(
        "unit_code",
        "text",
        "区划代码/Unit code",
        "代码 编码 行政区划代码 统计用区划代码 区划编码 单位代码 code",
    ),
    _field("unit_name", "text", "区划名称/Unit name", "名称 单位名称 行政区划名称 name"),
    _field("unit_kind", "text", "类别/Kind of unit", "类型 级别 层级 区划类别 kind type level"),
    _field("parent", "text", "上级代码/Lies under", "上级 上级区划 上级区划代码 父级代码 parent"),
    _field(
        "unit_from",
        "text",
        "生效日期/Exists from",
        "起 启用日期 有效期起 开始日期 valid_from from",
    ),
    _field(
        "unit_to",
        "text",
        "失效日期/Exists until",
        "止 停用日期 有效期止 截止日期 valid_to to",
    ),
    _field(
        "replaced_by",
        "text",
        "替代代码/Replaced by",
        "替代为 变更为 并入 新代码 replaced_by",
    ),
    _field("former_name", "text", "曾用名/Former name", "原名 原名称 former_name"),
    _field("unit_aliases", "text", "别名/Also called", "俗称 简称 aliases alias"),
    _field("words", "text", "名单中的写法/As lists say it", "名称 身份名称 名单名称 写法 words"),
    _field("code", "text", "身份代码/Identity code", "代码 本系统代码 code"),
    _field("priority", "text", "优先号/Priority", "优先级 priority"),
)

FIELDS: Mapping[str, ListField] = {field.name: field for field in _FIELDS}

_PERSON = ("number", "name")
_PLACE = ("township", "village", "group", "division")

KIND_FIELDS: Mapping[ListKind, tuple[str, ...]] = {
    "identity": (
        *_PERSON, "identity", "area", "recognised_on", "valid_to", "evidence", "kind", "grade",
        *_PLACE, "birth_date",
    ),
    "roster": (*_PERSON, *_PLACE, "birth_date", "school", "class", "phone"),
    "residents": (
        *_PERSON, "household", "head", "head_number", "relation", *_PLACE, "address", "phone",
        "sex", "birth_date", "ethnic_group",
    ),
    "death": (*_PERSON, "died_on", *_PLACE, "birth_date"),
    "employee": (*_PERSON, "unit", "covered_from", *_PLACE, "birth_date"),
    "divisions": (
        "unit_code", "unit_name", "unit_kind", "parent", "unit_from", "unit_to", "replaced_by",
        "former_name", "unit_aliases",
    ),
    "aliases": ("words", "code", "area", "kind", "grade", "priority"),
}  # fmt: skip
"""The fields each kind of list is asked for; other columns are left where they are."""

TABLE_NEEDS: Mapping[ListKind, tuple[str, ...]] = {
    "divisions": ("unit_code", "unit_name"),
    "aliases": ("words", "code"),
}
"""What a table that speaks of no people cannot do without."""

MARK = "mark:"
"""A column that is an identity by its header, with a tick in the rows of those who have it."""


def needed(kind: ListKind, places: Mapping[str, int]) -> tuple[str, ...]:
    """Return the fields a list of this kind still lacks; empty if it can be taken in.

    Somebody can be found by a number, or by name, birth date and village.
    """
    if kind in TABLE_NEEDS:
        return tuple(name for name in TABLE_NEEDS[kind] if name not in places)
    lacking: list[str] = []
    if "number" not in places and not {"name", "birth_date"} <= places.keys():
        lacking.append("number")
    if kind in ("identity", "residents") and "name" not in places:
        lacking.append("name")
    return tuple(lacking)
