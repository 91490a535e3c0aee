"""What was noticed about what was entered: what is wrong, and what to do."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.card_words import CARD_FINDINGS

FINDINGS: dict[str, Words] = {
    **CARD_FINDINGS,
    "DIVISION_FORM": Words("请选择本户所在的村（社区）", "Choose the household's village"),
    "MEMBERS_EMPTY": Words("本户还没有成员，请在第一行填写户主", "Enter the head in the first row"),
    "MEMBERS_MANY": Words("一户最多 {most} 人", "A household has at most {most} members"),
    "TEXT_LONG": Words("内容过长，最多 {most} 个字", "Too long: {most} characters at most"),
    "NAME_EMPTY": Words("请填写姓名，与证件一致", "Enter the name as on the document"),
    "NAME_LONG": Words("姓名最多 {most} 个字", "A name has at most {most} characters"),
    "NAME_CHARACTERS": Words(
        "姓名中有无法打印的字符，请删去后重新输入",
        "The name holds unprintable characters: retype it",
    ),
    "NAME_PRIVATE_USE": Words(
        "姓名中有旧证件的自造字，别的系统读不出；请改用标准字，查不到再保留",
        "The name holds a private character other systems cannot read; use the standard one if any",
    ),
    "NAME_DIFFERS": Words(
        "本机登记的姓名与此不同，保存后以现在填写的为准",
        "The register has another name for this number; saving keeps the one entered now",
    ),
    "DOCUMENT_TYPE_UNKNOWN": Words("请选择证件类型", "Choose a document type"),
    "DOCUMENT_EMPTY": Words("请填写证件号码", "Enter the document number"),
    "DOCUMENT_LENGTH": Words(
        "位数不对：已输入 {length} 位，请对照证件补全",
        "Wrong length: {length} characters entered; compare with the document",
    ),
    "DOCUMENT_CHARACTERS": Words(
        "含有该类证件不会有的字符，请对照证件核对",
        "Holds characters this kind of document does not use; compare with the document",
    ),
    "DOCUMENT_BIRTH_DATE": Words(
        "第 7–14 位不是有效的出生日期，请核对", "Digits 7 to 14 are not a date of birth; check them"
    ),
    "DOCUMENT_OLD_15": Words(
        "15 位旧号码 2013 年起停用，请填写 18 位号码",
        "15-digit numbers ended in 2013; enter the number of 18",
    ),
    "DOCUMENT_CHECK_DIGIT": Words(
        "校验位不符，多半有一位输错，请对照证件逐位核对",
        "The check digit does not fit: most likely one digit is mistyped; compare each",
    ),
    "DOCUMENT_DISABILITY_SUFFIX": Words(
        "残疾人证末两位应为类别 1–7 和等级 1–4", "The last two digits are kind 1-7 and grade 1-4"
    ),
    "DOCUMENT_REPAIRED": Words(
        "已把全角或形近字符改正，请再看一眼号码", "Full-width or look-alike characters were mended"
    ),
    "DOCUMENT_TWICE": Words(
        "与第 {other} 行号码相同，同一人只能填一次", "Same number as in row {other}"
    ),
    "DOCUMENT_OF_ANOTHER": Words(
        "此号码在本机登记在另一人名下，请查找核对（F3）",
        "This number belongs to another person in the register; look it up (F3)",
    ),
    "CHECK_DIGIT_ACCEPTED": Words(
        "校验位不符，已由复核人员确认", "Check digit does not fit; accepted by a supervisor"
    ),
    "BIRTH_DATE_FORM": Words("请按 20190312 的样子填写日期", "Write the date like 20190312"),
    "BIRTH_DATE_FUTURE": Words("出生日期在今天之后，请核对", "The date of birth is in the future"),
    "BIRTH_DATE_DIFFERS": Words(
        "与证件号码中的出生日期不同，以证件号码为准",
        "Differs from the document number, which holds",
    ),
    "BIRTH_DATE_EMPTY": Words(
        "请填写出生日期，证件号码里没有", "Enter the date of birth: the number does not tell it"
    ),
    "RELATION_EMPTY": Words("请选择与户主关系", "Choose the relation to the head"),
    "RELATION_UNKNOWN": Words("没有这种关系代码，请重新选择", "No such relation; choose again"),
    "RELATION_SEX": Words("关系与性别不符，请核对", "Relation and sex do not fit; check them"),
    "SEX_UNKNOWN": Words("请选择性别", "Choose the sex"),
    "PHONE_ODD": Words("不像手机或固定电话号码，请核对", "Does not look like a phone number"),
    "HEAD_MISSING": Words("本户没有户主，请核对关系", "Nobody is the head of this household"),
    "HEAD_TWICE": Words("本户已有户主，请核对关系", "The household already has a head"),
    "SPOUSE_SEX": Words("配偶与户主性别相同，请核对", "Spouse and head have the same sex"),
    "PARENT_YOUNGER": Words(
        "父母与子女的年龄不合，请核对出生日期和关系", "A parent is not older than the child; check"
    ),
    "PAID_MEMBER_REMOVED": Words(
        "已缴费的成员不能从本户去掉；退费按退费办法办理",
        "A member who has paid cannot be removed; refunds have their own procedure",
    ),
    "ALREADY_ENROLLED": Words(
        "此人本年度已在另一户参保，请查找核对（F3）",
        "Already enrolled this year in another household; look it up (F3)",
    ),
    "DIVISION_OUTSIDE": Words(
        "本户不在本工作站的辖区内，请核对村（社区）",
        "Outside this station's own area; check the village",
    ),
    "FACT_INVALID": Words(
        "这一项的内容不符合格式，请重新填写",
        "This does not have the form it must have; enter it again",
    ),
    "NOT_ALLOWED": Words(
        "现行文件不允许此人参保", "The law in force does not let this person enrol"
    ),
}
