"""Departments' lists as they come: six offices, three layouts each, every usual encoding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.old_workbooks import old_workbook
from tests.helpers.workbooks import workbook

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on a list."""

    name: str
    number: str
    village: str = "东山村委会"


@dataclass(frozen=True, slots=True)
class Layout:
    """One way an office writes its list."""

    department: str
    name: str
    head: tuple[str, ...]
    """Titles and header rows, their cells parted by blanks; ``_`` is an empty one."""
    cells: str
    """What each column holds: n name, i identity number, v village, w identity, d day, g grade,
    k kind of disability, t a tick, # the row's place, - nothing that matters."""
    words: str = ""
    form: str = "xlsx"
    """``xlsx``, ``xls`` or an encoding of CSV."""
    code: str = ""
    """The identity that is meant."""

    def rows(self, people: Sequence[Listed]) -> Iterator[Row]:
        """Yield the rows of the list, the header's first."""
        for line in self.head:
            yield tuple("" if cell == "_" else cell for cell in line.split(" "))
        for place, one in enumerate(people, 1):
            told = {
                "n": one.name, "i": one.number, "v": one.village, "w": self.words,
                "d": "2021年3月1日", "g": "二级", "k": "肢体", "t": "√", "#": str(place), "-": "x",
            }  # fmt: skip
            yield tuple(told[cell] for cell in self.cells)

    def write(self, folder: Path, people: Sequence[Listed]) -> Path:
        """Write the list to a file of its form."""
        path = (
            folder
            / f"{self.department}-{self.name}.{self.form if self.form[:2] == 'xl' else 'csv'}"
        )
        rows = list(self.rows(people))
        if self.form == "xlsx":
            path.write_bytes(workbook({"名单": rows}))
        elif self.form == "xls":
            path.write_bytes(old_workbook(rows))
        else:
            text = "\r\n".join(",".join(map(str, row)) for row in rows)
            path.write_bytes(text.encode(self.form))
        return path


LAYOUTS = tuple(
    Layout(department, name, tuple(head.split("/")), cells, words, form, code)
    for department, name, head, cells, words, form, code in (
        ("civil_affairs", "plain",
         "序号 姓名 身份证号码 救助类别 认定时间 村（社区）",
         "#niwdv", "农村低保", "xlsx", "subsistence_allowance"),
        ("civil_affairs", "titled",
         "某县2021年11月特困人员名册/填报单位：民政局/编号 保障对象姓名 公民身份号码* 保障类别",
         "#niw", "特困供养人员", "gbk", "extremely_poor"),
        ("civil_affairs", "ticks",
         "姓名 身份证号 村委会 农村低保 孤儿",
         "nivt-", "", "utf-8-sig", "subsistence_allowance"),
        ("disabled_federation", "plain",
         "姓名 身份证号 残疾类别 残疾等级 身份类别 发证日期",
         "nikgwd", "残疾人", "xls", "disability"),
        ("disabled_federation", "words",
         "残疾人姓名 公民身份号码 所在村 人员类别",
         "nivw", "肢体残疾二级", "gb18030", "disability"),
        ("disabled_federation", "two rows",
         "序号 基本情况 _ 残疾情况 _ 类别/_ 姓名 身份证号码 残疾类别 残疾等级 _",
         "#nikgw", "持证残疾人", "xlsx", "disability"),
        ("rural_revitalisation", "plain",
         "乡镇 行政村 户主姓名 姓名 证件号码 监测对象类别 识别时间",
         "-v-niwd", "脱贫不稳定户", "utf-8", "unstable_out_of_poverty"),
        ("rural_revitalisation", "titled",
         "脱贫人口台账/姓名 身份证号 户类型",
         "niw", "稳定脱贫人口", "utf-16", "lifted_out_of_poverty"),
        ("rural_revitalisation", "other",
         "身份证号 人员属性 姓名",
         "iwn", "边缘易致贫户-7204", "xls", "edge_of_poverty"),
        ("health", "plain",
         "序号 姓名 身份证号 计生类别 独生子女证号",
         "#niw-", "双女户", "gbk", "two_daughter_couple"),
        ("health", "titled",
         "计划生育特殊家庭名单/对象姓名 对象身份证号 奖扶类别 确认",
         "niw-", "计划生育特殊家庭", "gb18030", "fp_special_family"),
        ("health", "two rows",
         "姓名 证件 _ 奖扶类别/_ 类型 证件号码 _",
         "n-iw", "独生子女父母", "xlsx", "one_child_parent"),
        ("veterans", "plain",
         "姓名 身份证号码 优抚对象类别 批准时间",
         "niwd", "14类退役士兵", "utf-8", "retired_soldier_14"),
        ("veterans", "titled",
         "退役军人登记表/优抚对象姓名 公民身份证号 身份",
         "niw", "退役士兵", "xls", "veteran"),
        ("veterans", "old characters",
         "姓名 身分證號 身份類別",
         "niw", "退役军人", "utf-16-le", "veteran"),
        ("education", "plain",
         "学校 班级 学生姓名 学生身份证号 困难类型",
         "--niw", "孤儿", "gbk", "orphan"),
        ("education", "titled",
         "受助学生名单/序号 姓名 身份证件号 资助类别",
         "#niw", "重度残疾学生", "utf-8-sig", "severely_disabled_student"),
        ("education", "ticks",
         "学生姓名 学生身份证件号 孤儿 低保",
         "nit-", "", "xls", "orphan"),
    )
)  # fmt: skip
